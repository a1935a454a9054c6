import { accept, errorAt, type Result, refuse } from '../finding.ts';
import { convert } from './convert.ts';
import { type DefiniteUnit, type Dimension, dimensionOf, isUnitCode } from './units.ts';

/** Declared units of PACT, as on the wire (R10.5). */
export const pactDeclaredUnits = [
  'liter',
  'kilogram',
  'cubic meter',
  'kilowatt hour',
  'megajoule',
  'ton kilometer',
  'square meter',
  'piece',
  'hour',
  'megabit second',
] as const;
export type PactDeclaredUnit = (typeof pactDeclaredUnits)[number];

const unitOfPact: Readonly<Record<PactDeclaredUnit, DefiniteUnit>> = {
  liter: 'L',
  kilogram: 'kg',
  'cubic meter': 'm3',
  'kilowatt hour': 'kWh',
  megajoule: 'MJ',
  'ton kilometer': 'tkm',
  'square meter': 'm2',
  piece: 'pcs',
  hour: 'h',
  'megabit second': 'megabitSecond',
};

/** The declared unit for other units of a dimension. */
const pactOfDimension: Readonly<Partial<Record<Dimension, PactDeclaredUnit>>> = {
  mass: 'kilogram',
  volume: 'liter',
  energy: 'megajoule',
  transport: 'ton kilometer',
  area: 'square meter',
  count: 'piece',
  time: 'hour',
};

/** Why a unit has no declared unit. */
export const pactUnitFindingCodes = ['unit.unknown', 'unit.noPactUnit'] as const;
export type PactUnitFindingCode = (typeof pactUnitFindingCodes)[number];

/** The unit code of a PACT declared unit (R10.5). */
export function unitFromPact(declared: PactDeclaredUnit): DefiniteUnit {
  return unitOfPact[declared];
}

/** Whether a text is a PACT declared unit, exactly as on the wire. */
export function isPactDeclaredUnit(text: string): text is PactDeclaredUnit {
  return Object.hasOwn(unitOfPact, text);
}

/**
 * The PACT declared unit for a unit code, and how many of it one such unit is: `m3` is one `cubic meter`, `t` is
 * 1000 `kilogram`, `MWh` is 3600 `megajoule` (R10.5).
 * Refuses an unknown code, and a unit for which PACT has none (`unit.noPactUnit`), such as `kW` or `du`.
 */
export function pactDeclaredUnit(
  code: string,
): Result<{ readonly unit: PactDeclaredUnit; readonly amountPerUnit: number }, PactUnitFindingCode> {
  if (!isUnitCode(code)) return refuse(errorAt('unit.unknown', [], { unit: String(code) }));
  const same = pactDeclaredUnits.find((declared) => unitOfPact[declared] === code);
  if (same) return accept({ unit: same, amountPerUnit: 1 });
  const dimension = dimensionOf(code);
  const unit = dimension && pactOfDimension[dimension];
  const amountPerUnit = unit && convert(1, code, unitOfPact[unit]);
  if (!unit || !amountPerUnit?.ok) return refuse(errorAt('unit.noPactUnit', [], { unit: code }));
  return accept({ unit, amountPerUnit: amountPerUnit.value });
}
