import {
  acceptFinite,
  errorAt,
  faultsIn,
  notNegative,
  positive,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';
import { kwPerHp, m3PerFt3 } from '../constants.ts';
import { powerPerKgCm2 } from './pressure.ts';

/** Test points are compared at this pressure, kg/cm2G (R25.3). */
export const referencePressureKgCm2 = 7;

/** Standard flow is taken at the inlet in this state (R25.2). */
export const standardAir = { pressureMmHg: 760, temperatureC: 20, relativeHumidityPercent: 65 } as const;

/** What one horsepower of compressor delivers by rule of thumb, SCFM (R25.8). */
export const deliveryScfmPerHp = { low: 3, high: 4 } as const;

export interface CompressorTestPoint {
  readonly hp: number;
  /** Standard m³/min. */
  readonly scmm: number;
  /** Specific delivery (單位馬力排氣量). */
  readonly scfmPerHp: number;
  /** Power the machine would take at the reference pressure. */
  readonly correctedHp: number;
  readonly correctedScfmPerHp: number;
  /** Measured pressure less panel gauge. */
  readonly gaugeDifferenceKgCm2: number;
}

/**
 * One test point of one compressor (單機效率量測, R25.3): hp = kW / 0.746; specific delivery = SCFM / hp; corrected
 * hp = hp × (1 + 0.06 × (7.0 − P)), so that machines tested at different pressures can be compared.
 *
 * @param input.pressureKgCm2 measured pressure, kg/cm2G, not negative
 * @param input.inputKw electrical input, kW, above zero
 * @param input.inletFlowScfm flow at the inlet, SCFM (R25.2), not negative
 * @param input.panelGaugeKgCm2 pressure on the machine's own panel, kg/cm2G, not negative
 * @returns refused with `compressor.pressureBeyondCorrection` from 23.7 kg/cm2G on, where the linear correction
 *   leaves no power
 */
export function compressorTestPoint(input: {
  readonly pressureKgCm2: number;
  readonly inputKw: number;
  readonly inletFlowScfm: number;
  readonly panelGaugeKgCm2: number;
}): Result<CompressorTestPoint, ValueFindingCode | 'compressor.pressureBeyondCorrection'> {
  const faults = faultsIn(input, {
    pressureKgCm2: notNegative,
    inputKw: positive,
    inletFlowScfm: notNegative,
    panelGaugeKgCm2: notNegative,
  });
  if (faults.length > 0) return refuse(...faults);
  const { pressureKgCm2, inletFlowScfm } = input;
  const correction = 1 + powerPerKgCm2.usual * (referencePressureKgCm2 - pressureKgCm2);
  if (correction <= 0)
    return refuse(errorAt('compressor.pressureBeyondCorrection', ['pressureKgCm2'], { pressureKgCm2 }));
  const hp = input.inputKw / kwPerHp;
  const correctedHp = hp * correction;
  return acceptFinite({
    hp,
    scmm: inletFlowScfm * m3PerFt3,
    scfmPerHp: inletFlowScfm / hp,
    correctedHp,
    correctedScfmPerHp: inletFlowScfm / correctedHp,
    gaugeDifferenceKgCm2: pressureKgCm2 - input.panelGaugeKgCm2,
  });
}

/**
 * Delivery estimated from measured power where no flow meter fits (R25.8): hp × 3.0 to 4.0 scfm/hp.
 *
 * @param input.inputKw electrical input, kW, not negative
 */
export function estimateDelivery(input: {
  readonly inputKw: number;
}): Result<{ readonly scfmLow: number; readonly scfmHigh: number }, ValueFindingCode> {
  const faults = faultsIn(input, { inputKw: notNegative });
  if (faults.length > 0) return refuse(...faults);
  const hp = input.inputKw / kwPerHp;
  return acceptFinite({ scfmLow: hp * deliveryScfmPerHp.low, scfmHigh: hp * deliveryScfmPerHp.high });
}
