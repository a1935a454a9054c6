import { accept, type Result, refuse } from '@slipstream/quantity';
import { looseShare, updateLoop } from './changed-loop.ts';
import { intensities } from './intensities.ts';
import { judgeLoop } from './loop-standing.ts';
import { copyPlan, type SolvePlan, standing } from './plan.ts';
import { rollUp } from './roll-up.ts';
import { positionOf } from './scaling-factors.ts';
import { loopFinding, notFinite, type SolverFindingCode } from './solver-finding.ts';
import {
  clearStale,
  markStale,
  nextStale,
  noStalePositions,
  type StalePositions,
  unmarkStale,
} from './stale-positions.ts';
import type { KernelChoice } from './workspace.ts';

/** Intensities that follow changes of direct values and amounts. Read them by `intensityOf`. */
export interface TrackedIntensities {
  /** A plan of its own: its amounts are the current ones, `plan.x` the current intensities. */
  readonly plan: SolvePlan;
  /** By position. */
  readonly direct: Float64Array;
  /** Consumers of position `i`: `consumer[consumerStart[i]]` to before `consumerStart[i + 1]`. */
  readonly consumerStart: Int32Array;
  readonly consumer: Int32Array;
  /** Exchange of the technology matrix → exchange of the plan. */
  readonly exchangeAt: Int32Array;
  readonly loopOf: Int32Array;
  /** What a change has left to be looked at, clean between changes. */
  readonly stale: StalePositions;
}

/** Solves once and prepares to follow changes. The plan given stays as it is. */
export function trackIntensities(
  from: SolvePlan,
  direct: Float64Array,
  choice: KernelChoice = 'auto',
): Result<TrackedIntensities, SolverFindingCode> {
  const solved = intensities(from, direct);
  if (!solved.ok) return solved;
  const { n, order } = from;
  const plan = copyPlan(from, choice);
  const m = plan.column.length;
  const exchangeAt = new Int32Array(m);
  for (let p = 0; p < m; p++) exchangeAt[from.exchange[p]!] = p;
  const loopOf = new Int32Array(n).fill(-1);
  for (let loop = 0; loop < plan.loopFrom.length; loop++)
    loopOf.fill(loop, plan.loopFrom[loop], plan.loopTo[loop]);
  return accept({
    plan,
    direct: Float64Array.from(order, (process) => direct[process]!),
    ...consumers(plan),
    exchangeAt,
    loopOf,
    stale: noStalePositions(n),
  });
}

/** The current intensity of a process. */
export function intensityOf({ plan }: TrackedIntensities, process: number): number {
  return plan.x[positionOf(plan, process)]!;
}

/**
 * Changes the direct value of a process and every intensity it touches.
 * @returns how many intensities were worked out again; or `solver.resultNotFinite`, and nothing is changed
 */
export function changeDirect(
  tracked: TrackedIntensities,
  process: number,
  value: number,
): Result<number, SolverFindingCode> {
  const { plan, direct } = tracked;
  const i = positionOf(plan, process);
  const before = direct[i]!;
  if (!Number.isFinite(value)) return refuse(notFinite(process));
  direct[i] = value;
  const outcome = update(tracked, i);
  if (outcome >= 0) return accept(outcome);
  direct[i] = before;
  update(tracked, i);
  return refuse(notFinite(process));
}

/**
 * Changes the amount of an exchange (its index in the technology matrix) and every intensity it touches.
 * @returns as `changeDirect`; or the finding for a loop that would lose its finite answer, nothing being changed
 */
export function changeAmount(
  tracked: TrackedIntensities,
  exchange: number,
  value: number,
): Result<number, SolverFindingCode> {
  const { plan, exchangeAt, loopOf } = tracked;
  const p = exchangeAt[exchange];
  if (p === undefined) throw new RangeError(`exchange ${exchange} of ${exchangeAt.length}`);
  const i = rowOf(plan, p);
  const before = plan.amount[p]!;
  if (!Number.isFinite(value)) return refuse(notFinite(plan.order[i]!));
  const loop = loopOf[i]!;
  setAmount(plan, loop, i, p, value);
  if (loop >= 0 && plan.loopStanding[loop]! >= standing.infinite) {
    const finding = loopFinding(plan, loop);
    setAmount(plan, loop, i, p, before);
    return refuse(finding);
  }
  const outcome = update(tracked, i);
  if (outcome >= 0) return accept(outcome);
  const finding = loop >= 0 ? loopFinding(plan, loop) : notFinite(plan.order[i]!);
  setAmount(plan, loop, i, p, before);
  update(tracked, i);
  return refuse(finding);
}

