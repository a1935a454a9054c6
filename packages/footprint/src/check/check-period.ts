import { errorAt, type Finding, isDay, warningAt } from '@slipstream/quantity';
import type { FootprintFindingCode } from '../finding-codes.ts';
import type { TimePeriod } from '../model/life-cycle.ts';

/**
 * Findings against the period of what stands at `owner`: days that do not exist, an end before its start, and, against the period of the
 * study, data from another time altogether (error) or from only a part of it (warning) (R3.5).
 */
export function periodFindings(
  period: TimePeriod | null | undefined,
  owner: Finding['path'],
  study?: TimePeriod | null,
): Finding<FootprintFindingCode>[] {
  if (!period) return [];
  const path = [...owner, 'period'];
  const findings: Finding<FootprintFindingCode>[] = [];
  for (const end of ['start', 'end'] as const) {
    if (!isDay(period[end])) {
      findings.push(errorAt('period.invalid', [...path, end], { day: String(period[end]) }));
    }
  }
  if (findings.length > 0) return findings;
  const values = { start: period.start, end: period.end };
  if (period.end < period.start) return [errorAt('period.reversed', path, values)];
  if (!study || periodFindings(study, []).length > 0) return [];

  const against = { ...values, studyStart: study.start, studyEnd: study.end };
  if (period.end < study.start || period.start > study.end) return [errorAt('period.outside', path, against)];
  if (period.start > study.start || period.end < study.end)
    return [warningAt('period.partial', path, against)];
  return [];
}
