import { errorAt, type Finding, notNegative } from '@slipstream/quantity';
import { factorBasis } from '../emission/factor-basis.ts';
import { transportWork } from '../emission/transport.ts';
import { quantityOf } from '../entered.ts';
import type { FootprintFindingCode } from '../finding-codes.ts';
import type { TransportLeg } from '../model/process.ts';
import { qualityFindings } from './check-quality.ts';
import { stageFindings } from './check-stage.ts';
import { convertAt } from './convert-at.ts';
import { type CountedExchange, enteredPlace, lineIdentity, stageOf } from './exchange-place.ts';
import type { PreparedPart } from './prepared-part.ts';

/**
 * The lines of an exchange's transport: tkm = mass × distance × factor of the mode for each leg (R13). The mass is
 * that of the exchange unless the leg states its own. Pushes findings; a leg at fault gives no line.
 */
export function transportParts(
  place: CountedExchange,
  findings: Finding<FootprintFindingCode>[],
): PreparedPart[] {
  return (place.exchange.transport ?? []).flatMap((leg, at) => {
    const path = [...place.path, 'transport', at];
    const part = legPart(place, leg, path, findings);
    return part ? [part] : [];
  });
}

function legPart(
  place: CountedExchange,
  leg: TransportLeg,
  path: Finding['path'],
  findings: Finding<FootprintFindingCode>[],
): PreparedPart | undefined {
  findings.push(...stageFindings(leg.stage, place.index.draft.boundary, path), ...qualityFindings(leg, path));
  const massKg = carriedMass(place, leg, path, findings);
  const distanceKm = distanceOf(leg, path, findings);
  if (!leg.factor) {
    findings.push(errorAt('factor.missing', [...path, 'factor'], { leg: leg.id }));
    return undefined;
  }
  const basis = factorBasis(leg.factor, path, findings, leg.mode === 'air');
  if (!basis || massKg === undefined || distanceKm === undefined) return undefined;

  const placeOf = (part: 'value' | 'from' | 'to') =>
    part === 'value' ? [...path, 'distance'] : [...path, 'factor', 'unit'];
  const tonneKilometres = transportWork(massKg, distanceKm);
  const work = convertAt(tonneKilometres, 'tkm', basis.unit, undefined, placeOf, findings);
  if (work === undefined) return undefined;
  const identity = {
    ...lineIdentity(place, leg.factor),
    kind: 'transport' as const,
    leg: leg.id,
    stage: leg.stage ?? stageOf(place),
    dataType: leg.dataType,
    evidence: leg.evidence ?? [],
    activityQuality: leg.quality ?? null,
    activityUncertaintyPercent: leg.uncertaintyPercent ?? null,
    primaryShare: leg.dataType === 'primary' && leg.factor.sourceType === 'supplierPrimary' ? 1 : 0,
  };
  return {
    kind: 'line',
    path,
    exchange: place.exchange.id,
    weights: place.weights,
    identity,
    enteredAmount: tonneKilometres,
    enteredUnit: 'tkm',
    amount: work,
    unit: basis.unit,
    components: basis.components,
  };
}

function carriedMass(
  { exchange, path: exchangePath, carrier, quantity }: CountedExchange,
  leg: TransportLeg,
  path: Finding['path'],
  findings: Finding<FootprintFindingCode>[],
): number | undefined {
  if (!leg.mass) {
    if (!quantity) return undefined;
    const placeOf = (part: 'value' | 'from' | 'to') =>
      enteredPlace(exchangePath, part === 'value' ? 'value' : 'from');
    return convertAt(quantity.amount, quantity.unit, 'kg', carrier, placeOf, findings);
  }
  const at = [...path, 'mass'];
  const own = quantityOf(leg.mass.amount, leg.mass.unit, (part) => [...at, part], notNegative, findings);
  if (!own) return undefined;
  const mass = exchange.isAvoidedProduct ? 0 - own.amount : own.amount;
  const placeOf = (part: 'value' | 'from' | 'to') => enteredPlace(at, part === 'value' ? 'value' : 'from');
  return convertAt(mass, own.unit, 'kg', carrier, placeOf, findings);
}

function distanceOf(
  leg: TransportLeg,
  path: Finding['path'],
  findings: Finding<FootprintFindingCode>[],
): number | undefined {
  const placeOf = (part: 'amount' | 'value' | 'unit' | 'from' | 'to') => [
    ...path,
    part === 'amount' || part === 'value' ? 'distance' : 'distanceUnit',
  ];
  const distance = quantityOf(leg.distance, leg.distanceUnit, placeOf, notNegative, findings);
  if (!distance) return undefined;
  return convertAt(distance.amount, distance.unit, 'km', undefined, placeOf, findings);
}
