import { accept, errorAt, type Finding, type Result, refuse } from './finding.ts';

/** Why a value from outside cannot be calculated with, or a result cannot be given. */
export const valueFindingCodes = [
  'value.absent',
  'value.notNumeric',
  'value.outOfDomain',
  'value.unknownChoice',
  'value.tooLarge',
] as const;
export type ValueFindingCode = (typeof valueFindingCodes)[number];

/** The values a quantity may take; a bound left out does not bind. */
export interface Domain {
  /** Smallest value allowed. */
  readonly min?: number;
  /** The value must lie above this one. */
  readonly above?: number;
  /** Largest value allowed. */
  readonly max?: number;
  /** The value must lie below this one. */
  readonly below?: number;
}

export const anyNumber: Domain = {};
export const notNegative: Domain = { min: 0 };
export const positive: Domain = { above: 0 };
export const percentOfWhole: Domain = { min: 0, max: 100 };

/**
 * Checks one number from outside. A blank is never zero: undefined, null, NaN, an infinity, a text and any value
 * outside the domain are findings.
 *
 * @returns the one error at `path`, or nothing
 */
export function numberFaults(
  value: unknown,
  domain: Domain,
  path: Finding['path'],
): Finding<ValueFindingCode>[] {
  if (value === undefined || value === null) return [errorAt('value.absent', path)];
  if (typeof value !== 'number' || !Number.isFinite(value))
    return [errorAt('value.notNumeric', path, { value: String(value) })];
  return liesOutside(value, domain) ? [errorAt('value.outOfDomain', path, { value, ...domain })] : [];
}

/**
 * Checks the number fields of an input as {@link numberFaults} does, in the order of `domains`.
 *
 * @returns one error per faulty field, its path being `prefix` and the field name
 */
export function faultsIn<Input extends object>(
  input: Input,
  domains: { readonly [Field in keyof Input]?: Domain },
  prefix: Finding['path'] = [],
): Finding<ValueFindingCode>[] {
  return (Object.entries(domains) as [keyof Input & string, Domain][]).flatMap(([field, domain]) =>
    numberFaults(input[field], domain, [...prefix, field]),
  );
}

/** Checks that a chosen word or number belongs to a closed set; the finding names the set. */
export function choiceFaults(
  value: unknown,
  choices: readonly (string | number)[],
  path: Finding['path'],
): Finding<ValueFindingCode>[] {
  return (choices as readonly unknown[]).includes(value)
    ? []
    : [errorAt('value.unknownChoice', path, { value: String(value), choices: choices.join(', ') })];
}

/**
 * Accepts a result only when every number in it, nested ones too, is finite: allowed inputs of extreme size can
 * still overflow. Else it is refused with `value.tooLarge` at the place in the result.
 */
export function acceptFinite<Value, Code extends string = never>(
  value: Value,
  findings: readonly Finding<Code>[] = [],
): Result<Value, Code | ValueFindingCode> {
  const place = placeOfNonFinite(value, []);
  return place ? refuse(errorAt('value.tooLarge', place)) : accept(value, findings);
}

function liesOutside(value: number, { min, above, max, below }: Domain): boolean {
  return (
    (min !== undefined && value < min) ||
    (above !== undefined && value <= above) ||
    (max !== undefined && value > max) ||
    (below !== undefined && value >= below)
  );
}

function placeOfNonFinite(value: unknown, path: Finding['path']): Finding['path'] | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : path;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, entry] of Object.entries(value)) {
    const place = placeOfNonFinite(entry, [...path, Array.isArray(value) ? Number(key) : key]);
    if (place) return place;
  }
  return null;
}
