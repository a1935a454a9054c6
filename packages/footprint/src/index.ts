export * from './calculation/product-footprint.ts';
export * from './model/allocation.ts';
export * from './model/data-quality.ts';
export * from './model/emission-factor.ts';
export * from './model/footprint-components.ts';
export * from './model/life-cycle.ts';
export * from './model/process.ts';
export * from './model/product-system.ts';
