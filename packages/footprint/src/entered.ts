import { type Domain, errorAt, type Finding, isUnitCode, numberFaults } from '@slipstream/quantity';
import type { FootprintFindingCode } from './finding-codes.ts';

type Path = Finding['path'];
type Findings = Finding<FootprintFindingCode>[];

/** The finding against a unit that came from outside, if there is one. */
export function unitFaults(unit: string | null | undefined, path: Path): Findings {
  if (unit === null || unit === undefined || unit.trim() === '') return [errorAt('unit.missing', path)];
  return isUnitCode(unit) ? [] : [errorAt('unit.unknown', path, { unit })];
}

/** One finding per id that is blank or was there before. */
export function idFaults(ids: readonly string[], pathOf: (index: number) => Path): Findings {
  const seen = new Set<string>();
  return ids.flatMap((id, index): Findings => {
    if (id.trim() === '') return [errorAt('id.blank', pathOf(index))];
    if (seen.has(id)) return [errorAt('id.duplicate', pathOf(index), { id })];
    seen.add(id);
    return [];
  });
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
  domain: Domain,
  findings: Findings,
): Quantity | undefined {
  const wrong: Findings = [...numberFaults(amount, domain, places.amount), ...unitFaults(unit, places.unit)];
  findings.push(...wrong);
  return wrong.length > 0 ? undefined : { amount: amount as number, unit: unit as string };
}
