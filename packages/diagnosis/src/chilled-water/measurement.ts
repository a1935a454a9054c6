import {
  acceptFinite,
  anyNumber,
  choiceFaults,
  errorAt,
  type Finding,
  faultsIn,
  isDay,
  positive,
  type Result,
  refuse,
  type ValueFindingCode,
  warningAt,
} from '@slipstream/quantity';
import { kcalPerHourPerRt, kcalPerKwh } from '../constants.ts';
import { type HeatRejection, heatRejections } from './plant.ts';

export const measurementPoints = ['chilledWater', 'coolingWater'] as const;
export type MeasurementPoint = (typeof measurementPoints)[number];

/** Where the flow meter sat, best first: only a pipe that rises is surely full of water (R24.11). */
export const flowMeterPlaces = ['verticalUpward', 'horizontal', 'verticalDownward'] as const;
export type FlowMeterPlace = (typeof flowMeterPlaces)[number];

/** What an engineer writes down at a chiller (R24.11). */
export interface ChillerMeasurement {
  readonly heatRejection: HeatRejection;
  readonly point: MeasurementPoint;
  readonly flowMeterPlace: FlowMeterPlace;
  /** Null when the insulation stayed closed. */
  readonly insulationOpened: { readonly consentBy: string | null; readonly restored: boolean } | null;
  readonly flowLpm: number;
  /** Chilled-water return, or cooling water leaving the condenser, °C. */
  readonly warmC: number;
  /** Chilled-water supply, or cooling water entering the condenser, °C. */
  readonly coldC: number;
  readonly inputKw: number;
  readonly instrument: string;
  /** ISO date. */
  readonly measuredOn: string;
}

export const chillerMeasurementFindingCodes = [
  'measurement.warmNotAboveCold',
  'measurement.noCoolingWater',
  'measurement.heatBelowWork',
  'measurement.instrumentMissing',
  'measurement.dateInvalid',
  'measurement.consentMissing',
  'measurement.insulationNotRestored',
  'measurement.flowMeterPlace',
] as const;
export type ChillerMeasurementFindingCode = (typeof chillerMeasurementFindingCodes)[number];
type Findings = Finding<ValueFindingCode | ChillerMeasurementFindingCode>[];

export interface MeasuredChiller {
  readonly capacityKw: number;
  readonly capacityRt: number;
  readonly cop: number;
  readonly kwPerRt: number;
}

/**
 * Capacity and efficiency from a measurement record (R24.1, R24.2, R24.11), on whichever water side was measured;
 * on the cooling-water side the compressor's work is taken off the heat.
 *
 * @returns refused when a value is impossible, instrument or date is missing, an air-cooled machine claims a
 *   cooling-water side, insulation was opened without consent or left open; with a warning when the flow meter
 *   did not sit on a pipe with upward flow
 */
export function evaluateChillerMeasurement(
  record: ChillerMeasurement,
): Result<MeasuredChiller, ValueFindingCode | ChillerMeasurementFindingCode> {
  const faults = [...valueFaults(record), ...procedureFaults(record)];
  if (faults.length > 0) return refuse(...faults);
  const { inputKw, flowMeterPlace } = record;
  const heatKw = (record.flowLpm * (record.warmC - record.coldC) * 60) / kcalPerKwh;
  const capacityKw = record.point === 'coolingWater' ? heatKw - inputKw : heatKw;
  if (capacityKw <= 0) return refuse(errorAt('measurement.heatBelowWork', ['inputKw'], { heatKw, inputKw }));
  const capacityRt = (capacityKw * kcalPerKwh) / kcalPerHourPerRt;
  return acceptFinite<MeasuredChiller, ChillerMeasurementFindingCode>(
    { capacityKw, capacityRt, cop: capacityKw / inputKw, kwPerRt: inputKw / capacityRt },
    flowMeterPlace === 'verticalUpward'
      ? []
      : [warningAt('measurement.flowMeterPlace', ['flowMeterPlace'], { flowMeterPlace })],
  );
}

function valueFaults(record: ChillerMeasurement): Findings {
  const faults: Findings = [
    ...choiceFaults(record.heatRejection, heatRejections, ['heatRejection']),
    ...choiceFaults(record.point, measurementPoints, ['point']),
    ...choiceFaults(record.flowMeterPlace, flowMeterPlaces, ['flowMeterPlace']),
    ...faultsIn(record, { flowLpm: positive, warmC: anyNumber, coldC: anyNumber, inputKw: positive }),
  ];
  const { warmC, coldC } = record;
  if (warmC <= coldC) faults.push(errorAt('measurement.warmNotAboveCold', ['warmC'], { warmC, coldC }));
  if (record.heatRejection === 'airCooled' && record.point === 'coolingWater')
    faults.push(errorAt('measurement.noCoolingWater', ['point']));
  return faults;
}

function procedureFaults({ instrument, measuredOn, insulationOpened }: ChillerMeasurement): Findings {
  const faults: Findings = [];
  if (instrument.trim() === '') faults.push(errorAt('measurement.instrumentMissing', ['instrument']));
  if (!isDay(measuredOn))
    faults.push(errorAt('measurement.dateInvalid', ['measuredOn'], { date: measuredOn }));
  if (insulationOpened && !insulationOpened.consentBy?.trim())
    faults.push(errorAt('measurement.consentMissing', ['insulationOpened', 'consentBy']));
  if (insulationOpened && !insulationOpened.restored)
    faults.push(errorAt('measurement.insulationNotRestored', ['insulationOpened', 'restored']));
  return faults;
}
