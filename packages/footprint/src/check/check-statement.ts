import {
  choiceFaults,
  errorAt,
  type Finding,
  notNegative,
  numberFaults,
  positive,
} from '@slipstream/quantity';
import { type Quantity, quantityOf, unitFaults } from '../entered.ts';
import type { FootprintFindingCode } from '../finding-codes.ts';
import { businessBoundaries, productKinds } from '../model/life-cycle.ts';
import type { ProductSystemDraft } from '../model/product-system.ts';
import { periodFindings } from './check-period.ts';
import { convertAt } from './convert-at.ts';
import type { DraftIndex } from './draft-index.ts';
import type { Product } from './process-products.ts';

/** Findings against what the study states: unit, boundary, period, cut-off criteria (R3.4, R3.7, R4). */
export function statementFindings(draft: ProductSystemDraft): Finding<FootprintFindingCode>[] {
  const { boundary, period, cutOffCriteria } = draft;
  const findings = [...statedUnitFindings(draft), ...periodFindings(period, [])];
  findings.push(
    ...choiceFaults(boundary.productKind, productKinds, ['boundary', 'productKind']),
    ...choiceFaults(boundary.business, businessBoundaries, ['boundary', 'business']),
  );
  for (const limit of ['singleLimitPercent', 'totalLimitPercent'] as const) {
    if (cutOffCriteria) {
      findings.push(...numberFaults(cutOffCriteria[limit], notNegative, ['cutOffCriteria', limit]));
    }
  }
  return findings;
}

/** The unit of a function may be anything that can be counted ("wash cycle"); a declared unit is a unit code. */
function statedUnitFindings({ statedUnit }: ProductSystemDraft): Finding<FootprintFindingCode>[] {
  if (!statedUnit) return [errorAt('statedUnit.missing', ['statedUnit'])];
  const { kind, description, amount, unit } = statedUnit;
  const findings: Finding<FootprintFindingCode>[] = numberFaults(amount, positive, ['statedUnit', 'amount']);
  if (kind === 'declaredUnit') return [...findings, ...unitFaults(unit, ['statedUnit', 'unit'])];
  if (!unit?.trim()) findings.push(errorAt('unit.missing', ['statedUnit', 'unit']));
  if (description.trim() === '') {
    findings.push(errorAt('statedUnit.descriptionMissing', ['statedUnit', 'description']));
  }
  return findings;
}

/** How much of which product leaves the system, in the unit of that product. */
export interface Demand {
  /** Position of the process in the draft. */
  readonly process: number;
  /** Place of the product among those of its process. */
  readonly place: number;
  readonly amount: number;
}

/**
 * Finds the product that leaves the system. A declared unit is this very amount, in whatever unit it is stated.
 * Pushes findings; undefined where there is no such product or its amount cannot be told.
 */
export function referenceDemand(
  index: DraftIndex,
  products: readonly (readonly Product[])[],
  findings: Finding<FootprintFindingCode>[],
): Demand | undefined {
  const { referenceFlow } = index.draft;
  if (!referenceFlow) {
    findings.push(errorAt('referenceFlow.missing', ['referenceFlow']));
    return undefined;
  }
  const { process, flow, amount, unit } = referenceFlow;
  const asked = quantityOf(amount, unit, (part) => ['referenceFlow', part], positive, findings);
  const at = index.processOf(process);
  if (at === undefined) {
    findings.push(errorAt('referenceFlow.processUnknown', ['referenceFlow', 'process'], { process }));
    return undefined;
  }
  const place = products[at]?.findIndex((made) => made.flow === flow) ?? -1;
  const product = products[at]?.[place];
  if (!product) {
    findings.push(errorAt('referenceFlow.notProduced', ['referenceFlow', 'flow'], { process, flow }));
    return undefined;
  }
  if (!asked) return undefined;
  findings.push(...declaredUnitFindings(index, asked));
  if (product.unit === null || unitFaults(product.unit, []).length > 0) return undefined;
  const demand = convertAt(
    asked.amount,
    asked.unit,
    product.unit,
    index.flowOf(flow),
    referencePlaceOf,
    findings,
  );
  return demand === undefined ? undefined : { process: at, place, amount: demand };
}

const referencePlaceOf = (part: 'value' | 'from' | 'to') => [
  'referenceFlow',
  part === 'value' ? 'amount' : 'unit',
];

/** A reference flow of 1 kg under a declared unit of 1 t would be wrong by a thousand. */
function declaredUnitFindings(
  { draft, flowOf }: DraftIndex,
  asked: Quantity,
): Finding<FootprintFindingCode>[] {
  const { statedUnit, referenceFlow } = draft;
  if (statedUnit?.kind !== 'declaredUnit' || statedUnit.amount === null) return [];
  if (statedUnit.unit === null || unitFaults(statedUnit.unit, []).length > 0) return [];
  const findings: Finding<FootprintFindingCode>[] = [];
  const carrier = flowOf(referenceFlow?.flow ?? '');
  const declared = convertAt(asked.amount, asked.unit, statedUnit.unit, carrier, referencePlaceOf, findings);
  if (declared !== undefined && Math.abs(declared - statedUnit.amount) > 1e-9 * Math.abs(statedUnit.amount)) {
    findings.push(
      errorAt('referenceFlow.notDeclaredUnit', ['referenceFlow', 'amount'], {
        amount: declared,
        declared: statedUnit.amount,
        unit: statedUnit.unit,
      }),
    );
  }
  return findings;
}
