import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applicationRole, enableApplicationRole, migrate, provisionDatabase } from '@slipstream/db';
import { startCluster } from '@slipstream/embedded-database';
import { migrateQueue } from '@slipstream/jobs';
import { billFile } from './bill-file.ts';
import type { BillRun } from './bill-run.ts';
import { benchFolder, installPeers, median } from './peers.ts';

/** Lines and products of each file. */
const sizes = [
  [60, 1],
  [5_000, 1],
  [5_000, 20],
  [20_000, 4],
] as const;
/** The goals for a quiet machine: seconds until a file of so many lines is stored and calculated. */
const mostSeconds: Readonly<Record<number, number>> = { 60: 1, 5000: 5 };
const peerNames = ['careful', 'typical'] as const;

/**
 * A bill of materials from its bytes until its rows are committed and its footprints are there, beside two applications
 * that read the same file and insert one row a line, and nothing more: a careful one streams and inserts a thousand rows
 * at once, a typical one reads the whole and inserts row by row. Turn and turn about, on one durable database; the median
 * of the runs counts. Ours also makes parts, suppliers, who supplies what, the drawing and its calculation.
 */
export async function benchBills([runs = '3']: readonly string[] = []): Promise<void> {
  const peers = installPeers();
  const folder = mkdtempSync(join(tmpdir(), 'slipstream-bench-'));
  chmodSync(folder, 0o755);
  const cluster = await startCluster({ folder: join(folder, 'database') });
  try {
    const superuserUrl = cluster.url('postgres');
    const ownerUrl = await provisionDatabase({
      superuserUrl,
      name: 'slipstream',
      ownerPassword: randomUUID(),
    });
    await migrate(ownerUrl);
    await migrateQueue(ownerUrl, applicationRole);
    const applicationUrl = await enableApplicationRole(ownerUrl, randomUUID());
    const table = [];
    for (const [lines, products] of sizes) {
      const file = await billFile(benchFolder, lines, products);
      const ours: BillRun[] = [];
      const theirs: Record<(typeof peerNames)[number], number[]> = { careful: [], typical: [] };
      for (let run = 0; run < Number(runs); run++) {
        ours.push(runScript('bill-run.ts', [file, applicationUrl, join(folder, 'files')]));
        for (const name of peerNames)
          theirs[name].push(
            runScript<{ milliseconds: number }>('bill-peer.ts', [name, file, superuserUrl, peers])
              .milliseconds,
          );
      }
      const of = (figure: (run: BillRun) => number) => median(ours.map(figure));
      const stored = of(({ read, store }) => read + store);
      const whole = of(({ read, store, calculate }) => read + store + calculate);
      const times = (name: (typeof peerNames)[number], ms: number) =>
        Number((median(theirs[name]) / ms).toFixed(2));
      table.push({
        lines,
        products,
        'read ms': of(({ read }) => read),
        'store ms': of(({ store }) => store),
        'calculate ms': of(({ calculate }) => calculate),
        'lines/s stored': Math.round((lines / stored) * 1000),
        'lines/s calculated': Math.round((lines / whole) * 1000),
        'careful app, times ours': times('careful', stored),
        'typical app, times ours': times('typical', stored),
        'longest block ms': of(({ longestBlock }) => longestBlock),
        'peak MB': of(({ peakMegabytes }) => peakMegabytes),
        'within its goal': (mostSeconds[lines] ?? Number.POSITIVE_INFINITY) * 1000 >= whole,
      });
    }
    console.table(table);
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function runScript<Run = BillRun>(script: string, options: readonly string[]): Run {
  const output = execFileSync(process.execPath, [join(import.meta.dirname, script), ...options]);
  return JSON.parse(output.toString());
}
