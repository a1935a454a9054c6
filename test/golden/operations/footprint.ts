import {
  allocatePerPiece,
  businessBoundaries,
  footprintPerReference,
  judgeCutOff,
  normalisePerUnit,
  productKinds,
  separateReporting,
  stageShares,
  stagesInScope,
  totalOfLines,
  transportEmissions,
} from '@slipstream/footprint';
import { accept, choiceFaults, type Result, refuse } from '@slipstream/quantity';
import type { Operation } from '../operations.ts';

/** The figures of each stage as an object by stage. */
function byStage<Row extends { readonly stage: string }>(
  rows: readonly Row[],
  figureOf: (row: Row) => number,
) {
  return Object.fromEntries(rows.map((row) => [row.stage, figureOf(row)]));
}

function map<From, To>(result: Result<From>, translate: (value: From) => To): Result<To> {
  return result.ok ? accept(translate(result.value)) : result;
}

export const footprintOperations: Readonly<Record<string, Operation>> = {
  'cfp.total': ({ lines, resultUnit }) => totalOfLines(lines, resultUnit),
  'cfp.stageShares': ({ stages }) =>
    map(stageShares(stages), ({ total, shares }) => ({
      total,
      sharePercent: byStage(shares, ({ percent }) => percent),
    })),
  'cfp.perReference': ({ cfpGramsCO2e, declaredMassGrams, referenceMassGrams }) =>
    map(footprintPerReference(cfpGramsCO2e, declaredMassGrams, referenceMassGrams), (gramsCO2e) => ({
      gramsCO2e,
    })),
  'cfp.scopeStages': ({ kind, boundary }) => {
    const unknown = [
      ...choiceFaults(kind, productKinds, ['kind']),
      ...choiceFaults(boundary, businessBoundaries, ['boundary']),
    ];
    return unknown.length > 0 ? refuse(...unknown) : accept({ stages: stagesInScope(kind, boundary) });
  },
  'cfp.cutoff': ({ totalEstimate, excluded, ...criteria }) => judgeCutOff(totalEstimate, excluded, criteria),
  'cfp.transport': ({ massKg, distanceKm, factorKgCO2ePerTkm }) =>
    transportEmissions(massKg, distanceKm, factorKgCO2ePerTkm),
  'cfp.separateReporting': ({ stages }) =>
    map(separateReporting(stages), ({ stages: reported, ...figures }) => ({
      stageAbsolute: byStage(reported, ({ absolute }) => absolute),
      stagePercent: byStage(reported, ({ percent }) => percent),
      ...figures,
    })),
  'normalise.perUnit': ({ units, rows }) =>
    map(normalisePerUnit(units, rows), (amounts) => ({ perUnit: amounts.map(({ amount }) => amount) })),
  'allocation.perPiece': (inputs) =>
    map(allocatePerPiece(inputs), ({ products }) => ({
      sharePercent: Object.fromEntries(products.map(({ id, share }) => [id, share * 100])),
      perPiece: Object.fromEntries(
        products.map(({ id, flows }) => [
          id,
          Object.fromEntries(flows.map(({ name, perPiece }) => [name, perPiece])),
        ]),
      ),
    })),
};
