import { atMost, type Finding } from '@slipstream/quantity';

/** Questions about a value that calculates but looks odd; each is asked at its field with its figures. */
export const plausibilityFindingCodes = [
  'plausibility.magnitude',
  'plausibility.duplicateSubstance',
] as const;
type PlausibilityFinding = Finding<(typeof plausibilityFindingCodes)[number]>;

/** A value more than this many times the median of its like is questioned (R10.6). */
const magnitudeRatio = 100;

/**
 * Asks about a per-unit value more than 100 times the median of the same substance in earlier studies or sister
 * lines (R10.6): usually kg typed as g, or kW as kWh. No question while there is no earlier value to compare
 * with, or their median is zero. Earlier values that are not finite are left out.
 */
export function questionMagnitude(
  value: number,
  earlierValues: readonly number[],
  path: Finding['path'] = [],
): readonly PlausibilityFinding[] {
  const median = medianOf(earlierValues.filter(Number.isFinite).map(Math.abs));
  if (median === null || median === 0 || !Number.isFinite(value)) return [];
  const ratio = Math.abs(value) / median;
  if (atMost(ratio, magnitudeRatio)) return [];
  return [{ code: 'plausibility.magnitude', severity: 'question', path, values: { value, median, ratio } }];
}

/**
 * Asks about every line that names a substance an earlier line of the same process already names (R9.2). Full and
 * half width, case and spacing make no difference; missing and blank names are not compared.
 */
export function questionDuplicates(
  lines: readonly { readonly name?: string | null }[],
  path: Finding['path'] = ['lines'],
): readonly PlausibilityFinding[] {
  const firstIndex = new Map<string, number>();
  const findings: PlausibilityFinding[] = [];
  lines.forEach(({ name }, index) => {
    const substance = name?.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
    if (!name || !substance) return;
    const first = firstIndex.get(substance);
    if (first === undefined) firstIndex.set(substance, index);
    else {
      findings.push({
        code: 'plausibility.duplicateSubstance',
        severity: 'question',
        path: [...path, index, 'name'],
        values: { name, firstIndex: first },
      });
    }
  });
  return findings;
}

function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) return null;
  return lower + (upper - lower) / 2;
}
