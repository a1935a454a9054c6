import { chooseEmissionFactor, type FactorCandidate, type FactorContext } from '@slipstream/factor-library';
import { accept } from '@slipstream/quantity';
import type { Operation } from '../operations.ts';

export const factorLibraryOperations: Readonly<Record<string, Operation>> = {
  'factor.choose': ({ context, candidates }: { context: FactorContext; candidates: FactorCandidate[] }) => {
    const choice = chooseEmissionFactor(context, candidates);
    if (!choice.ok) return choice;
    const { chosen, rejected } = choice.value;
    return accept({
      chosen: chosen?.factor.id ?? null,
      priority: chosen?.priority ?? null,
      rejected: Object.fromEntries(rejected.map(({ factor, reason }) => [factor.id, reason])),
    });
  },
};
