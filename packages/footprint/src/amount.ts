import { errorAt, type Finding, isUnitCode } from '@slipstream/quantity';
import type { FootprintFindingCode } from './finding-codes.ts';

type Path = Finding['path'];
type Checked = Finding<FootprintFindingCode> | undefined;

/** What an amount may be: anything finite, zero or more, or more than zero. */
export type AmountRange = 'finite' | 'notNegative' | 'positive';

/** The finding against an amount that came from outside, if there is one. A blank is missing, never zero. */
export function amountFinding(value: number | null | undefined, path: Path, range: AmountRange): Checked {
  if (value === null || value === undefined) return errorAt('amount.missing', path);
  if (!Number.isFinite(value)) return errorAt('amount.notFinite', path, { value: String(value) });
  if (range === 'finite') return undefined;
  if (value < 0) return errorAt('amount.negative', path, { value });
  if (value === 0 && range === 'positive') return errorAt('amount.zero', path);
  return undefined;
}

/** The finding against a unit that came from outside, if there is one. */
export function unitFinding(unit: string | null | undefined, path: Path): Checked {
  if (unit === null || unit === undefined || unit.trim() === '') return errorAt('unit.missing', path);
  return isUnitCode(unit) ? undefined : errorAt('unit.unknown', path, { unit });
}

/** One finding per id that is blank or was there before. */
export function idFindings(
  ids: readonly string[],
  pathOf: (index: number) => Path,
): Finding<FootprintFindingCode>[] {
  const seen = new Set<string>();
  return ids.flatMap((id, index): Finding<FootprintFindingCode>[] => {
    if (id.trim() === '') return [errorAt('id.blank', pathOf(index))];
    if (seen.has(id)) return [errorAt('id.duplicate', pathOf(index), { id })];
    seen.add(id);
    return [];
  });
}

/** The findings that are there. */
export function present(...findings: readonly Checked[]): Finding<FootprintFindingCode>[] {
  return findings.filter((finding) => finding !== undefined);
}

/** A finite amount with a known unit. */
export interface Quantity {
  readonly amount: number;
  readonly unit: string;
}

/** An amount and its unit from outside; pushes what is wrong with either and returns undefined then. */
export function quantityOf(
  amount: number | null | undefined,
  unit: string | null | undefined,
  places: { readonly amount: Path; readonly unit: Path },
  range: AmountRange,
  findings: Finding<FootprintFindingCode>[],
): Quantity | undefined {
  const wrong = present(amountFinding(amount, places.amount, range), unitFinding(unit, places.unit));
  findings.push(...wrong);
  return wrong.length > 0 ? undefined : { amount: amount as number, unit: unit as string };
}
