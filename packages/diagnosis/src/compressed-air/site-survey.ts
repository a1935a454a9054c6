import {
  acceptFinite,
  anyNumber,
  choiceFaults,
  errorAt,
  type Finding,
  faultsIn,
  notNegative,
  positive,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';
import { type CompressorControl, compressorControls } from './control.ts';

export const pipeLayouts = ['ringMain', 'branched'] as const;
export type PipeLayout = (typeof pipeLayouts)[number];
export const surveyInstruments = ['orificeFlowMeter', 'thermoHygrometer', 'powerAnalyser'] as const;
export type SurveyInstrument = (typeof surveyInstruments)[number];

/** What is read at one compressor and on its use side before anything is measured (R25.1). */
export interface CompressorSurvey {
  readonly nameplate: {
    readonly number: string;
    readonly make: string;
    readonly model: string;
    readonly hp: number;
    readonly ratedPressureKgCm2: number;
    readonly ratedFlowScfm: number;
    readonly year: number;
  };
  readonly panel: {
    readonly control: CompressorControl;
    readonly setPressureKgCm2: number;
    readonly loaded: boolean;
    readonly dischargeTemperatureC: number;
    readonly alarms: readonly string[];
  };
  readonly useSide: {
    readonly pressureKgCm2: number;
    readonly endPressureKgCm2: number;
    readonly pipeLayout: PipeLayout;
    readonly leaks: readonly string[];
  };
}

export interface SurveyReading {
  /** Rated specific delivery, to hold a test point against. */
  readonly ratedScfmPerHp: number;
  /** Set pressure less pressure at the end of the pipes. */
  readonly pressureDropKgCm2: number;
  /** Set pressure less what the use side needs: what lowering the set pressure can win. */
  readonly pressureReserveKgCm2: number;
}

/**
 * Reads a site survey (R25.1): rated specific delivery, pressure lost in the pipes, reserve over the need.
 *
 * @returns refused with `survey.endAboveSet` or `survey.setAboveRated` when the pressures contradict each other
 */
export function readCompressorSurvey(
  survey: CompressorSurvey,
): Result<SurveyReading, ValueFindingCode | 'survey.endAboveSet' | 'survey.setAboveRated'> {
  const { nameplate, panel, useSide } = survey;
  const faults: Finding<ValueFindingCode | 'survey.endAboveSet' | 'survey.setAboveRated'>[] = [
    ...faultsIn(
      nameplate,
      { hp: positive, ratedPressureKgCm2: positive, ratedFlowScfm: positive, year: { min: 1900, max: 2999 } },
      ['nameplate'],
    ),
    ...choiceFaults(panel.control, compressorControls, ['panel', 'control']),
    ...faultsIn(panel, { setPressureKgCm2: positive, dischargeTemperatureC: anyNumber }, ['panel']),
    ...faultsIn(useSide, { pressureKgCm2: notNegative, endPressureKgCm2: notNegative }, ['useSide']),
    ...choiceFaults(useSide.pipeLayout, pipeLayouts, ['useSide', 'pipeLayout']),
  ];
  const { ratedPressureKgCm2 } = nameplate;
  const { setPressureKgCm2 } = panel;
  const { endPressureKgCm2 } = useSide;
  if (setPressureKgCm2 > ratedPressureKgCm2) {
    const values = { setPressureKgCm2, ratedPressureKgCm2 };
    faults.push(errorAt('survey.setAboveRated', ['panel', 'setPressureKgCm2'], values));
  }
  if (endPressureKgCm2 > setPressureKgCm2) {
    const values = { endPressureKgCm2, setPressureKgCm2 };
    faults.push(errorAt('survey.endAboveSet', ['useSide', 'endPressureKgCm2'], values));
  }
  if (faults.length > 0) return refuse(...faults);
  return acceptFinite({
    ratedScfmPerHp: nameplate.ratedFlowScfm / nameplate.hp,
    pressureDropKgCm2: setPressureKgCm2 - endPressureKgCm2,
    pressureReserveKgCm2: setPressureKgCm2 - useSide.pressureKgCm2,
  });
}
