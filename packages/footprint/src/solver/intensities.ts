import { accept, type Result, refuse } from '@slipstream/quantity';
import type { SolvePlan } from './plan.ts';
import { rollUp } from './roll-up.ts';
import { loopFinding, loopFindings, notFinite, type SolverFindingCode } from './solver-finding.ts';

/**
 * The intensity of every process: what one unit of its reference output carries, all inputs included,
 * x = direct + A x. One pass, inputs first; each loop is solved where it stands in the order.
 *
 * @param direct what each process itself adds per unit of its reference output, e.g. kg CO2e, by process
 * @returns intensities by process; or one finding per loop without an answer, or `solver.resultNotFinite`
 */
export function intensities(plan: SolvePlan, direct: Float64Array): Result<Float64Array, SolverFindingCode> {
  assertByProcess(plan, direct);
  const unsolvable = loopFindings(plan);
  if (unsolvable.length > 0) return refuse(...unsolvable);
  const { n, order, position, x } = plan;
  // Written out of order rather than read out of order: a processor does not wait for what it writes.
  for (let process = 0; process < n; process++) x[position[process]!] = direct[process]!;
  const failed = rollUp(plan, 0, x);
  if (failed >= 0) return refuse(loopFinding(plan, failed));
  const byProcess = new Float64Array(n);
  let finite = 0;
  for (let i = 0; i < n; i++) {
    const value = x[i]!;
    finite += value - value;
    byProcess[order[i]!] = value;
  }
  if (finite !== 0) return refuse(notFinite(byProcess.findIndex((value) => !Number.isFinite(value))));
  return accept(byProcess);
}

/** @throws RangeError where a vector does not have one value per process. */
export function assertByProcess(plan: SolvePlan, values: { readonly length: number }): void {
  if (values.length !== plan.n) throw new RangeError(`${plan.n} processes, ${values.length} values`);
}
