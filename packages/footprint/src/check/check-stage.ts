import { errorAt, type Finding } from '@slipstream/quantity';
import type { FootprintFindingCode } from '../finding-codes.ts';
import {
  goodsStages,
  type LifeCycleStage,
  lifeCycleStages,
  type SystemBoundary,
  serviceStages,
  stagesInScope,
} from '../model/life-cycle.ts';

/** The finding against a stage that goods or services do not have, or that lies outside the boundary (R3.2, R3.3). */
export function stageFinding(
  stage: LifeCycleStage | undefined,
  boundary: SystemBoundary,
  path: Finding['path'],
): Finding<FootprintFindingCode> | undefined {
  if (stage === undefined) return undefined;
  const { productKind, business } = boundary;
  if (!lifeCycleStages.includes(stage)) return errorAt('stage.unknown', path, { stage });
  const lived: readonly LifeCycleStage[] = productKind === 'goods' ? goodsStages : serviceStages;
  if (!lived.includes(stage)) return errorAt('stage.illegal', path, { stage, productKind });
  return stagesInScope(productKind, business).includes(stage)
    ? undefined
    : errorAt('process.outsideBoundary', path, { stage, business });
}
