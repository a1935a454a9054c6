import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { MigrationError } from '@slipstream/db';
import { ClusterError } from '@slipstream/embedded-database';
import { prettifyError, ZodError } from 'zod';
import { type Child, keepRunning, type Run } from './children.ts';
import { prepareDatabase } from './database.ts';
import { makeDemo, signInTable, unfinishedDemo, wantsDemo } from './demo.ts';
import { type Env, readEnv } from './env.ts';
import { buildPages } from './pages.ts';
import { onParentGone } from './parent.ts';
import { clusterSentence, StartError } from './sentences.ts';
import { assertPortFree, claimFolder } from './single-start.ts';
import { Undo } from './undo.ts';
import { webEnvironment, webProgram } from './web-program.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);
const program = (path: string) => join(import.meta.dirname, '../../..', path);

const undo = new Undo();

async function start(env: Env): Promise<void> {
  await assertPortFree(env.PORT, env.HOST);
  if (!(await undo.later(claimFolder(env.DATA_FOLDER)))) return;
  say('Building the pages; half a minute where they are new or have changed.');
  if (!(await ends(buildPages(env.inherited)))) return;

  const began = performance.now();
  const files = join(env.DATA_FOLDER, 'files');
  const unfinished = unfinishedDemo(env.DATA_FOLDER);
  const fresh = env.fresh || (existsSync(unfinished) && !env.DATABASE_URL);
  if (fresh) rmSync(files, { recursive: true, force: true });
  const database = await prepareDatabase({ ...env, fresh });
  if (!(await undo.later(() => database.stop()))) return;
  if (database.migrations.length > 0) say(`Database: ${database.migrations.length} migrations applied.`);

  const address = `http://${env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST}:${env.PORT}`;
  const childEnv: NodeJS.ProcessEnv = {
    PUBLIC_URL: address,
    STORAGE_FOLDER: files,
    LOG_LEVEL: 'warn',
    ...env.inherited,
    NODE_ENV: 'production',
    PORT: String(env.PORT),
    HOST: env.HOST,
    DATABASE_URL: database.applicationUrl,
  };
  if (await wantsDemo(database.applicationUrl)) {
    say('Making the demo world; half a minute, once.');
    writeFileSync(unfinished, '');
    if (!(await ends(makeDemo(childEnv)))) return;
  }
  rmSync(unfinished, { force: true });
  if (undo.isRunning) return;
  const onHopeless = () => {
    process.exitCode = 1;
    void undo.run();
  };
  const listeners = { say, onHopeless };
  const children: Child[] = [
    keepRunning('The worker', [program('apps/worker/src/main.ts')], childEnv, listeners),
    keepRunning('The web server', webProgram, { ...childEnv, ...webEnvironment }, listeners),
  ];
  await undo.later(() => Promise.all(children.map((child) => child.stop())));
  await untilAnswering(address);
  if (undo.isRunning) return;
  say(`\nSlipstream is at ${address} (ready in ${((performance.now() - began) / 1000).toFixed(1)} s)`);
  const people = signInTable();
  if (people) say(`\n${people}`);
  say('\nStop with Ctrl-C. Begin anew with: npm start -- --fresh');
}

/** Waits for a run's end; false where everything is being stopped instead. */
async function ends(run: Run): Promise<boolean> {
  if (!(await undo.later(() => run.stop()))) return false;
  await run.done;
  return !undo.isRunning;
}

async function untilAnswering(address: string): Promise<void> {
  while (!undo.isRunning) {
    try {
      const answer = await fetch(`${address}/health`, {
        signal: AbortSignal.timeout(2_000),
        headers: { Connection: 'close' },
      });
      await answer.body?.cancel();
      return;
    } catch {
      await wait(200);
    }
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof StartError) return error.message;
  if (error instanceof ClusterError) return clusterSentence(error.code, error.detail);
  if (error instanceof MigrationError) return `A migration could not be applied. ${error.message}`;
  if (error instanceof ZodError) return `A setting is wrong:\n${prettifyError(error)}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void undo.run());
try {
  const env = readEnv();
  if (env.inherited.npm_lifecycle_event) onParentGone(() => void undo.run());
  await start(env);
} catch (error) {
  // What fails while everything is being stopped fails for that.
  if (!undo.isRunning) {
    process.exitCode = 1;
    process.stderr.write(`\n${sentenceOf(error)}\n`);
  }
  await undo.run();
}
