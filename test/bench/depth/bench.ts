import { parseArgs } from 'node:util';
import { calculateFootprint, checkProductSystem, contributionTree } from '@slipstream/footprint';
import { chain } from '../../../packages/footprint/src/test-drafts.ts';

/**
 * `npm run bench -- depth [--processes 1000000]`: checks, calculates and opens a chain of processes in which each needs
 * the next, under the default limits of stack and heap.
 */
export async function benchDepth(options: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...options],
    options: { processes: { type: 'string', default: '1000000' } },
  });
  const depth = Number(values.processes);
  const drawn = timed('draw', () => chain(depth));
  const system = timed('check', () => checkProductSystem(drawn));
  if (!system.ok) throw new Error(JSON.stringify(system.findings[0]));
  const footprint = timed('calculate', () => calculateFootprint(system.value));
  const tree = timed('tree, cut', () => contributionTree(system.value));
  const whole = timed('tree, whole', () =>
    contributionTree(system.value, { thresholdPercent: 0, maxNodes: depth }),
  );
  if (!footprint.ok || !tree.ok || !whole.ok) throw new Error('refused');
  console.log(`total ${footprint.value.total} kg CO2e, expected ${depth / 2}`);
}

function timed<Value>(step: string, make: () => Value): Value {
  const before = process.cpuUsage();
  const value = make();
  const { user } = process.cpuUsage(before);
  const { heapUsed, rss } = process.memoryUsage();
  const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20);
  console.log(
    `${step.padEnd(12)} ${(user / 1e6).toFixed(1)} s of processor, ${megabytes(heapUsed)} MB heap, ${megabytes(rss)} MB resident`,
  );
  return value;
}
