import {
  anyNumber,
  errorAt,
  type Finding,
  numberFaults,
  percentOfWhole,
  positive,
} from '@slipstream/quantity';
import { weighExchanges } from '../allocation/exchange-weights.ts';
import { quantityOf } from '../entered.ts';
import type { FootprintFindingCode } from '../finding-codes.ts';
import { footprintComponents, mapComponents } from '../model/footprint-components.ts';
import type { SealedProcess, UnitProcess } from '../model/process.ts';
import { exchangeParts } from './check-exchange.ts';
import type { LinkedExchanges } from './check-links.ts';
import { periodFindings } from './check-period.ts';
import { qualityFindings } from './check-quality.ts';
import { stageFindings } from './check-stage.ts';
import type { DraftIndex } from './draft-index.ts';
import type { PreparedPart } from './prepared-part.ts';
import { type Product, productFindings } from './process-products.ts';

/**
 * Checks a unit process with all its exchanges and returns what they mean for it. Pushes every finding; parts are
 * complete only if there were none.
 */
export function unitProcessParts(
  process: UnitProcess,
  at: number,
  products: readonly Product[],
  index: DraftIndex,
  links: LinkedExchanges,
  findings: Finding<FootprintFindingCode>[],
): PreparedPart[] {
  const path = ['processes', at];
  const { boundary, period } = index.draft;
  findings.push(
    ...stageFindings(process.stage, boundary, path),
    ...periodFindings(process.period, path, period),
    ...productFindings(process, products, at, index),
  );
  const sharing = products.flatMap(({ exchange, amount }) => {
    const product = exchange === null ? undefined : process.exchanges[exchange];
    return product ? [{ exchange: product.id, amount: amount ?? 0 }] : [];
  });
  const weigh = weighExchanges(sharing, process.allocation, path, findings);
  return process.exchanges.flatMap((exchange, position) => {
    const exchangePath = [...path, 'exchanges', position];
    const place = {
      index,
      process,
      exchange,
      path: exchangePath,
      isProduct: products.some((product) => product.exchange === position),
      isLinked: links.isLinked(at, position),
      provider: links.providerOf(at, position),
      weights: sharing.length > 0 ? (weigh(exchange, exchangePath) ?? []) : [],
    };
    return exchangeParts(place, findings);
  });
}

/**
 * Checks a sealed process and returns its only line: the emissions of its declared unit amount (R3.13). It must end
 * at the gate where it goes into a product (R7.2), and may not come from the study it is used in.
 */
export function sealedProcessParts(
  process: SealedProcess,
  at: number,
  index: DraftIndex,
  findings: Finding<FootprintFindingCode>[],
): PreparedPart[] {
  const path = ['processes', at, 'footprint'];
  const { footprint } = process;
  const { boundary, studyId } = index.draft;
  const carrier = index.flowOf(footprint.flow);
  const before = findings.length;
  const declared = quantityOf(
    footprint.declaredUnitAmount,
    footprint.declaredUnitOfMeasurement,
    (part) => [...path, part === 'amount' ? 'declaredUnitAmount' : 'declaredUnitOfMeasurement'],
    positive,
    findings,
  );
  if (!carrier) findings.push(errorAt('exchange.flowUnknown', [...path, 'flow'], { flow: footprint.flow }));
  findings.push(
    ...stageFindings(process.stage, boundary, ['processes', at]),
    ...footprintComponents.flatMap((component) =>
      numberFaults(footprint.components[component], anyNumber, [...path, 'components', component]),
    ),
    ...periodFindings(footprint.period, path),
    ...qualityFindings(footprint, path),
  );
  const share = footprint.primaryDataSharePercent;
  if (share !== null) {
    findings.push(...numberFaults(share, percentOfWhole, [...path, 'primaryDataSharePercent']));
  }
  if (studyId !== undefined && footprint.studyId === studyId) {
    findings.push(errorAt('sealed.sameStudy', [...path, 'studyId'], { studyId }));
  }
  const beforeGate = ['rawMaterial', 'manufacturing', 'service'].includes(process.stage);
  if (footprint.business !== 'B2B' && beforeGate) {
    findings.push(
      errorAt('sealed.boundaryMismatch', [...path, 'business'], { business: footprint.business }),
    );
  }
  if (!declared || findings.length > before) return [];
  return [
    {
      kind: 'line',
      path,
      exchange: '',
      weights: [1],
      identity: {
        kind: 'sealed',
        process: process.id,
        exchange: null,
        leg: null,
        name: process.name,
        stage: process.stage,
        supplier: process.supplier ?? null,
        dataType: (share ?? 0) > 0 ? 'primary' : 'secondary',
        period: footprint.period ?? null,
        evidence: footprint.evidence ?? [],
        activityQuality: footprint.quality ?? null,
        activityUncertaintyPercent: null,
        factor: null,
        study: {
          studyId: footprint.studyId,
          version: footprint.version,
          business: footprint.business,
          primaryDataSharePercent: share,
          ...(footprint.gwpSet !== undefined && { gwpSet: footprint.gwpSet }),
        },
        primaryShare: (share ?? 0) / 100,
      },
      enteredAmount: declared.amount,
      enteredUnit: declared.unit,
      amount: declared.amount,
      unit: declared.unit,
      components: mapComponents((component) => footprint.components[component] / declared.amount),
    },
  ];
}
