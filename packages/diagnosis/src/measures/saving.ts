import {
  acceptFinite,
  choiceFaults,
  type Domain,
  errorAt,
  faultsIn,
  notNegative,
  percentOfWhole,
  positive,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';
import { type TemperatureMeasure, temperatureSaving } from '../chilled-water/temperature-measures.ts';
import { drainLoss, leakageLoss } from '../compressed-air/losses.ts';
import { deliveryLostPer10K } from '../compressed-air/machine-room.ts';
import { pressureSaving } from '../compressed-air/pressure.ts';
import { hoursOfYear } from '../constants.ts';
import type { DiagnosisFindingCode } from '../finding-codes.ts';

/** kWh/year a measure saves: one number where the formula gives one, else a range with its middle. */
export interface EnergySaving {
  readonly savedKwhLow: number;
  readonly savedKwh: number;
  readonly savedKwhHigh: number;
}

export const savingFormulaKinds = [
  'energyDifference',
  'shareOfEnergy',
  'chillerTemperature',
  'specificPower',
  'stoppedHours',
  'speedControl',
  'setPressure',
  'inletAir',
  'leakRepair',
  'drainReplacement',
  'unloadedRunning',
] as const;
export type SavingFormulaKind = (typeof savingFormulaKinds)[number];

/** What each formula reads; energies in kWh/year, power in kW, hours in h/year. */
export interface SavingInputs {
  /** Measured or modelled before and after. */
  readonly energyDifference: { readonly kwhBefore: number; readonly kwhAfter: number };
  /** An experienced range, e.g. 10 % by running in the best load band (R24.4). */
  readonly shareOfEnergy: {
    readonly annualKwh: number;
    readonly lowPercent: number;
    readonly highPercent: number;
  };
  /** R24.5. */
  readonly chillerTemperature: {
    readonly measure: TemperatureMeasure;
    readonly degrees: number;
    readonly annualKwh: number;
  };
  /** Same output from a better machine, e.g. kW/RT before and after (R24.2) or kW per SCFM (R25.3). */
  readonly specificPower: {
    readonly annualKwh: number;
    readonly specificPowerBefore: number;
    readonly specificPowerAfter: number;
  };
  /** R24.8. */
  readonly stoppedHours: { readonly kw: number; readonly hoursPerYear: number };
  /** Affinity law of R24.8: kW × (1 − ratio³) × h. */
  readonly speedControl: { readonly kw: number; readonly speedRatio: number; readonly hoursPerYear: number };
  /** R25.4. */
  readonly setPressure: { readonly annualKwh: number; readonly reductionKgCm2: number };
  /** R25.5: the same air from cooler intake, 2 to 3 % per 10 °C. */
  readonly inletAir: { readonly annualKwh: number; readonly coolerByK: number };
  /** R25.6, of which `repairedPercent` is stopped. */
  readonly leakRepair: {
    readonly loadedKw: number;
    readonly shutdownHours: number;
    readonly loadedHoursInShutdown: number;
    readonly annualRunHours: number;
    readonly repairedPercent: number;
  };
  /** R25.6: a zero-loss drain instead of one that blows. */
  readonly drainReplacement: { readonly cfm: number; readonly scfmPerHp: number; readonly hours: number };
  /** R25.7: the energy of unloaded running, gone with variable speed or with a machine switched off. */
  readonly unloadedRunning: {
    readonly loadedKw: number;
    readonly unloadHours: number;
    readonly unloadedPowerRatio: number;
  };
}

/** One formula with its inputs, e.g. `{ kind: 'setPressure', annualKwh: 860000, reductionKgCm2: 0.5 }`. */
export type SavingFormula = {
  [Kind in SavingFormulaKind]: { readonly kind: Kind } & SavingInputs[Kind];
}[SavingFormulaKind];

type Code = ValueFindingCode | DiagnosisFindingCode;
type Saved = Result<EnergySaving, Code>;

const noMoreThanAll: Domain = { min: 0, max: 1 };

/**
 * Energy a measure saves in a year, by the formula it names (R24, R25).
 *
 * @returns refused as the formula itself refuses, with `value.unknownChoice` for an unknown kind; a saving may come
 *   out as zero or, for `energyDifference` and `specificPower`, negative
 */
export function savedEnergy(formula: SavingFormula): Saved {
  switch (formula.kind) {
    case 'energyDifference':
      return whenSound(
        faultsIn(formula, { kwhBefore: notNegative, kwhAfter: notNegative }),
        () => formula.kwhBefore - formula.kwhAfter,
      );
    case 'shareOfEnergy':
      return shareOfEnergy(formula);
    case 'chillerTemperature':
      return mapValue(temperatureSaving(formula), ({ savedKwhLow, savedKwhHigh }) =>
        rangeOf(savedKwhLow, savedKwhHigh),
      );
    case 'specificPower':
      return whenSound(
        faultsIn(formula, {
          annualKwh: notNegative,
          specificPowerBefore: positive,
          specificPowerAfter: positive,
        }),
        () => formula.annualKwh * (1 - formula.specificPowerAfter / formula.specificPowerBefore),
      );
    case 'stoppedHours':
      return whenSound(
        faultsIn(formula, { kw: notNegative, hoursPerYear: hoursOfYear }),
        () => formula.kw * formula.hoursPerYear,
      );
    case 'speedControl':
      return whenSound(
        faultsIn(formula, { kw: notNegative, speedRatio: noMoreThanAll, hoursPerYear: hoursOfYear }),
        () => formula.kw * (1 - formula.speedRatio ** 3) * formula.hoursPerYear,
      );
    case 'setPressure':
      return pressureSaving(formula);
    case 'inletAir':
      return inletAir(formula);
    case 'leakRepair': {
      const faults = faultsIn(formula, { repairedPercent: percentOfWhole });
      if (faults.length > 0) return refuse(...faults);
      return mapValue(leakageLoss(formula), ({ annualLeakKwh }) =>
        certain((annualLeakKwh * formula.repairedPercent) / 100),
      );
    }
    case 'drainReplacement':
      return mapValue(drainLoss(formula), ({ kWh }) => certain(kWh));
    case 'unloadedRunning':
      return whenSound(
        faultsIn(formula, {
          loadedKw: notNegative,
          unloadHours: hoursOfYear,
          unloadedPowerRatio: noMoreThanAll,
        }),
        () => formula.loadedKw * formula.unloadedPowerRatio * formula.unloadHours,
      );
    default:
      return refuse(...choiceFaults((formula as { kind?: unknown }).kind, savingFormulaKinds, ['kind']));
  }
}

function shareOfEnergy(input: SavingInputs['shareOfEnergy']): Saved {
  const { annualKwh, lowPercent, highPercent } = input;
  const faults = faultsIn(input, {
    annualKwh: notNegative,
    lowPercent: percentOfWhole,
    highPercent: percentOfWhole,
  });
  if (faults.length > 0) return refuse(...faults);
  if (lowPercent > highPercent)
    return refuse(errorAt('saving.rangeReversed', ['lowPercent'], { lowPercent, highPercent }));
  return acceptFinite(rangeOf((annualKwh * lowPercent) / 100, (annualKwh * highPercent) / 100));
}

function inletAir(input: SavingInputs['inletAir']): Saved {
  const faults = faultsIn(input, {
    annualKwh: notNegative,
    coolerByK: { min: 0, max: 10 / deliveryLostPer10K.high },
  });
  if (faults.length > 0) return refuse(...faults);
  const tens = input.coolerByK / 10;
  return acceptFinite(
    rangeOf(
      input.annualKwh * deliveryLostPer10K.low * tens,
      input.annualKwh * deliveryLostPer10K.high * tens,
    ),
  );
}

function whenSound(faults: ReturnType<typeof choiceFaults>, savedKwh: () => number): Saved {
  return faults.length > 0 ? refuse(...faults) : acceptFinite(certain(savedKwh()));
}

function mapValue<From>(result: Result<From, Code>, to: (value: From) => EnergySaving): Saved {
  return result.ok ? acceptFinite(to(result.value), result.findings) : result;
}

function certain(savedKwh: number): EnergySaving {
  return { savedKwhLow: savedKwh, savedKwh, savedKwhHigh: savedKwh };
}

function rangeOf(savedKwhLow: number, savedKwhHigh: number): EnergySaving {
  return { savedKwhLow, savedKwh: (savedKwhLow + savedKwhHigh) / 2, savedKwhHigh };
}
