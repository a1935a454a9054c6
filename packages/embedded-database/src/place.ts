import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Account } from './account.ts';

/** Where root keeps what the database's own account must reach when the project lies below a closed folder. */
const openFolder = '/var/lib/slipstream';

/** The folder a cluster asked for at `folder` really lies in: there, unless root's account cannot walk to it. */
export function reachablePlace(folder: string, account: Account | undefined): string {
  if (!account || canWalkTo(folder, account)) return folder;
  return join(openFolder, createHash('sha256').update(folder).digest('hex').slice(0, 16));
}

/** The programs' folder, copied once to an open place where the account cannot walk to it. */
export function reachablePrograms(folder: string, version: string, account: Account | undefined): string {
  if (!account || canWalkTo(folder, account)) return folder;
  const copy = join(openFolder, `programs-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(openFolder, { recursive: true, mode: 0o755 });
    cpSync(folder, unfinished, { recursive: true, verbatimSymlinks: true });
    renameSync(unfinished, copy);
  }
  return copy;
}

/** Whether `account` may enter every folder on the way to `path` (those that exist). */
function canWalkTo(path: string, { uid, gid }: Account): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(folder)) {
      const entry = statSync(folder);
      const bit = entry.uid === uid ? 0o100 : entry.gid === gid ? 0o010 : 0o001;
      if (entry.isDirectory() && (entry.mode & bit) === 0) return false;
    }
    if (folder === dirname(folder)) return true;
  }
}
