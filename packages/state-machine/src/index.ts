export * from './decide.ts';
export * from './guards.ts';
export * from './table.ts';
