import {
  labelEligibility,
  missingReviewDocuments,
  pcrFinalisation,
  reportCompleteness,
} from '@slipstream/assurance';
import { accept } from '@slipstream/quantity';
import type { Operation } from '../operations.ts';

interface CompletenessInputs {
  readonly presentItems: readonly number[];
  readonly notApplicableItems: readonly number[];
}

export const assuranceOperations: Readonly<Record<string, Operation>> = {
  'report.completeness': ({ presentItems, notApplicableItems }: CompletenessInputs) =>
    reportCompleteness(
      presentItems,
      notApplicableItems.map((item) => ({ item, reason: 'as declared' })),
    ),
  'review.missingDocuments': (inputs: { provided: readonly string[]; isSeriesProduct: boolean }) =>
    accept(missingReviewDocuments(inputs.provided, inputs.isSeriesProduct)),
  'pcr.finalise': pcrFinalisation,
  'label.eligibility': labelEligibility,
};
