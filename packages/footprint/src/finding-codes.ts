import type { UnitFindingCode, ValueFindingCode } from '@slipstream/quantity';
import type { plausibilityFindingCodes } from './interpretation/plausibility.ts';
import type { SolverFindingCode } from './solver/index.ts';

/** Everything that can be wrong or doubtful with a model of a product system and its calculation. */
export const footprintFindingCodes = [
  'id.blank',
  'id.duplicate',
  'reason.missing',
  'unit.missing',
  'period.invalid',
  'period.reversed',
  'period.outside',
  'period.partial',
  'stage.illegal',
  'process.outsideBoundary',
  'process.disconnected',
  'process.referenceMissing',
  'process.referenceUnknown',
  'process.referenceNotProduct',
  'process.duplicateProduct',
  'statedUnit.missing',
  'statedUnit.descriptionMissing',
  'referenceFlow.missing',
  'referenceFlow.processUnknown',
  'referenceFlow.notProduced',
  'referenceFlow.notDeclaredUnit',
  'exchange.flowUnknown',
  'exchange.unlinked',
  'exchange.secondProvider',
  'exchange.answeredTwice',
  'exchange.productAnswered',
  'exchange.avoidedNotProduct',
  'link.providerUnknown',
  'link.processUnknown',
  'link.exchangeUnknown',
  'link.flowMismatch',
  'link.flowNotProvided',
  'factor.missing',
  'factor.unitMalformed',
  'factor.componentsDoNotAdd',
  'factor.removalPositive',
  'factor.aircraftAboveFossil',
  'factor.boundaryMismatch',
  'factor.gridFactor',
  'allocation.missing',
  'allocation.factorMissing',
  'allocation.factorNotProduct',
  'allocation.sharesDoNotAdd',
  'allocation.noWeight',
  'allocation.reasonMissing',
  'allocation.appliesToUnknown',
  'sealed.sameStudy',
  'sealed.boundaryMismatch',
  'cascade.studyUnknown',
  'cascade.cycle',
] as const;
export type FootprintFindingCode =
  | (typeof footprintFindingCodes)[number]
  | UnitFindingCode
  | ValueFindingCode
  | (typeof plausibilityFindingCodes)[number]
  | SolverFindingCode;
