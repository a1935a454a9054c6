import { type Dimension, dimensionOf, plainText, type UnitCode } from '@slipstream/quantity';
import { readAmountText } from '../table/amount.ts';
import { readUnit } from '../table/unit.ts';

/** How much of a product its bill of materials is for, e.g. 1 t: what its footprint is told per (ISO 14067 6.3.3). */
export interface DeclaredUnit {
  readonly amount: number;
  readonly unit: UnitCode;
}

/** What an amount of a product can be counted in; nobody sells a kilowatt or a bar. */
const countedIn: ReadonlySet<Dimension> = new Set([
  'mass',
  'length',
  'area',
  'volume',
  'normalVolume',
  'energy',
  'count',
  'time',
  'transport',
]);
const most = 1e9;

/**
 * Reads what a bill of materials or a person says a product is declared per: `1 公噸`, `1000 kg`, `每公噸`,
 * `per tonne`, `個`. Null where the unit is unknown or none a product is counted in, and where the amount is not a
 * number above zero.
 */
export function readDeclaredUnit(typed: string): DeclaredUnit | null {
  const text = plainText(typed)
    .replace(/^(?:每|per\s)\s*/i, '')
    .trim();
  const reading = readAmountText(text);
  const amount = reading.kind === 'amount' ? reading.amount.value : 1;
  const unit = readUnit(reading.kind === 'amount' ? (reading.unit ?? '') : text);
  const dimension = unit === null ? undefined : dimensionOf(unit);
  if (unit === null || dimension === undefined || !countedIn.has(dimension)) return null;
  return amount > 0 && amount <= most ? { amount, unit } : null;
}

/** What a product's name says in brackets at its end, `H 型鋼（每公噸）` or `H-beam (per tonne)`; else null. */
export function declaredUnitInName(name: string): DeclaredUnit | null {
  const bracket = /\((?:每|per\s)\s*([^()]{1,20})\)$/i.exec(plainText(name));
  return bracket ? readDeclaredUnit(bracket[1] ?? '') : null;
}
