import { choiceFaults, type Finding, notNegative, numberFaults } from '@slipstream/quantity';
import type { FootprintFindingCode } from '../finding-codes.ts';
import { dataQualityIndicators, type PedigreeScores } from '../model/data-quality.ts';

const grades = [1, 2, 3, 4, 5];

/** What may be said about the quality of an amount or a factor. */
interface Quality {
  readonly quality?: PedigreeScores;
  readonly uncertaintyPercent?: number;
}

/** Findings against grades that are not 1 to 5 (R8.2) and an uncertainty that is no percentage (R21). */
export function qualityFindings(
  { quality, uncertaintyPercent }: Quality,
  path: Finding['path'],
): Finding<FootprintFindingCode>[] {
  const ofGrades = quality
    ? dataQualityIndicators.flatMap((indicator) =>
        choiceFaults(quality[indicator], grades, [...path, 'quality', indicator]),
      )
    : [];
  const ofUncertainty =
    uncertaintyPercent === undefined
      ? []
      : numberFaults(uncertaintyPercent, notNegative, [...path, 'uncertaintyPercent']);
  return [...ofGrades, ...ofUncertainty];
}
