import {
  acceptFinite,
  anyNumber,
  choiceFaults,
  type Finding,
  numberFaults,
  type Result,
  refuse,
} from '@slipstream/quantity';
import { convertAt } from '../check/convert-at.ts';
import {
  convertEmissions,
  type EmissionUnit,
  emissionUnits,
  parseFactorUnit,
} from '../emission/emission-unit.ts';
import { quantityOf } from '../entered.ts';
import type { FootprintFindingCode } from '../finding-codes.ts';
import { sumOf } from './sums.ts';

/** One line outside any drawing: an activity and a factor. A credit is a negative activity. */
export interface ActivityLine {
  readonly activity: number | null;
  readonly activityUnit: string | null;
  readonly factor: number | null;
  /** e.g. `kgCO2e/kWh`. */
  readonly factorUnit: string | null;
}

export interface LineTotal {
  /** In the order of the lines, in the unit of the result. */
  readonly lineEmissions: readonly number[];
  readonly total: number;
}

/**
 * Σ activity × factor, before anything is drawn (R3.1). Activities are converted to the unit of their factor:
 * 5.4 MJ × 0.5 kgCO2e/kWh = 1.5 kWh × 0.5 kgCO2e/kWh = 0.75 kgCO2e. A line of zero stays.
 *
 * Refuses what is missing, unknown units, and units that do not convert into each other.
 */
export function totalOfLines(
  lines: readonly ActivityLine[],
  resultUnit: EmissionUnit,
): Result<LineTotal, FootprintFindingCode> {
  const findings: Finding<FootprintFindingCode>[] = choiceFaults(resultUnit, emissionUnits, ['resultUnit']);
  const lineEmissions = lines.map((line, index) => emissionsOf(line, resultUnit, ['lines', index], findings));
  if (findings.length > 0) return refuse(...findings);
  return acceptFinite({ lineEmissions, total: sumOf(lineEmissions) });
}

/** Emissions of one line; not a number once a finding was pushed. */
function emissionsOf(
  line: ActivityLine,
  resultUnit: EmissionUnit,
  path: Finding['path'],
  findings: Finding<FootprintFindingCode>[],
): number {
  const placeOf = (part: 'amount' | 'value' | 'unit' | 'from') => [
    ...path,
    part === 'amount' || part === 'value' ? 'activity' : 'activityUnit',
  ];
  const activity = quantityOf(line.activity, line.activityUnit, placeOf, anyNumber, findings);
  const unit = parseFactorUnit(line.factorUnit, [...path, 'factorUnit']);
  findings.push(...numberFaults(line.factor, anyNumber, [...path, 'factor']), ...unit.findings);
  if (!activity || !unit.ok) return Number.NaN;
  const { numerator, denominator } = unit.value;
  const amount = convertAt(
    activity.amount,
    activity.unit,
    denominator,
    undefined,
    (part) => (part === 'to' ? [...path, 'factorUnit'] : placeOf(part)),
    findings,
  );
  if (amount === undefined || findings.length > 0) return Number.NaN;
  return convertEmissions(amount * (line.factor ?? Number.NaN), numerator, resultUnit);
}
