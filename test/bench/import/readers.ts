import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { inventoryFile } from './inventory-file.ts';
import { benchFolder, installPeers, median } from './peers.ts';

const readers = ['slipstream', 'slipstream, validated', 'hucre stream', 'exceljs stream'] as const;

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
export function benchReaders([rows = '100000', runs = '5']: readonly string[]): void {
  const peers = installPeers();
  const file = inventoryFile(benchFolder, Number(rows));
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
  const of = (reader: string, figure: (run: Run) => number) =>
    median((results.get(reader) ?? []).map(figure));
  const ours = of('slipstream, validated', ({ milliseconds }) => milliseconds);
  console.table(
    readers.map((reader) => ({
      reader,
      milliseconds: of(reader, ({ milliseconds }) => milliseconds),
      'times ours, validated': Number((of(reader, ({ milliseconds }) => milliseconds) / ours).toFixed(2)),
      'peak MB': of(reader, ({ peakMegabytes }) => peakMegabytes),
      rows: of(reader, (run) => run.rows),
      sum: of(reader, ({ sum }) => sum),
    })),
  );
}
