import { accept, errorAt, type Finding, type Result, refuse } from '@slipstream/quantity';

/** By what a firm chooses the product to study (R32). */
export const choiceCriteria = [
  'purpose',
  'reductionPotential',
  'strategyFit',
  'supplierParticipation',
  'differentiation',
  'resources',
] as const;
export type ChoiceCriterion = (typeof choiceCriteria)[number];

/** What one department thinks of one product by one criterion: a whole grade of 1 to 5. */
export interface ChoiceGrade {
  readonly productId: string;
  readonly department: string;
  readonly criterion: ChoiceCriterion;
  readonly grade: number;
}

export interface ProductChoice {
  readonly productId: string;
  /** Mean of the criteria that were graded, each the mean of its departments; 1 to 5. */
  readonly score: number;
  readonly byCriterion: Readonly<Partial<Record<ChoiceCriterion, number>>>;
  /** Not graded by anybody: a blank is no low grade, but the score rests on less. */
  readonly ungraded: readonly ChoiceCriterion[];
}

export const productChoiceFindingCodes = [
  'productChoice.gradeInvalid',
  'productChoice.criterionUnknown',
  'productChoice.gradedTwice',
] as const;
type Code = (typeof productChoiceFindingCodes)[number];

/**
 * Scores products by the grades of the departments concerned (R32). Products graded by every criterion come first, then
 * those with the fewest blanks; among equals the higher score, then the id.
 * @returns refused for a grade that is no whole number of 1 to 5, an unknown criterion, or a department grading the same
 * twice.
 */
export function productChoice(grades: readonly ChoiceGrade[]): Result<readonly ProductChoice[], Code> {
  const seen = new Set<string>();
  const faults = grades.flatMap(({ productId, department, criterion, grade }, index): Finding<Code>[] => {
    const key = JSON.stringify([productId, department, criterion]);
    const twice = seen.has(key);
    seen.add(key);
    return [
      ...(choiceCriteria.includes(criterion)
        ? []
        : [
            errorAt('productChoice.criterionUnknown' as const, ['grades', index, 'criterion'], { criterion }),
          ]),
      ...(Number.isInteger(grade) && grade >= 1 && grade <= 5
        ? []
        : [errorAt('productChoice.gradeInvalid' as const, ['grades', index, 'grade'], { found: grade })]),
      ...(twice
        ? [
            errorAt('productChoice.gradedTwice' as const, ['grades', index], {
              productId,
              department,
              criterion,
            }),
          ]
        : []),
    ];
  });
  if (faults.length > 0) return refuse(...faults);
  const byProduct = Map.groupBy(grades, ({ productId }) => productId);
  const choices = [...byProduct].map(([productId, given]) => choiceOf(productId, given));
  return accept(
    choices.sort(
      (one, other) =>
        one.ungraded.length - other.ungraded.length ||
        other.score - one.score ||
        (one.productId < other.productId ? -1 : 1),
    ),
  );
}

function choiceOf(productId: string, grades: readonly ChoiceGrade[]): ProductChoice {
  const means = choiceCriteria.flatMap((criterion) => {
    const given = grades.filter((grade) => grade.criterion === criterion).map(({ grade }) => grade);
    return given.length > 0 ? [[criterion, meanOf(given)] as const] : [];
  });
  const graded = means.map(([criterion]) => criterion);
  return {
    productId,
    score: meanOf(means.map(([, mean]) => mean)),
    byCriterion: Object.fromEntries(means),
    ungraded: choiceCriteria.filter((criterion) => !graded.includes(criterion)),
  };
}

/** Of at least one value. */
function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
