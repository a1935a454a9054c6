import {
  accept,
  choiceFaults,
  errorAt,
  type Finding,
  notNegative,
  numberFaults,
  positive,
  type Result,
  refuse,
  warningAt,
} from '@slipstream/quantity';
import { idFaults, unitFaults } from '../entered.ts';
import type { FootprintFindingCode } from '../finding-codes.ts';
import { questionDuplicates } from '../interpretation/plausibility.ts';
import { type AllocationBasis, allocationBases, basesNeedingReason } from '../model/allocation.ts';
import { weightsFinding } from './allocation-weights.ts';
import { distribute } from './distribute.ts';

/** A flow of the whole factory over the period. */
export interface FactoryFlow {
  readonly name: string;
  readonly total: number | null;
  readonly unit: string | null;
}

export interface PieceAllocationInput {
  readonly basis: AllocationBasis;
  readonly products: readonly {
    readonly id: string;
    /** Pieces made in the period. */
    readonly quantity: number | null;
    /** What one piece takes of the basis: 1 for count, kg, hours, price … */
    readonly basisPerPiece: number | null;
  }[];
  readonly flows: readonly FactoryFlow[];
  /** Ids of the products that use these flows; blank = all (R9.6). */
  readonly appliesTo?: readonly string[];
  /** Why this basis; a price or the firm's own key needs it (R9.3). */
  readonly reason?: string;
}

export interface PieceAllocation {
  /** In the order of the products; the shares add up to one exactly. */
  readonly products: readonly {
    readonly id: string;
    readonly share: number;
    /** In the order of the flows, in their units. */
    readonly flows: readonly {
      readonly name: string;
      readonly unit: string;
      /** For all pieces; over the products these add up to the total of the flow to the last digit. */
      readonly allocated: number;
      readonly perPiece: number;
    }[];
  }[];
}

/**
 * Shares the flows of a whole factory among its products and their pieces (R9.5, R9.6):
 * weight = quantity × basis per piece, share = weight / Σ weights, per piece = total × share / quantity.
 * A product that `appliesTo` does not name takes nothing.
 *
 * By mass, 800,000 × 3 kg, 1,000,000 × 5 kg and 1,200,000 × 4 kg weigh 12,200,000 kg in all; the second takes 41 %,
 * of 900,000 kWh that is 0.369 kWh per piece.
 *
 * Refuses a quantity that is not positive, a negative or missing amount, unknown units and products, and weights
 * that are all zero. Warns where the basis needs a reason and has none; asks about two flows of one name.
 */
export function allocatePerPiece(input: PieceAllocationInput): Result<PieceAllocation, FootprintFindingCode> {
  const findings = pieceAllocationFindings(input);
  const doubts: Finding<FootprintFindingCode>[] = [...questionDuplicates(input.flows, ['flows'])];
  if (basesNeedingReason.includes(input.basis) && !input.reason?.trim()) {
    doubts.push(warningAt('allocation.reasonMissing', ['reason'], { basis: input.basis }));
  }
  if (findings.length > 0) return refuse(...findings, ...doubts);

  const weights = input.products.map((product) =>
    input.appliesTo && !input.appliesTo.includes(product.id)
      ? 0
      : (product.quantity ?? 0) * (product.basisPerPiece ?? 0),
  );
  const weightFinding = weightsFinding(weights, ['products']);
  if (weightFinding) return refuse(weightFinding, ...doubts);

  const shares = distribute(1, weights);
  const allocated = input.flows.map((flow) => distribute(flow.total ?? 0, weights));
  const products = input.products.map((product, index) => ({
    id: product.id,
    share: shares[index] ?? 0,
    flows: input.flows.map((flow, row) => {
      const amount = allocated[row]?.[index] ?? 0;
      return {
        name: flow.name,
        unit: flow.unit ?? '',
        allocated: amount,
        perPiece: amount / (product.quantity ?? 1),
      };
    }),
  }));
  const overflow = products.flatMap((product, index) =>
    product.flows.some((flow) => !Number.isFinite(flow.perPiece))
      ? [errorAt('value.tooLarge', ['products', index, 'quantity'], { id: product.id })]
      : [],
  );
  return overflow.length > 0 ? refuse(...overflow, ...doubts) : accept({ products }, doubts);
}

function pieceAllocationFindings(input: PieceAllocationInput): Finding<FootprintFindingCode>[] {
  const ids = input.products.map((product) => product.id);
  const findings = idFaults(ids, (index) => ['products', index, 'id']);
  findings.push(...choiceFaults(input.basis, allocationBases, ['basis']));
  input.products.forEach((product, index) => {
    findings.push(
      ...numberFaults(product.quantity, positive, ['products', index, 'quantity']),
      ...numberFaults(product.basisPerPiece, notNegative, ['products', index, 'basisPerPiece']),
    );
  });
  input.flows.forEach((flow, index) => {
    findings.push(
      ...numberFaults(flow.total, notNegative, ['flows', index, 'total']),
      ...unitFaults(flow.unit, ['flows', index, 'unit']),
    );
  });
  input.appliesTo?.forEach((id, index) => {
    if (!ids.includes(id))
      findings.push(errorAt('allocation.appliesToUnknown', ['appliesTo', index], { id }));
  });
  return findings;
}
