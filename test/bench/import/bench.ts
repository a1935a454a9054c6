import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inventoryFile } from './inventory-file.ts';

const readers = ['slipstream', 'slipstream, validated', 'hucre stream', 'exceljs stream'] as const;
const peerVersions = ['hucre@1.0.0', 'exceljs@4.4.0'];

interface Run {
  readonly milliseconds: number;
  readonly rows: number;
  readonly sum: number;
  readonly peakMegabytes: number;
}

/**
 * Reading an inventory sheet of 100,000 rows × 15 columns, each reader in a process of its own, turn and turn about;
 * the median of the runs counts. The peers are installed beside the data on first use: they are no dependency.
 */
export async function benchImport([rows = '100000', runs = '5']: readonly string[]): Promise<void> {
  const folder = join(import.meta.dirname, '../../../.data/bench');
  const peers = join(folder, 'peers');
  if (!existsSync(join(peers, 'node_modules/exceljs'))) {
    mkdirSync(peers, { recursive: true });
    writeFileSync(join(peers, 'package.json'), '{ "private": true }\n');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...peerVersions], {
      cwd: peers,
    });
  }
  const file = inventoryFile(folder, Number(rows));
  const results = new Map<string, Run[]>(readers.map((reader) => [reader, []]));
  for (let run = 0; run < Number(runs); run++)
    for (const reader of readers) {
      const output = execFileSync(process.execPath, [
        join(import.meta.dirname, 'reader.ts'),
        reader,
        file,
        peers,
      ]);
      results.get(reader)?.push(JSON.parse(output.toString()));
    }
  const median = (reader: string, of: (run: Run) => number) =>
    (results.get(reader) ?? []).map(of).sort((left, right) => left - right)[Math.floor(Number(runs) / 2)] ??
    Number.NaN;
  const ours = median('slipstream, validated', ({ milliseconds }) => milliseconds);
  console.table(
    readers.map((reader) => ({
      reader,
      milliseconds: median(reader, ({ milliseconds }) => milliseconds),
      'times ours, validated': Number((median(reader, ({ milliseconds }) => milliseconds) / ours).toFixed(2)),
      'peak MB': median(reader, ({ peakMegabytes }) => peakMegabytes),
      rows: median(reader, (run) => run.rows),
      sum: median(reader, ({ sum }) => sum),
    })),
  );
}
