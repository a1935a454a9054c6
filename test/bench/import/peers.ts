import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the files and the peers of the benchmarks stay. */
export const benchFolder = join(import.meta.dirname, '../../../.data/bench');

const versions = ['hucre@1.0.0', 'exceljs@4.4.0'];

/** Installs the readers that others use, on first use: they are no dependency. Returns their folder. */
export function installPeers(): string {
  const peers = join(benchFolder, 'peers');
  if (!existsSync(join(peers, 'node_modules/exceljs'))) {
    mkdirSync(peers, { recursive: true });
    writeFileSync(join(peers, 'package.json'), '{ "private": true }\n');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...versions], {
      cwd: peers,
    });
  }
  return peers;
}

/** The middle of some figures. */
export function median(figures: readonly number[]): number {
  return figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)] ?? Number.NaN;
}
