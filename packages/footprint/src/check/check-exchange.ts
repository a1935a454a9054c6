import { errorAt, type Finding, notNegative, numberFaults, positive } from '@slipstream/quantity';
import { factorBasis } from '../emission/factor-basis.ts';
import { quantityOf, unitFaults } from '../entered.ts';
import type { FootprintFindingCode } from '../finding-codes.ts';
import type { EmissionFactor } from '../model/emission-factor.ts';
import { periodFindings } from './check-period.ts';
import { qualityFindings } from './check-quality.ts';
import { stageFindings } from './check-stage.ts';
import { transportParts } from './check-transport.ts';
import { convertAt } from './convert-at.ts';
import {
  type Carrier,
  type CountedExchange,
  type ExchangePlace,
  enteredPlace,
  lineIdentity,
  stageOf,
} from './exchange-place.ts';
import type { PreparedPart } from './prepared-part.ts';

/**
 * Checks one exchange and returns what it means for its process: a link's input, a line with a factor, an exclusion,
 * and the legs of its transport. Pushes every finding; what is at fault is left out of the parts.
 */
export function exchangeParts(
  place: ExchangePlace,
  findings: Finding<FootprintFindingCode>[],
): PreparedPart[] {
  const { index, exchange, path, isProduct } = place;
  const carrier = index.flowOf(exchange.flow);
  if (!carrier) findings.push(errorAt('exchange.flowUnknown', [...path, 'flow'], { flow: exchange.flow }));
  const entered = quantityOf(
    exchange.amount,
    exchange.unit,
    (part) => [...path, part],
    isProduct ? positive : notNegative,
    findings,
  );
  // A product that is avoided elsewhere counts as a credit.
  const quantity =
    entered && exchange.isAvoidedProduct ? { ...entered, amount: 0 - entered.amount } : entered;
  findings.push(...describedFindings(place), ...answerFindings(place, carrier));
  const counted = { ...place, carrier, quantity };
  const answers = isProduct
    ? []
    : [...activityPart(counted, findings), ...linkPart(counted, findings), ...cutOffPart(counted, findings)];
  return [...answers, ...transportParts(counted, findings)];
}

function activityPart(place: CountedExchange, findings: Finding<FootprintFindingCode>[]): PreparedPart[] {
  const { exchange, path, carrier, quantity, weights } = place;
  if (!exchange.factor) return [];
  findings.push(...factorBoundaryFindings(place, exchange.factor));
  const basis = factorBasis(exchange.factor, path, findings);
  if (!basis || !quantity) return [];
  const placeOf = (part: 'value' | 'from' | 'to') =>
    part === 'to' ? [...path, 'factor', 'unit'] : enteredPlace(path, part);
  const amount = convertAt(quantity.amount, quantity.unit, basis.unit, carrier, placeOf, findings);
  if (amount === undefined) return [];
  return [
    {
      kind: 'line',
      path,
      exchange: exchange.id,
      weights,
      identity: lineIdentity(place, exchange.factor),
      enteredAmount: quantity.amount,
      enteredUnit: quantity.unit,
      amount,
      unit: basis.unit,
      components: basis.components,
    },
  ];
}

function describedFindings({ index, exchange, path }: ExchangePlace): Finding<FootprintFindingCode>[] {
  const { boundary, period } = index.draft;
  return [
    ...stageFindings(exchange.stage, boundary, path),
    ...periodFindings(exchange.period, path, period),
    ...qualityFindings(exchange, path),
  ];
}

/** An exchange has exactly one answer, a product has none. */
function answerFindings(
  { exchange, path, isProduct, isLinked }: ExchangePlace,
  carrier: Carrier,
): Finding<FootprintFindingCode>[] {
  const findings: Finding<FootprintFindingCode>[] = [];
  const answers = [
    ...(isLinked ? ['link'] : []),
    ...(['factor', 'cutOff', 'burdenFree'] as const).filter((answer) => exchange[answer] !== undefined),
  ];
  if (exchange.burdenFree !== undefined && exchange.burdenFree.trim() === '') {
    findings.push(errorAt('reason.missing', [...path, 'burdenFree']));
  }
  if (exchange.isAvoidedProduct && (exchange.isInput || carrier?.flow.flowType !== 'product')) {
    findings.push(errorAt('exchange.avoidedNotProduct', [...path, 'isAvoidedProduct']));
  }
  const values = { exchange: exchange.id, answers: answers.join(', ') };
  if (isProduct && answers.length > 0) findings.push(errorAt('exchange.productAnswered', path, values));
  if (!isProduct && answers.length > 1) findings.push(errorAt('exchange.answeredTwice', path, values));
  if (!isProduct && answers.length === 0) {
    findings.push(errorAt('exchange.unlinked', path, { exchange: exchange.id, flow: exchange.flow }));
  }
  return findings;
}

/** Grid factors are for organizations (R3.14); inputs before the gate need cradle-to-gate factors (R7.2). */
function factorBoundaryFindings(
  place: ExchangePlace,
  factor: EmissionFactor,
): Finding<FootprintFindingCode>[] {
  const at = () => [...place.path, 'factor', 'boundary'];
  if (factor.boundary === 'grid') return [errorAt('factor.gridFactor', at(), { factor: factor.id })];
  const beforeGate = ['rawMaterial', 'manufacturing', 'service'].includes(stageOf(place));
  return factor.boundary === 'cradleToGrave' && place.exchange.isInput && beforeGate
    ? [errorAt('factor.boundaryMismatch', at(), { factor: factor.id, boundary: factor.boundary })]
    : [];
}

function linkPart(
  { exchange, path, provider, weights, carrier, quantity }: CountedExchange,
  findings: Finding<FootprintFindingCode>[],
): PreparedPart[] {
  if (!provider || !quantity) return [];
  const { unit } = provider.product;
  if (unit === null || unitFaults(unit, []).length > 0) return [];
  const placeOf = (part: 'value' | 'from' | 'to') =>
    part === 'to' ? ['links', provider.link] : enteredPlace(path, part);
  const converted = convertAt(quantity.amount, quantity.unit, unit, carrier, placeOf, findings);
  if (converted === undefined) return [];
  return [
    {
      kind: 'input',
      path,
      exchange: exchange.id,
      weights,
      provider: provider.provider,
      place: provider.place,
      amount: converted,
    },
  ];
}

function cutOffPart(
  { process, exchange, path, weights, carrier }: CountedExchange,
  findings: Finding<FootprintFindingCode>[],
): PreparedPart[] {
  const { cutOff } = exchange;
  if (!cutOff) return [];
  const at = [...path, 'cutOff'];
  if (cutOff.reason.trim() === '') findings.push(errorAt('reason.missing', [...at, 'reason']));
  findings.push(...numberFaults(cutOff.estimatedKgCO2e, notNegative, [...at, 'estimatedKgCO2e']));
  return [
    {
      kind: 'exclusion',
      path,
      exchange: exchange.id,
      weights,
      process: process.id,
      name: carrier?.flow.name ?? exchange.flow,
      reason: cutOff.reason,
      amount: cutOff.estimatedKgCO2e ?? 0,
    },
  ];
}
