/** What a unit measures. Two units convert freely only within one dimension (R10). */
export const dimensions = [
  'mass',
  'length',
  'area',
  'volume',
  'normalVolume',
  'energy',
  'power',
  'pressure',
  'volumeFlow',
  'count',
  'time',
  'transport',
  'passengerTransport',
  'vehicleDistance',
  'containerTransport',
  'roomNight',
  'personHour',
  'personYear',
  'dataTransfer',
] as const;
export type Dimension = (typeof dimensions)[number];

/** What `du` (度) counts: kWh of electricity, m3 of water or gas (R10.2). */
export const media = ['electricity', 'water', 'gas'] as const;
export type Medium = (typeof media)[number];

/** One unit as the exact fraction `times / per` of the base unit of its dimension. */
export interface UnitDefinition {
  readonly dimension: Dimension;
  readonly times: number;
  readonly per: number;
}

const unit = (dimension: Dimension, times: number, per = 1): UnitDefinition => ({ dimension, times, per });

/**
 * Every unit code with its definition. Base units: kg, m, m2, L, J, W, Pa, L/min, pcs, s, tkm.
 *
 * Constants follow R10.4. Three of them are conventions of Taiwan practice, not the physical definition, and
 * are used throughout so that a figure agrees with the bill or the nameplate it came from:
 * 1 kWh = 860 kcal (international table: 859.845), 1 hp = 0.746 kW (mechanical: 0.7457) and
 * 1 RT = 3024 kcal/h at 860 kcal per kWh = 3.51628 kW (international table: 3.51685).
 * Heat contents published in kcal at 4.1868 kJ are therefore stored in MJ, never converted from kcal here.
 * `psi` is the exact pound-force per square inch, of which 14.2233 per kgf/cm2 is the rounding.
 */
const definitions = {
  mg: unit('mass', 1, 1e6),
  g: unit('mass', 1, 1000),
  kg: unit('mass', 1),
  t: unit('mass', 1000),
  shortTon: unit('mass', 90718474, 1e5),
  longTon: unit('mass', 10160469088, 1e7),
  lb: unit('mass', 45359237, 1e8),
  oz: unit('mass', 45359237, 16e8),
  catty: unit('mass', 6, 10),

  mm: unit('length', 1, 1000),
  cm: unit('length', 1, 100),
  m: unit('length', 1),
  km: unit('length', 1000),
  mile: unit('length', 1609344, 1000),
  nmi: unit('length', 1852),
  ft: unit('length', 3048, 10000),
  in: unit('length', 254, 10000),

  m2: unit('area', 1),
  ha: unit('area', 10000),
  ft2: unit('area', 9290304, 1e8),
  ping: unit('area', 400, 121),

  mL: unit('volume', 1, 1000),
  L: unit('volume', 1),
  m3: unit('volume', 1000),
  '1000m3': unit('volume', 1e6),
  galUS: unit('volume', 3785411784, 1e9),
  galUK: unit('volume', 454609, 1e5),
  ft3: unit('volume', 28316846592, 1e9),
  bbl: unit('volume', 158987294928, 1e9),

  Nm3: unit('normalVolume', 1),

  Wh: unit('energy', 3600),
  kWh: unit('energy', 3.6e6),
  MWh: unit('energy', 3.6e9),
  GWh: unit('energy', 3.6e12),
  kJ: unit('energy', 1000),
  MJ: unit('energy', 1e6),
  GJ: unit('energy', 1e9),
  TJ: unit('energy', 1e12),
  kcal: unit('energy', 3.6e6, 860),
  Mcal: unit('energy', 3.6e9, 860),
  BTU: unit('energy', 105505585262, 1e8),
  mmBtu: unit('energy', 105505585262, 100),

  W: unit('power', 1),
  kW: unit('power', 1000),
  MW: unit('power', 1e6),
  hp: unit('power', 746),
  PS: unit('power', 73549875, 1e5),
  RT: unit('power', 3024000, 860),
  'kcal/h': unit('power', 1000, 860),

  Pa: unit('pressure', 1),
  kPa: unit('pressure', 1000),
  MPa: unit('pressure', 1e6),
  bar: unit('pressure', 1e5),
  'kgf/cm2': unit('pressure', 980665, 10),
  psi: unit('pressure', 44482216152605, 6451600000),

  'L/min': unit('volumeFlow', 1),
  'L/s': unit('volumeFlow', 60),
  'm3/h': unit('volumeFlow', 1000, 60),
  'm3/min': unit('volumeFlow', 1000),
  'galUS/min': unit('volumeFlow', 3785411784, 1e9),
  CFM: unit('volumeFlow', 28316846592, 1e9),

  pcs: unit('count', 1),
  dozen: unit('count', 12),

  s: unit('time', 1),
  min: unit('time', 60),
  h: unit('time', 3600),
  d: unit('time', 86400),

  tkm: unit('transport', 1),
  kgkm: unit('transport', 1, 1000),
  shortTonMile: unit('transport', 1459972318210656, 1e15),

  pkm: unit('passengerTransport', 1),
  vkm: unit('vehicleDistance', 1),
  TEUkm: unit('containerTransport', 1),
  roomNight: unit('roomNight', 1),
  personHour: unit('personHour', 1),
  personYear: unit('personYear', 1),
  megabitSecond: unit('dataTransfer', 1),
} as const satisfies Record<string, UnitDefinition>;

/** A unit with a fixed meaning: every code of R10.5 except `du`, and those the factor library needs beside them. */
export type DefiniteUnit = keyof typeof definitions;
/** A unit code; `du` (度) is definite only with its medium. */
export type UnitCode = DefiniteUnit | 'du';

/** Every unit code, grouped by dimension, `du` last. */
export const unitCodes: readonly UnitCode[] = [...(Object.keys(definitions) as DefiniteUnit[]), 'du'];

const duByMedium: Readonly<Record<Medium, DefiniteUnit>> = { electricity: 'kWh', water: 'm3', gas: 'm3' };

/** Whether a string is one of the unit codes, exactly as written. */
export function isUnitCode(code: string): code is UnitCode {
  return code === 'du' || Object.hasOwn(definitions, code);
}

/** The unit `du` stands for with a medium, every other unit itself; undefined for `du` without a known medium. */
export function definiteUnit(code: UnitCode, medium?: Medium): DefiniteUnit | undefined {
  if (code !== 'du') return code;
  return medium !== undefined && Object.hasOwn(duByMedium, medium) ? duByMedium[medium] : undefined;
}

/** The definition of a unit with a fixed meaning. */
export function unitDefinition(code: DefiniteUnit): UnitDefinition {
  return definitions[code];
}

/**
 * What a unit measures; undefined for an unknown code and for `du` without its medium.
 * `dimensionOf('du', 'water')` is `'volume'`.
 */
export function dimensionOf(code: string, medium?: Medium): Dimension | undefined {
  const definite = isUnitCode(code) ? definiteUnit(code, medium) : undefined;
  return definite && definitions[definite].dimension;
}
