import { type Domain, errorAt, type Finding, isUnitCode, numberFaults, within } from '@slipstream/quantity';
import type { FootprintFindingCode } from './finding-codes.ts';

type Path = Finding['path'];
type Findings = Finding<FootprintFindingCode>[];

/** Where the parts of something stand: told only when one is at fault, as a large drawing has millions of places. */
export type PlaceOf<Part extends string> = (part: Part) => Path;

/** The finding against a unit that came from outside, if there is one. */
export function unitFaults(unit: string | null | undefined, path: Path): Findings {
  if (unit === null || unit === undefined || unit.trim() === '') return [errorAt('unit.missing', path)];
  return isUnitCode(unit) ? [] : [errorAt('unit.unknown', path, { unit })];
}

/** Where an id first stands in a list. */
export type PositionOf = (id: string) => number | undefined;

/** One finding per id that is missing, blank or was there before. */
export function idFaults(
  ids: readonly (string | null | undefined)[],
  pathOf: (index: number) => Path,
  positionOf: PositionOf = firstPositions(ids),
): Findings {
  const findings: Findings = [];
  ids.forEach((id, index) => {
    if (!id?.trim()) findings.push(errorAt('id.blank', pathOf(index)));
    else if (positionOf(id) !== index) findings.push(errorAt('id.duplicate', pathOf(index), { id }));
  });
  return findings;
}

/** Finds ids in a list by a search where it is short: a million processes have few exchanges each. */
export function firstPositions(ids: readonly (string | null | undefined)[]): PositionOf {
  if (ids.length <= 8) {
    return (id) => {
      const index = ids.indexOf(id);
      return index < 0 ? undefined : index;
    };
  }
  const positions = new Map<string, number>();
  ids.forEach((id, index) => {
    if (id && !positions.has(id)) positions.set(id, index);
  });
  return (id) => positions.get(id);
}

/** A finite amount with a known unit. */
export interface Quantity {
  readonly amount: number;
  readonly unit: string;
}

const here: Path = [];

/** An amount and its unit from outside; pushes what is wrong with either and returns undefined then. */
export function quantityOf(
  amount: number | null | undefined,
  unit: string | null | undefined,
  placeOf: PlaceOf<'amount' | 'unit'>,
  domain: Domain,
  findings: Findings,
): Quantity | undefined {
  const ofAmount = numberFaults(amount, domain, here);
  const ofUnit = unitFaults(unit, here);
  if (ofAmount.length === 0 && ofUnit.length === 0) {
    return { amount: amount as number, unit: unit as string };
  }
  findings.push(
    ...ofAmount.map((finding) => within(placeOf('amount'), finding)),
    ...ofUnit.map((finding) => within(placeOf('unit'), finding)),
  );
  return undefined;
}
