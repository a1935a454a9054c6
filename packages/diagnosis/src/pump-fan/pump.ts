import {
  acceptFinite,
  atMost,
  faultsIn,
  notNegative,
  positive,
  type Result,
  refuse,
  type ValueFindingCode,
  warningAt,
} from '@slipstream/quantity';

/** Weight of 1 m³ of water per metre of head, kW·s/m⁴: 1,000 kg/m³ × 9.81 m/s² / 1,000 (R24.8). */
const kwPerM3PerSecondPerM = 9.81;

/**
 * Water power (水馬力) and overall efficiency of a running pump (R24.8): kW = Q [m³/s] × 9.81 × H [m]; overall
 * efficiency = water power / input, which is pump × motor × drive.
 *
 * @param input.flowLpm L/min, not negative
 * @param input.headM m, not negative
 * @param input.inputKw electrical input, kW, above zero
 * @returns with the warning `pump.efficiencyAboveWhole` when the water carries more power than the motor takes:
 *   one of the three measurements is wrong
 */
export function pumpWaterPower(input: {
  readonly flowLpm: number;
  readonly headM: number;
  readonly inputKw: number;
}): Result<
  { readonly waterKw: number; readonly overallEfficiencyPercent: number },
  ValueFindingCode | 'pump.efficiencyAboveWhole'
> {
  const faults = faultsIn(input, { flowLpm: notNegative, headM: notNegative, inputKw: positive });
  if (faults.length > 0) return refuse(...faults);
  const waterKw = (input.flowLpm / 60_000) * kwPerM3PerSecondPerM * input.headM;
  const overallEfficiencyPercent = (waterKw / input.inputKw) * 100;
  return acceptFinite(
    { waterKw, overallEfficiencyPercent },
    !atMost(overallEfficiencyPercent, 100)
      ? [warningAt('pump.efficiencyAboveWhole', ['inputKw'], { overallEfficiencyPercent })]
      : [],
  );
}
