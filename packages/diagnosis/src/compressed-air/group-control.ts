import {
  acceptFinite,
  atLeast,
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
import { usualUnloadedPowerRatio } from './control.ts';

/** Machines of a group, the one that trims best first (R25.8). */
export const groupMachineKinds = ['variableSpeed', 'fixedSpeed', 'centrifugal'] as const;
export type GroupMachineKind = (typeof groupMachineKinds)[number];

/** Machines of a group are kept at this load or more, percent (R25.8). */
export const groupLoadPercent = 85;
/** Larger groups are planned in parts; the number of combinations doubles with each machine. */
export const largestGroup = 16;

export interface GroupMachine {
  readonly id: string;
  readonly kind: GroupMachineKind;
  /** Full delivery, SCFM. */
  readonly deliveryScfm: number;
  /** Measured power at full delivery, kW. */
  readonly loadedKw: number;
}

export interface RunningMachine {
  readonly id: string;
  readonly role: 'base' | 'trim';
  readonly deliveredScfm: number;
  readonly loadPercent: number;
  readonly kW: number;
  /** Whether the load is below 85 %. */
  readonly poorlyLoaded: boolean;
}

export interface GroupPlan {
  readonly running: readonly RunningMachine[];
  readonly stopped: readonly string[];
  readonly totalKw: number;
}

export const groupFindingCodes = [
  'group.tooLarge',
  'group.duplicateMachine',
  'group.demandAboveDelivery',
] as const;
export type GroupFindingCode = (typeof groupFindingCodes)[number];

/**
 * The combination of compressors that carries a demand with the least power (R25.8), from the machines' measured
 * power: base machines run full, one machine trims. A variable-speed machine trims if any combination allows it,
 * then a fixed-speed one, a centrifugal one only when nothing else fits. At part load a variable-speed machine
 * takes power in proportion to its air, the others load and unload at 27.3 % (R25.7).
 *
 * @param input.machines delivery SCFM and power kW, both above zero, at most 16 of them
 * @param input.demandScfm not negative
 * @returns base machines first in the order given; refused with `group.demandAboveDelivery` when all machines
 *   together do not deliver the demand
 */
export function planCompressorGroup(input: {
  readonly machines: readonly GroupMachine[];
  readonly demandScfm: number;
}): Result<GroupPlan, ValueFindingCode | GroupFindingCode> {
  const { machines, demandScfm } = input;
  const faults: Finding<ValueFindingCode | GroupFindingCode>[] = [
    ...machines.flatMap((machine, index) => [
      ...choiceFaults(machine.kind, groupMachineKinds, ['machines', index, 'kind']),
      ...faultsIn(machine, { deliveryScfm: positive, loadedKw: positive }, ['machines', index]),
      ...(machines.findIndex(({ id }) => id === machine.id) < index
        ? [errorAt('group.duplicateMachine', ['machines', index, 'id'], { id: machine.id })]
        : []),
    ]),
    ...faultsIn(input, { demandScfm: notNegative }),
  ];
  if (machines.length > largestGroup)
    faults.push(errorAt('group.tooLarge', ['machines'], { count: machines.length, largestGroup }));
  if (faults.length > 0) return refuse(...faults);
  if (demandScfm === 0)
    return acceptFinite({ running: [], stopped: machines.map(({ id }) => id), totalKw: 0 });
  for (const kind of groupMachineKinds) {
    const best = leastPower(
      machines
        .filter((machine) => machine.kind === kind)
        .flatMap((trim) => combinations(machines, trim, demandScfm)),
    );
    if (best) return acceptFinite(describePlan(machines, best));
  }
  const deliveryScfm = machines.reduce((sum, machine) => sum + machine.deliveryScfm, 0);
  return refuse(errorAt('group.demandAboveDelivery', ['demandScfm'], { demandScfm, deliveryScfm }));
}

interface Combination {
  readonly base: readonly GroupMachine[];
  readonly trim: GroupMachine;
  readonly trimScfm: number;
  readonly trimKw: number;
  readonly totalKw: number;
}

/** Every choice of full machines that leaves the trimming one a load between nothing and full. */
function combinations(
  machines: readonly GroupMachine[],
  trim: GroupMachine,
  demandScfm: number,
): Combination[] {
  const others = machines.filter((machine) => machine !== trim);
  const found: Combination[] = [];
  for (let chosen = 0; chosen < 2 ** others.length; chosen++) {
    const base = others.filter((_, index) => chosen & (1 << index));
    const rest = demandScfm - base.reduce((sum, { deliveryScfm }) => sum + deliveryScfm, 0);
    if (rest <= 0 || !atLeast(trim.deliveryScfm, rest)) continue;
    const trimScfm = Math.min(rest, trim.deliveryScfm);
    const trimKw = partLoadKw(trim, trimScfm / trim.deliveryScfm);
    const baseKw = base.reduce((sum, { loadedKw }) => sum + loadedKw, 0);
    found.push({ base, trim, trimScfm, trimKw, totalKw: baseKw + trimKw });
  }
  return found;
}

function partLoadKw({ kind, loadedKw }: GroupMachine, load: number): number {
  return kind === 'variableSpeed'
    ? loadedKw * load
    : loadedKw * (load + (1 - load) * usualUnloadedPowerRatio);
}

function leastPower(found: readonly Combination[]): Combination | null {
  return found.reduce<Combination | null>(
    (best, candidate) =>
      best &&
      (best.totalKw < candidate.totalKw ||
        (best.totalKw === candidate.totalKw && best.base.length <= candidate.base.length))
        ? best
        : candidate,
    null,
  );
}

function describePlan(
  machines: readonly GroupMachine[],
  { base, trim, trimScfm, trimKw, totalKw }: Combination,
) {
  const running: RunningMachine[] = base.map(({ id, deliveryScfm, loadedKw }) => ({
    id,
    role: 'base',
    deliveredScfm: deliveryScfm,
    loadPercent: 100,
    kW: loadedKw,
    poorlyLoaded: false,
  }));
  const loadPercent = (trimScfm / trim.deliveryScfm) * 100;
  running.push({
    id: trim.id,
    role: 'trim',
    deliveredScfm: trimScfm,
    loadPercent,
    kW: trimKw,
    poorlyLoaded: !atLeast(loadPercent, groupLoadPercent),
  });
  const stopped = machines.filter(({ id }) => !running.some((machine) => machine.id === id));
  return { running, stopped: stopped.map(({ id }) => id), totalKw };
}
