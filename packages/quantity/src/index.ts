export { roundHalfUp, toDecimalText } from './amount/decimal.ts';
export * from './amount/parse.ts';
export {
  addDays,
  addMonths,
  addYears,
  type DateFindingCode,
  dateFindingCodes,
  dayInTaiwan,
  dayNumber,
  daysInMonth,
  type IsoDate,
  type IsoMonth,
  isDay,
  isInstant,
  isLeapYear,
} from './calendar/days.ts';
export { daysInclusive, monthPeriod, monthsOf, overlapDays, type Period } from './calendar/period.ts';
export {
  formatRocDate,
  parseDate,
  parseMonth,
  parsePeriod,
  parseRocDate,
  parseYear,
  type RocDateStyle,
  rocDateStyles,
} from './calendar/read.ts';
export * from './domain.ts';
export * from './finding.ts';
export {
  type BlendShare,
  type Confidence,
  type GasFamily,
  type GasGroup,
  type GreenhouseGas,
  type GwpSet,
  gasFamilies,
  gasGroupOf,
  gasGroups,
  gasOf,
  greenhouseGases,
  gwpSets,
} from './gas/gases.ts';
export * from './gas/gwp.ts';
export * from './gas/refrigerant.ts';
export { compareText, plainText } from './text.ts';
export * from './threshold.ts';
export * from './unit/convert.ts';
export * from './unit/pact.ts';
export * from './unit/read.ts';
export {
  type DefiniteUnit,
  type Dimension,
  dimensionOf,
  dimensions,
  isUnitCode,
  type Medium,
  media,
  type UnitCode,
  unitCodes,
} from './unit/units.ts';
