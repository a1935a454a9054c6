import {
  accept,
  choiceFaults,
  convert,
  type Finding,
  notNegative,
  numberFaults,
  type Result,
  refuse,
  type UnitBridge,
  type UnitFindingCode,
  type ValueFindingCode,
  within,
} from '@slipstream/quantity';
import type { SmallFirmCategory } from './categories.ts';
import { quantifyEmissions } from './emission/quantify.ts';
import type { InventoryFindingCode } from './finding-codes.ts';
import { type SmallFirmColumn, smallFirmView } from './totals.ts';

/** The five steps of the small-firm calculator (碳盤查計算器, R1.4). */
export const smallFirmSteps = ['home', 'notice', 'energyUses', 'amounts', 'result'] as const;
export type SmallFirmStep = (typeof smallFirmSteps)[number];

/**
 * The notice every result carries (R1.4): for self-check only; verification and registration need the ISO rules and
 * the agency's guidance.
 */
export const selfCheckNotice = 'smallFirm.selfCheckOnly';

/** Energy uses a small firm ticks in step three, and the column each counts in (R1.2). */
export const energyUses = {
  electricity: 'energyIndirect',
  purchasedSteam: 'energyIndirect',
  naturalGas: 'stationaryCombustion',
  liquefiedPetroleumGas: 'stationaryCombustion',
  fuelOil: 'stationaryCombustion',
  boilerDiesel: 'stationaryCombustion',
  coal: 'stationaryCombustion',
  vehiclePetrol: 'mobileCombustion',
  vehicleDiesel: 'mobileCombustion',
  processGas: 'process',
  refrigerant: 'fugitive',
} as const satisfies Record<string, SmallFirmCategory>;
export type EnergyUse = keyof typeof energyUses;

/** Step four: how much of one energy was used in the year, with the agency's factor for it (R1.5). */
export interface EnergyAmount extends UnitBridge {
  readonly use: EnergyUse;
  /** As entered, in `unit`; null while it is blank. */
  readonly amount: number | null;
  readonly unit: string;
  readonly factor: {
    /** Unit of the factor's denominator; `amount` is converted to it. */
    readonly unit: string;
    readonly kgPerUnit: Readonly<Record<string, number>>;
  };
}

export interface SmallFirmResult {
  readonly notice: typeof selfCheckNotice;
  readonly columns: readonly SmallFirmColumn[];
  /** t CO2e. */
  readonly total: number;
  /** Amounts as used, in the unit of each factor. */
  readonly activities: readonly number[];
}

type Code = ValueFindingCode | UnitFindingCode | InventoryFindingCode;

/**
 * Step five of the small-firm calculator (R1.4): emissions by column with shares, and always the notice.
 *
 * @param input.gwp kg CO2e per kg by gas, one GWP set
 * @returns refused for a blank amount (a blank is not zero), units that do not convert, an unknown use and what
 *   {@link quantifyEmissions} refuses, each at its line; `inventory.nothingEmitted` when all comes to zero
 */
export function smallFirmResult(input: {
  readonly gwp: Readonly<Record<string, number>>;
  readonly uses: readonly EnergyAmount[];
}): Result<SmallFirmResult, Code> {
  const findings: Finding<Code>[] = [];
  const activities: number[] = [];
  input.uses.forEach((line, index) => {
    const activity = activityOf(line);
    findings.push(...activity.findings.map((finding) => within(['uses', index], finding)));
    activities.push(activity.ok ? activity.value : Number.NaN);
  });
  if (findings.length > 0) return refuse(...findings);
  const emissions = quantifyEmissions({
    gwp: input.gwp,
    sources: input.uses.map(({ use, factor }, index) => ({
      category: energyUses[use],
      activity: activities[index] ?? Number.NaN,
      kgPerUnit: factor.kgPerUnit,
    })),
  });
  if (!emissions.ok) return refuse(...emissions.findings.map(asEntered));
  const view = smallFirmView(emissions.value.sources);
  if (!view.ok) return refuse(...view.findings.map(asEntered));
  return accept({ notice: selfCheckNotice, ...view.value, activities });
}

function activityOf({
  use,
  amount,
  unit,
  factor,
  ...bridge
}: EnergyAmount): Result<number, ValueFindingCode | UnitFindingCode> {
  const faults = [
    ...choiceFaults(use, Object.keys(energyUses), ['use']),
    ...numberFaults(amount, notNegative, ['amount']),
  ];
  if (faults.length > 0) return refuse(...faults);
  const converted = convert(Number(amount), unit, factor.unit, bridge);
  return converted.ok ? converted : refuse(...converted.findings.map(asEntered));
}

/** Where the calculations name a place, the place in the calculator's own input. */
const enteredAs = new Map<string | number, Finding['path']>([
  ['sources', ['uses']],
  ['kgPerUnit', ['factor', 'kgPerUnit']],
  ['from', ['unit']],
  ['to', ['factor', 'unit']],
]);

function asEntered<Code extends string>(finding: Finding<Code>): Finding<Code> {
  return { ...finding, path: finding.path.flatMap((step) => enteredAs.get(step) ?? [step]) };
}