/**
 * Works out position `start` again and, inputs first, whoever uses what has changed. A value is summed afresh
 * from its inputs, in the order of the full pass, so it has the same bits however many changes came before.
 * @returns how many positions were worked out, or -1 where a value is not finite or a loop not solvable
 */
function update(tracked: TrackedIntensities, start: number): number {
  const { plan, direct, consumerStart, consumer, loopOf, stale } = tracked;
  const { n, rowStart, column, amount, x } = plan;
  const loops = plan.loopFrom.length > 0;
  let count = 0;
  let finite = 0;
  markStale(stale, start);
  for (let i = nextStale(stale, start); i < n; i = nextStale(stale, i)) {
    let after = i + 1;
    if (loops && loopOf[i]! >= 0) {
      const loop = loopOf[i]!;
      after = plan.loopTo[loop]!;
      const looked = updateLoop(tracked, loop);
      if (looked < 0) {
        clearStale(stale);
        return -1;
      }
      count += looked;
    } else {
      unmarkStale(stale, i);
      let sum = direct[i]!;
      for (let p = rowStart[i]!, end = rowStart[after]!; p < end; p++) sum += amount[p]! * x[column[p]!]!;
      count++;
      if (sum === x[i]) continue;
      x[i] = sum;
      finite += sum - sum;
      for (let c = consumerStart[i]!, end = consumerStart[after]!; c < end; c++)
        markStale(stale, consumer[c]!);
    }
    if (count > n * looseShare && after < n) {
      clearStale(stale);
      if (rollUp(plan, after, direct) >= 0) return -1;
      for (let k = 0; k < n; k++) finite += x[k]! - x[k]!;
      return finite === 0 ? count + n - after : -1;
    }
  }
  return finite === 0 ? count : -1;
}

function setAmount(plan: SolvePlan, loop: number, i: number, p: number, value: number): void {
  plan.amount[p] = value;
  if (loop < 0) return;
  const { inner } = plan;
  const from = plan.loopFrom[loop]!;
  if (plan.column[p]! < from) return;
  const row = inner.firstRow[loop]! + i - from;
  let selfUse = 0;
  for (let q = plan.rowStart[i]!; q < plan.rowStart[i + 1]!; q++)
    if (plan.column[q] === i) selfUse += plan.amount[q]!;
  inner.selfUse[row] = selfUse;
  for (let q = inner.rowStart[row]!; q < inner.rowStart[row + 1]!; q++)
    if (inner.source[q] === p) inner.amount[q] = value;
  plan.loopStanding[loop] = judgeLoop(inner, loop, plan.loopTo[loop]! - from);
}

function rowOf({ n, rowStart }: SolvePlan, p: number): number {
  let low = 0;
  let high = n;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (rowStart[middle]! <= p) low = middle;
    else high = middle;
  }
  return low;
}

/** Who uses whom: the plan's exchanges by provider. */
function consumers({ n, rowStart, column }: SolvePlan): { consumerStart: Int32Array; consumer: Int32Array } {
  const consumerStart = new Int32Array(n + 1);
  const consumer = new Int32Array(column.length);
  for (let p = 0; p < column.length; p++) consumerStart[column[p]!]!++;
  for (let i = 0, sum = 0; i <= n; i++) {
    sum += consumerStart[i]!;
    consumerStart[i] = sum;
  }
  for (let i = n - 1; i >= 0; i--)
    for (let p = rowStart[i]!; p < rowStart[i + 1]!; p++) consumer[--consumerStart[column[p]!]!] = i;
  return { consumerStart, consumer };
}
