import { plainText } from '../text.ts';
import { blendRows, gasRows, gasSources } from './gas-table.ts';

/** IPCC assessment reports whose 100-year global warming potentials can be used; one result uses one set (R23.1). */
export const gwpSets = ['AR4', 'AR5', 'AR6'] as const;
export type GwpSet = (typeof gwpSets)[number];

/** How sure a figure of the library is: A checked against its source, B plausible but not checked to the digit. */
export type Confidence = 'A' | 'B';

export const gasFamilies = [
  'CO2',
  'CH4',
  'N2O',
  'HFC',
  'PFC',
  'SF6',
  'NF3',
  'HCFC',
  'CFC',
  'ODS',
  'HFO',
  'natural',
  'blend',
  'other',
] as const;
export type GasFamily = (typeof gasFamilies)[number];

/**
 * Where a gas stands in a report: the seven gases of the protocol, ozone-depleting substances that are shown
 * apart (R1.6), or neither.
 */
export const gasGroups = ['sevenGases', 'ozoneDepleting', 'other'] as const;
export type GasGroup = (typeof gasGroups)[number];

const sevenGasFamilies: readonly GasFamily[] = ['CO2', 'CH4', 'N2O', 'HFC', 'PFC', 'SF6', 'NF3'];
const ozoneDepletingFamilies: readonly GasFamily[] = ['HCFC', 'CFC', 'ODS'];

/** A share of a blend by mass; `gas` is null for a hydrocarbon, whose GWP counts as 0. */
export interface BlendShare {
  readonly gas: GreenhouseGas | null;
  readonly massFraction: number;
}

/** A gas or refrigerant blend with its 100-year GWP in kg CO2e per kg by set; null where the set has none. */
export interface GreenhouseGas {
  readonly key: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly formula: string;
  readonly family: GasFamily;
  readonly gwp: Readonly<Record<GwpSet, number | null>>;
  /** What a blend is made of; empty for a single gas. */
  readonly composition: readonly BlendShare[];
  readonly source: string;
  readonly confidence: Confidence;
  readonly note: string | null;
}

const singleGases: readonly GreenhouseGas[] = gasRows.map(
  ([key, nameZh, nameEn, formula, family, AR4, AR5, AR6, source, note]) => ({
    key,
    nameZh,
    nameEn,
    formula,
    family,
    gwp: { AR4, AR5, AR6 },
    composition: [],
    source: gasSources[source][0],
    confidence: gasSources[source][1],
    note: note ?? null,
  }),
);

/** The AR5 value of R410A is used as the refrigerant table prints it, 1924 for the computed 1923.5 (R23.2). */
const printedBlendGwp: Readonly<Record<string, Partial<Record<GwpSet, number>>>> = {
  'r-410a': { AR5: 1924 },
};

const blends: readonly GreenhouseGas[] = blendRows.map(([key, confidence, massPercent]) => {
  const name = key.toUpperCase();
  const composition = Object.entries(massPercent).map(([component, percent]) => ({
    gas: singleGases.find((gas) => gas.key === component) ?? null,
    massFraction: percent / 100,
  }));
  const gwpIn = (set: GwpSet) =>
    printedBlendGwp[key]?.[set] ??
    composition.reduce<number | null>((sum, { gas, massFraction }) => {
      const gwp = gas ? gas.gwp[set] : 0;
      return sum === null || gwp === null ? null : sum + gwp * massFraction;
    }, 0);
  return {
    key,
    nameZh: name,
    nameEn: `${name} (blend)`,
    formula: '',
    family: 'blend',
    gwp: { AR4: gwpIn('AR4'), AR5: gwpIn('AR5'), AR6: gwpIn('AR6') },
    composition,
    source: 'nominal mass composition of ASHRAE 34 × GWP of the components',
    confidence,
    note: null,
  };
});

/** Every gas and blend of the library. */
export const greenhouseGases: readonly GreenhouseGas[] = [...singleGases, ...blends];

const bracketed = / ?\(([^)]*)\)$/;

/** Names in order of precedence: where two gases share one (the formula of CO2 and R-744), the earlier keeps it. */
const nameLayers: readonly ((gas: GreenhouseGas) => readonly string[])[] = [
  ({ key }) => [key],
  ({ nameZh, nameEn }) => [nameZh, nameEn, nameZh.replace(bracketed, ''), nameEn.replace(bracketed, '')],
  ({ nameEn }) => [bracketed.exec(nameEn)?.[1] ?? ''].filter((name) => /\d/.test(name)),
  ({ formula }) => [formula],
];

const byName: ReadonlyMap<string, GreenhouseGas> = indexByName(greenhouseGases);

/**
 * The gas of that name: its key (`ch4.fossil`), either name, formula (`CF4`) or refrigerant number, in any case and
 * with any punctuation: `CH4_fossil`, `R22`, `r-22` and `HCFC-22`. Undefined if no gas has that name.
 * `CH4` alone is methane of unstated origin.
 */
export function gasOf(name: string): GreenhouseGas | undefined {
  return byName.get(nameKey(name));
}

/** Where a single gas stands in a report. A blend belongs where its components do. */
export function gasGroupOf(gas: GreenhouseGas): GasGroup {
  if (ozoneDepletingFamilies.includes(gas.family)) return 'ozoneDepleting';
  return sevenGasFamilies.includes(gas.family) ? 'sevenGases' : 'other';
}

function indexByName(gases: readonly GreenhouseGas[]): ReadonlyMap<string, GreenhouseGas> {
  const index = new Map<string, GreenhouseGas>();
  for (const namesOf of nameLayers) {
    for (const gas of gases) {
      for (const key of namesOf(gas).map(nameKey)) if (key !== '' && !index.has(key)) index.set(key, gas);
    }
  }
  return index;
}

function nameKey(name: string): string {
  return plainText(name)
    .toLowerCase()
    .replace(/[\s._()-]/g, '');
}
