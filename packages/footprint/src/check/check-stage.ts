import { choiceFaults, errorAt, type Finding } from '@slipstream/quantity';
import type { FootprintFindingCode } from '../finding-codes.ts';
import {
  goodsStages,
  type LifeCycleStage,
  lifeCycleStages,
  type SystemBoundary,
  serviceStages,
  stagesInScope,
} from '../model/life-cycle.ts';

/**
 * Findings against the stage of what stands at `owner`: one that goods or services do not have, or that lies outside
 * the boundary (R3.2, R3.3).
 */
export function stageFindings(
  stage: LifeCycleStage | undefined,
  boundary: SystemBoundary,
  owner: Finding['path'],
): Finding<FootprintFindingCode>[] {
  if (stage === undefined) return [];
  const { productKind, business } = boundary;
  if (stagesInScope(productKind, business).includes(stage)) return [];
  const path = [...owner, 'stage'];
  const unknown = choiceFaults(stage, lifeCycleStages, path);
  if (unknown.length > 0) return unknown;
  const lived: readonly LifeCycleStage[] = productKind === 'goods' ? goodsStages : serviceStages;
  if (!lived.includes(stage)) return [errorAt('stage.illegal', path, { stage, productKind })];
  return [errorAt('process.outsideBoundary', path, { stage, business })];
}
