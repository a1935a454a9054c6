import { errorAt, type Finding } from '@slipstream/quantity';
import type { FootprintFindingCode } from '../finding-codes.ts';
import { dataQualityIndicators, type PedigreeScores } from '../model/data-quality.ts';

/** Findings against grades that are not 1, 2, 3, 4 or 5 (R8.2). */
export function gradeFindings(
  scores: PedigreeScores | undefined,
  path: Finding['path'],
): Finding<FootprintFindingCode>[] {
  if (!scores) return [];
  return dataQualityIndicators
    .filter((indicator) => ![1, 2, 3, 4, 5].includes(scores[indicator]))
    .map((indicator) => errorAt('grade.invalid', [...path, indicator], { grade: String(scores[indicator]) }));
}
