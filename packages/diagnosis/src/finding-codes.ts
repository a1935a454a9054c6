import { condenserFindingCodes } from './chilled-water/condenser.ts';
import { chillerMeasurementFindingCodes } from './chilled-water/measurement.ts';
import { groupFindingCodes } from './compressed-air/group-control.ts';
import { towerFindingCodes } from './cooling-tower/performance.ts';
import { diagnosisCaseFindingCodes } from './diagnosis-case.ts';

/** Every code of this package beside the shared `value.*` ones: what the message catalogs must translate. */
export const diagnosisFindingCodes = [
  'chiller.heatRejectionBelowWork',
  ...condenserFindingCodes,
  ...chillerMeasurementFindingCodes,
  'plant.noPoint',
  'plant.noMachine',
  ...towerFindingCodes,
  'pump.efficiencyAboveWhole',
  'compressor.pressureBeyondCorrection',
  'compressor.loadedLongerThanShutdown',
  'compressor.neverRan',
  'compressor.noEnergy',
  'compressor.noFlow',
  ...groupFindingCodes,
  'survey.endAboveSet',
  'survey.setAboveRated',
  'lifeCycleCost.nothingCosts',
  'saving.rangeReversed',
  'measure.formulaNotApplicable',
  'measure.savesNothing',
  ...diagnosisCaseFindingCodes,
] as const;
export type DiagnosisFindingCode = (typeof diagnosisFindingCodes)[number];
