import type { SupplyGraph } from './graph.ts';

/** The peer most programs start with: objects that point at each other. */
export interface ProcessObject {
  readonly id: string;
  readonly direct: number;
  readonly supplierId: string;
  readonly inputs: { readonly from: ProcessObject; readonly amount: number }[];
}

export function objectGraph({ matrix, direct, supplier }: SupplyGraph): ProcessObject[] {
  const processes: ProcessObject[] = Array.from(direct, (value, i) => ({
    id: `process-${i}`,
    direct: value,
    supplierId: `supplier-${supplier[i]}`,
    inputs: [],
  }));
  for (let i = 0; i < matrix.n; i++)
    for (let p = matrix.rowStart[i]!; p < matrix.rowStart[i + 1]!; p++)
      processes[i]!.inputs.push({ from: processes[matrix.column[p]!]!, amount: matrix.amount[p]! });
  return processes;
}

/** Recursion that remembers; a circle is cut where it closes, which makes loops wrong. */
export function footprintByMemo(
  process: ProcessObject,
  known: Map<string, number>,
  open: Set<string> = new Set(),
): number {
  const found = known.get(process.id);
  if (found !== undefined) return found;
  if (open.has(process.id)) return 0;
  open.add(process.id);
  let sum = process.direct;
  for (const { from, amount } of process.inputs) sum += amount * footprintByMemo(from, known, open);
  open.delete(process.id);
  known.set(process.id, sum);
  return sum;
}

/** Contributions by supplier along every path, as breakdown screens do. Never ends where there are loops. */
export function contributionsByPath(process: ProcessObject, factor: number, sums: Map<string, number>): void {
  sums.set(process.supplierId, (sums.get(process.supplierId) ?? 0) + factor * process.direct);
  for (const { from, amount } of process.inputs) contributionsByPath(from, factor * amount, sums);
}

/** One Monte Carlo draw by recursion, each number times a log-normal factor. */
export function drawnFootprint(
  process: ProcessObject,
  known: Map<string, number>,
  random: () => number,
): number {
  const found = known.get(process.id);
  if (found !== undefined) return found;
  known.set(process.id, 0);
  const factor = () =>
    Math.exp(0.3 * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()));
  let sum = process.direct * factor();
  for (const { from, amount } of process.inputs)
    sum += amount * factor() * drawnFootprint(from, known, random);
  known.set(process.id, sum);
  return sum;
}
