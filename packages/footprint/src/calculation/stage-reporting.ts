import {
  acceptFinite,
  anyNumber,
  choiceFaults,
  errorAt,
  type Finding,
  faultsIn,
  notNegative,
  numberFaults,
  positive,
  type Result,
  refuse,
} from '@slipstream/quantity';
import { idFaults } from '../entered.ts';
import type { FootprintFindingCode } from '../finding-codes.ts';
import { type FootprintComponents, footprintComponents, totalOf } from '../model/footprint-components.ts';
import { type LifeCycleStage, lifeCycleStages } from '../model/life-cycle.ts';
import { sumComponents, sumOf } from './sums.ts';

export interface StageShares {
  readonly total: number;
  /** In the order given; a stage of zero stays, with 0 %. */
  readonly shares: readonly { readonly stage: LifeCycleStage; readonly percent: number }[];
}

/**
 * Share of each stage in the total, in percent (R3.2): 11.26 t raw material and 1.86 t manufacturing are 85.8 % and
 * 14.2 % of 13.12 t. Refuses unknown and repeated stages, values that are no numbers, and a total of zero.
 */
export function stageShares(
  stages: readonly { readonly stage: LifeCycleStage; readonly value: number }[],
): Result<StageShares, FootprintFindingCode> {
  const findings: Finding<FootprintFindingCode>[] = [
    ...stageFaults(stages),
    ...stages.flatMap(({ value }, index) => numberFaults(value, anyNumber, ['stages', index, 'value'])),
  ];
  const total = sumOf(stages.map(({ value }) => value));
  if (findings.length === 0 && total === 0)
    findings.push(errorAt('value.outOfDomain', ['total'], { value: 0 }));
  if (findings.length > 0) return refuse(...findings);
  return acceptFinite({
    total,
    shares: stages.map(({ stage, value }) => ({ stage, percent: (value / total) * 100 })),
  });
}

/** What must be reported apart (R20.2), for the total and by stage. */
export interface SeparateReporting {
  readonly stages: readonly {
    readonly stage: LifeCycleStage;
    readonly absolute: number;
    readonly percent: number;
  }[];
  readonly fossilNet: number;
  /** Emissions and removals together. */
  readonly biogenicNet: number;
  readonly dLuc: number;
  /** Of which by aircraft: inside fossil, not added again. */
  readonly aircraft: number;
  readonly total: number;
}

/**
 * The five things reported apart (R20.2): each stage absolute and in percent, net fossil, net biogenic, direct
 * land-use change, aircraft. Total = fossil + biogenic emissions and removals + dLUC.
 *
 * Refuses unknown and repeated stages, values that are no numbers, removals above zero, negative aircraft emissions,
 * and a total of zero, of which no percentage can be told.
 */
export function separateReporting(
  stages: readonly ({ readonly stage: LifeCycleStage } & FootprintComponents)[],
): Result<SeparateReporting, FootprintFindingCode> {
  const findings: Finding<FootprintFindingCode>[] = [
    ...stageFaults(stages),
    ...stages.flatMap((stage, index) =>
      footprintComponents.flatMap((component) =>
        numberFaults(stage[component], domainOf[component], ['stages', index, component]),
      ),
    ),
  ];
  const components = sumComponents(stages);
  const total = totalOf(components);
  if (findings.length === 0 && total === 0)
    findings.push(errorAt('value.outOfDomain', ['total'], { value: 0 }));
  if (findings.length > 0) return refuse(...findings);
  return acceptFinite({
    stages: stages.map((stage) => ({
      stage: stage.stage,
      absolute: totalOf(stage),
      percent: (totalOf(stage) / total) * 100,
    })),
    fossilNet: components.fossil,
    biogenicNet: components.biogenicEmission + components.biogenicRemoval,
    dLuc: components.dLuc,
    aircraft: components.aircraft,
    total,
  });
}

const domainOf = {
  fossil: anyNumber,
  biogenicEmission: anyNumber,
  biogenicRemoval: { max: 0 },
  dLuc: anyNumber,
  aircraft: notNegative,
};

/**
 * A footprint for a declared mass as one for another mass, so that packs of different size can be compared (R3.7):
 * 306 g CO2e for 60 g are 510 g CO2e for 100 g. Masses are positive.
 */
export function footprintPerReference(
  cfpGramsCO2e: number,
  declaredMassGrams: number,
  referenceMassGrams: number,
): Result<number, FootprintFindingCode> {
  const findings = faultsIn(
    { cfpGramsCO2e, declaredMassGrams, referenceMassGrams },
    { cfpGramsCO2e: anyNumber, declaredMassGrams: positive, referenceMassGrams: positive },
  );
  if (findings.length > 0) return refuse(...findings);
  return acceptFinite((cfpGramsCO2e * referenceMassGrams) / declaredMassGrams);
}

function stageFaults(stages: readonly { readonly stage: LifeCycleStage }[]): Finding<FootprintFindingCode>[] {
  return [
    ...stages.flatMap(({ stage }, index) => choiceFaults(stage, lifeCycleStages, ['stages', index, 'stage'])),
    ...idFaults(
      stages.map(({ stage }) => String(stage)),
      (index) => ['stages', index, 'stage'],
    ),
  ];
}
