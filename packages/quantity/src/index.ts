export { addDays, addYears, dayInTaiwan, isDay, isInstant } from './calendar-day.ts';
export * from './domain.ts';
export * from './finding.ts';
export * from './threshold.ts';
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
