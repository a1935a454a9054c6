import {
  offsetCredits,
  programmeTotals,
  type RankingWeights,
  rankSuppliers,
  type SavingTier,
  type SupplierCandidate,
  targetProgress,
  tierSaving,
} from '@slipstream/programme';
import { accept } from '@slipstream/quantity';
import type { Operation } from '../operations.ts';

interface RankInputs {
  readonly weights: RankingWeights;
  readonly targetBomCoverage: number;
  readonly maxCount: number;
  readonly candidates: readonly SupplierCandidate[];
}

export const programmeOperations: Readonly<Record<string, Operation>> = {
  'supplier.rank': (inputs: RankInputs) => {
    const result = rankSuppliers(inputs);
    if (!result.ok) return result;
    const { suppliers, declined, coverage, targetReached } = result.value;
    return accept({
      scores: Object.fromEntries(suppliers.map(({ id, score }) => [id, score])),
      ranking: suppliers.map(({ id }) => id),
      declined,
      selected: suppliers.filter(({ isSelected }) => isSelected).map(({ id }) => id),
      coverage,
      targetReached,
    });
  },
  'programme.totals': ({ suppliers }: { suppliers: Parameters<typeof programmeTotals>[0] }) =>
    programmeTotals(suppliers),
  'savings.tier': ({ tier, annualKwh }: { tier: SavingTier; annualKwh: number }) =>
    tierSaving(tier, annualKwh),
  'target.progress': targetProgress,
  'offset.reduction': offsetCredits,
};
