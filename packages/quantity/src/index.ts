export * from './finding.ts';
export * from './unit/convert.ts';
export {
  type Dimension,
  dimensionOf,
  dimensions,
  isUnitCode,
  type Medium,
  media,
  type UnitCode,
  unitCodes,
} from './unit/units.ts';
