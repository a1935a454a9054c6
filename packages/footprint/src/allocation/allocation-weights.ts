import {
  atLeast,
  atMost,
  choiceFaults,
  errorAt,
  type Finding,
  notNegative,
  numberFaults,
} from '@slipstream/quantity';
import type { FootprintFindingCode } from '../finding-codes.ts';
import { type Allocation, allocationBases, basesNeedingReason } from '../model/allocation.ts';

/** A product to share among: the id of its exchange and how much of it is made. */
export interface SharingProduct {
  readonly exchange: string;
  readonly amount: number;
}

/**
 * The weight of each product under an allocation, in their order (R9.4, R9.5): amount × basis per unit, or the share
 * that is given. Pushes findings and returns undefined where the allocation cannot be used.
 */
export function allocationWeights(
  allocation: Allocation,
  products: readonly SharingProduct[],
  path: Finding['path'],
  findings: Finding<FootprintFindingCode>[],
): readonly number[] | undefined {
  const wrong = allocationFindings(allocation, products, path);
  if (wrong.length === 0) {
    const weights = products.map(({ exchange, amount }) => {
      const value = allocation.factors.find((factor) => factor.exchange === exchange)?.value ?? 0;
      return allocation.given === 'share' ? value : value * amount;
    });
    const finding = weightsFinding(weights, [...path, 'factors']) ?? sumFinding(allocation, weights, path);
    if (!finding) return weights;
    wrong.push(finding);
  }
  findings.push(...wrong);
  return undefined;
}

/** The finding against weights that cannot become shares: all zero, or too large to add up. */
export function weightsFinding(
  weights: readonly number[],
  path: Finding['path'],
): Finding<FootprintFindingCode> | undefined {
  if (weights.some((weight) => !Number.isFinite(weight))) return errorAt('value.tooLarge', path);
  return weights.some((weight) => weight > 0) ? undefined : errorAt('allocation.noWeight', path);
}

function allocationFindings(
  allocation: Allocation,
  products: readonly SharingProduct[],
  path: Finding['path'],
): Finding<FootprintFindingCode>[] {
  const findings: Finding<FootprintFindingCode>[] = [];
  const { basis, factors, reason } = allocation;
  findings.push(...choiceFaults(basis, allocationBases, [...path, 'basis']));
  if (basesNeedingReason.includes(basis) && !reason?.trim()) {
    findings.push(errorAt('allocation.reasonMissing', [...path, 'reason'], { basis }));
  }
  const seen = new Set<string>();
  factors.forEach(({ exchange, value }, index) => {
    const at = [...path, 'factors', index];
    findings.push(...numberFaults(value, notNegative, [...at, 'value']));
    if (seen.has(exchange)) findings.push(errorAt('id.duplicate', [...at, 'exchange'], { id: exchange }));
    else if (!products.some((product) => product.exchange === exchange)) {
      findings.push(errorAt('allocation.factorNotProduct', [...at, 'exchange'], { exchange }));
    }
    seen.add(exchange);
  });
  for (const { exchange } of products) {
    if (!seen.has(exchange)) {
      findings.push(errorAt('allocation.factorMissing', [...path, 'factors'], { exchange }));
    }
  }
  return findings;
}

function sumFinding(
  { given }: Allocation,
  weights: readonly number[],
  path: Finding['path'],
): Finding<FootprintFindingCode> | undefined {
  const sum = weights.reduce((soFar, weight) => soFar + weight, 0);
  if (given === 'basisPerUnit' || (atLeast(sum, 1) && atMost(sum, 1))) return undefined;
  return errorAt('allocation.sharesDoNotAdd', [...path, 'factors'], { sum });
}
