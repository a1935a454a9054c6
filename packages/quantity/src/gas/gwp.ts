import {
  acceptFinite,
  choiceFaults,
  faultsIn,
  notNegative,
  numberFaults,
  type ValueFindingCode,
} from '../domain.ts';
import { accept, errorAt, type Finding, type Result, refuse } from '../finding.ts';
import {
  type GasGroup,
  type GreenhouseGas,
  type GwpSet,
  gasGroupOf,
  gasGroups,
  gasOf,
  gwpSets,
} from './gases.ts';

/** Why a calculation with greenhouse gases is refused. */
export const gasFindingCodes = ['gas.unknown', 'gas.gwpMissing', 'gas.blendNotWhole'] as const;
export type GasFindingCode = (typeof gasFindingCodes)[number] | ValueFindingCode;

/**
 * The 100-year GWP of a gas in a set, kg CO2e per kg (R23.1).
 * Refuses an unknown gas, an unknown set, and a gas for which the set has no value.
 */
export function gwpOf(gasName: string, set: GwpSet): Result<number, GasFindingCode> {
  const setFaults = choiceFaults(set, gwpSets, ['gwpSet']);
  if (setFaults.length > 0) return refuse(...setFaults);
  const known = knownGas(gasName, set, ['gas']);
  return known.ok ? accept(known.value.gwp) : known;
}

/** CO2e of gas masses: per gas as named in the input, in total, and by where it stands in a report. */
export interface Co2eOfGases {
  readonly tCO2eByGas: Readonly<Record<string, number>>;
  readonly total: number;
  /** `sevenGases + ozoneDepleting + other = total`; a blend is split by its composition (R1.6). */
  readonly totalByGroup: Readonly<Record<GasGroup, number>>;
}

/**
 * Turns masses of gases in kg into tonnes CO2e with one GWP set (R23.1): 12 kg of fossil methane in AR5 are
 * 12 × 30 / 1000 = 0.36 t.
 *
 * Refuses an unknown set, and per gas: an unknown name, one without a value in the set, a mass that is not a finite
 * number or below zero. Each finding's path is `['massesKg', gas]`.
 */
export function co2eOfGases(
  massesKg: Readonly<Record<string, number>>,
  set: GwpSet,
): Result<Co2eOfGases, GasFindingCode> {
  const findings: Finding<GasFindingCode>[] = choiceFaults(set, gwpSets, ['gwpSet']);
  if (findings.length > 0) return refuse(...findings);
  const tCO2eByGas: [string, number][] = [];
  const totalByGroup: Record<GasGroup, number> = { sevenGases: 0, ozoneDepleting: 0, other: 0 };
  let total = 0;
  for (const [name, massKg] of Object.entries(massesKg)) {
    const known = knownGas(name, set, ['massesKg', name]);
    findings.push(...known.findings, ...numberFaults(massKg, notNegative, ['massesKg', name]));
    if (known.ok) {
      const tonnes = (massKg * known.value.gwp) / 1000;
      tCO2eByGas.push([name, tonnes]);
      total += tonnes;
      const shares = groupShares(known.value.gas, set);
      for (const group of gasGroups) totalByGroup[group] += tonnes * shares[group];
    }
  }
  if (findings.length > 0) return refuse(...findings);
  return acceptFinite({ tCO2eByGas: Object.fromEntries(tCO2eByGas), total, totalByGroup });
}

/** One part of a blend: its GWP in kg CO2e per kg and its share by mass, 0 to 1. */
export interface BlendComponent {
  readonly gwp: number;
  readonly massFraction: number;
}

/** How far the mass fractions of a blend may be from 1 in sum: compositions are printed to a tenth of a percent. */
const blendSlack = 0.001;

/**
 * GWP of a blend = Σ mass fraction × GWP (R23.2): half HFC-32 and half HFC-125 in AR5 is 1923.5.
 * Refuses a GWP that is not a finite number ≥ 0, a fraction outside 0 to 1, and fractions that do not add to 1
 * within 0.001.
 */
export function blendGwp(components: readonly BlendComponent[]): Result<number, GasFindingCode> {
  const findings = components.flatMap((component, index) =>
    faultsIn(component, { gwp: notNegative, massFraction: { min: 0, max: 1 } }, ['components', index]),
  );
  if (findings.length > 0) return refuse(...findings);
  const sum = components.reduce((total, { massFraction }) => total + massFraction, 0);
  if (Math.abs(sum - 1) > blendSlack) {
    return refuse(errorAt('gas.blendNotWhole', ['components'], { sum }));
  }
  const gwp = components.reduce((total, component) => total + component.massFraction * component.gwp, 0);
  return acceptFinite(gwp);
}

function knownGas(
  name: string,
  set: GwpSet,
  path: Finding['path'],
): Result<{ readonly gas: GreenhouseGas; readonly gwp: number }, GasFindingCode> {
  const gas = gasOf(name);
  if (!gas) return refuse(errorAt('gas.unknown', path, { gas: name }));
  const gwp = gas.gwp[set];
  return gwp === null
    ? refuse(errorAt('gas.gwpMissing', path, { gas: gas.key, gwpSet: set }))
    : accept({ gas, gwp });
}

/** The part of a gas's CO2e in each group; a blend without any GWP counts as `other`. */
function groupShares(gas: GreenhouseGas, set: GwpSet): Record<GasGroup, number> {
  const shares: Record<GasGroup, number> = { sevenGases: 0, ozoneDepleting: 0, other: 0 };
  const parts = gas.composition.length > 0 ? gas.composition : [{ gas, massFraction: 1 }];
  const weights = parts.map((part) => part.massFraction * (part.gas?.gwp[set] ?? 0));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  parts.forEach((part, index) => {
    const group = part.gas ? gasGroupOf(part.gas) : 'other';
    shares[group] += whole === 0 ? 1 / parts.length : (weights[index] ?? 0) / whole;
  });
  return shares;
}
