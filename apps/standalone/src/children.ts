import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

/** A program kept running: started again when it dies, stopped when asked. */
export interface Child {
  stop(): Promise<void>;
}

const patienceMs = 10_000;
/** A program that ends this often, each time within this long of its start, will not run at all. */
const hopelessAfter = 5;
const shortLifeMs = 10_000;

/**
 * Runs a Node program, given as Node's arguments, until `stop`. One that ends by itself is started again after a
 * second; `say` tells of it. One that cannot stay up is given up with `onHopeless`.
 */
export function keepRunning(
  name: string,
  program: readonly string[],
  env: NodeJS.ProcessEnv,
  listeners: { readonly say: (line: string) => void; readonly onHopeless: () => void },
): Child {
  let stopping = false;
  let shortLives = 0;
  let child: ChildProcess;
  let restart: NodeJS.Timeout | undefined;
  const start = () => {
    const began = performance.now();
    // The channel closes when this process dies, however it dies; the child stops itself then.
    child = spawn(process.execPath, program, { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    child.on('exit', (code, signal) => {
      if (stopping) return;
      shortLives = performance.now() - began < shortLifeMs ? shortLives + 1 : 0;
      if (shortLives >= hopelessAfter) {
        listeners.say(`${name} cannot stay up; its reason stands above.`);
        listeners.onHopeless();
        return;
      }
      listeners.say(`${name} ended (${signal ?? `exit code ${code}`}); starting it again.`);
      restart = setTimeout(start, 1000);
    });
  };
  start();
  return {
    async stop() {
      stopping = true;
      clearTimeout(restart);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      const late = new AbortController();
      await Promise.race([ended, wait(patienceMs, undefined, { signal: late.signal }).catch(() => {})]);
      late.abort();
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL');
        await ended;
      }
    },
  };
}

/** A program that runs to its end; `done` fails where that was none, also where `stop` was it. */
export interface Run {
  readonly done: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Runs a Node program, given as Node's arguments, to its end. What it prints is shown as it comes, or kept and handed
 * to `failed` when it fails, which makes the error.
 */
export function runToEnd(
  program: readonly string[],
  options: {
    readonly env: NodeJS.ProcessEnv;
    readonly prints: 'shown' | 'kept';
    readonly failed: (code: number | null, printed: string) => Error;
  },
): Run {
  const output = options.prints === 'shown' ? 'inherit' : 'pipe';
  const child = spawn(process.execPath, program, { env: options.env, stdio: ['ignore', output, output] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (text: Buffer) => {
      printed += text.toString();
    });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return {
    done: ended.then((code) => {
      if (code !== 0) throw options.failed(code, printed.trim());
    }),
    async stop() {
      child.kill('SIGTERM');
      await ended.catch(() => {});
    },
  };
}
