import { type DateFindingCode, type IsoDate, isDay } from '../calendar/days.ts';
import { choiceFaults, numberFaults, positive, type ValueFindingCode } from '../domain.ts';
import { accept, errorAt, type Finding, type Result, refuse, warningAt } from '../finding.ts';
import { type GreenhouseGas, gasOf } from './gases.ts';
import type { GasFindingCode } from './gwp.ts';

/** Ozone depletion potential and boiling point of a refrigerant (R23.2); its GWP is with the gas of that key. */
export interface RefrigerantProperties {
  /** Key of the gas, `r-22`. */
  readonly gas: string;
  readonly odp: number;
  readonly boilingPointC: number;
}

/** The refrigerant table of R23.2. */
export const refrigerantProperties: readonly RefrigerantProperties[] = [
  { gas: 'r-22', odp: 0.055, boilingPointC: -41.1 },
  { gas: 'r-134a', odp: 0, boilingPointC: -26.4 },
  { gas: 'r-410a', odp: 0, boilingPointC: -51.7 },
  { gas: 'r-123', odp: 0.02, boilingPointC: 27.85 },
  { gas: 'r-32', odp: 0, boilingPointC: -52.6 },
  { gas: 'r-1233zd', odp: 0, boilingPointC: 18.6 },
];

export const refrigerantActivities = ['fillNewEquipment', 'serviceExisting'] as const;
export type RefrigerantActivity = (typeof refrigerantActivities)[number];

export const coolingEquipmentKinds = ['windowOrSplitAc', 'chiller'] as const;
export type CoolingEquipmentKind = (typeof coolingEquipmentKinds)[number];

export interface RefrigerantUse {
  readonly refrigerant: string;
  readonly equipment: { readonly kind: CoolingEquipmentKind; readonly coolingKw: number };
  readonly activity: RefrigerantActivity;
  readonly date: IsoDate;
}

interface RefrigerantBan {
  readonly rule: string;
  readonly from: IsoDate;
  readonly covers: (gas: GreenhouseGas, equipment: RefrigerantUse['equipment']) => boolean;
}

/** Bans on filling new equipment, the widest and latest first: where several apply, the first is reported (R23.3). */
const bans = [
  { rule: 'HCFC-2020', from: '2020-01-01', covers: (gas) => hasFamily(gas, 'HCFC') },
  { rule: 'R22-2016', from: '2016-01-01', covers: (gas) => gas.key === 'r-22' },
  {
    rule: 'R22-2011',
    from: '2011-01-01',
    covers: (gas, { kind, coolingKw }) =>
      gas.key === 'r-22' && kind === 'windowOrSplitAc' && coolingKw <= 7.1,
  },
] as const satisfies readonly RefrigerantBan[];
export type RefrigerantRule = (typeof bans)[number]['rule'];

/** What an answer is to be read with. */
export const refrigerantFindingCodes = ['refrigerant.cfcEnded', 'refrigerant.usChillerBan'] as const;
export type RefrigerantFindingCode =
  | (typeof refrigerantFindingCodes)[number]
  | GasFindingCode
  | DateFindingCode
  | ValueFindingCode;

/**
 * Whether the HCFC rules let a refrigerant be used so, and the rule that forbids it (R23.3). Servicing existing
 * machines is allowed; a blend with an HCFC in it is an HCFC.
 *
 * Warns, without changing the answer, of a CFC (production ended) and of R134a filled into new chillers from 2024
 * (barred in the United States). Refuses an unknown refrigerant, equipment or activity, a capacity that is not
 * positive, and a date that is none.
 */
export function refrigerantAllowed(
  use: RefrigerantUse,
): Result<{ readonly allowed: boolean; readonly rule: RefrigerantRule | null }, RefrigerantFindingCode> {
  const gas = gasOf(use.refrigerant);
  const faults = faultsOf(use, gas);
  if (!gas || faults.length > 0) return refuse(...faults);
  if (use.activity === 'serviceExisting') return accept({ allowed: true, rule: null });
  const ban = bans.find(({ from, covers }) => use.date >= from && covers(gas, use.equipment));
  const warnings: Finding<RefrigerantFindingCode>[] = [];
  if (hasFamily(gas, 'CFC')) {
    warnings.push(warningAt('refrigerant.cfcEnded', ['refrigerant'], { refrigerant: use.refrigerant }));
  }
  if (gas.key === 'r-134a' && use.equipment.kind === 'chiller' && use.date >= '2024-01-01') {
    warnings.push(warningAt('refrigerant.usChillerBan', ['refrigerant'], { refrigerant: use.refrigerant }));
  }
  return accept({ allowed: ban === undefined, rule: ban?.rule ?? null }, warnings);
}

function faultsOf(use: RefrigerantUse, gas: GreenhouseGas | undefined): Finding<RefrigerantFindingCode>[] {
  const faults: Finding<RefrigerantFindingCode>[] = [
    ...choiceFaults(use.equipment.kind, coolingEquipmentKinds, ['equipment', 'kind']),
    ...numberFaults(use.equipment.coolingKw, positive, ['equipment', 'coolingKw']),
    ...choiceFaults(use.activity, refrigerantActivities, ['activity']),
  ];
  if (!gas) faults.unshift(errorAt('gas.unknown', ['refrigerant'], { gas: use.refrigerant }));
  if (!isDay(use.date)) faults.push(errorAt('date.notIso', ['date'], { date: String(use.date) }));
  return faults;
}

function hasFamily(gas: GreenhouseGas, family: GreenhouseGas['family']): boolean {
  return gas.family === family || gas.composition.some((share) => share.gas?.family === family);
}
