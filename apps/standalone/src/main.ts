import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { MigrationError } from '@slipstream/db';
import { ClusterError } from '@slipstream/embedded-database';
import { prettifyError, ZodError } from 'zod';
import { type Child, keepRunning } from './children.ts';
import { prepareDatabase } from './database.ts';
import { seedIfEmpty, signInTable } from './demo.ts';
import { type Env, readEnv } from './env.ts';
import { clusterSentence, StartError } from './sentences.ts';
import { assertPortFree, claimFolder } from './single-start.ts';
import { webProgram } from './web-program.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);
const program = (path: string) => join(import.meta.dirname, '../../..', path);

/** What has to be undone, newest first. */
const undo: (() => unknown)[] = [];
let stopping: Promise<void> | undefined;

/** Stops everything that was started, once, in reverse order. */
function stop(): Promise<void> {
  stopping ??= (async () => {
    for (const step of undo.reverse()) await step();
  })();
  return stopping;
}

async function start(env: Env): Promise<void> {
  const began = performance.now();
  await assertPortFree(env.PORT, env.HOST);
  undo.push(claimFolder(env.DATA_FOLDER));
  const files = join(env.DATA_FOLDER, 'files');
  if (env.fresh) rmSync(files, { recursive: true, force: true });

  const database = await prepareDatabase(env);
  undo.push(() => database.stop());
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
  await seedIfEmpty(database.applicationUrl, childEnv);
  if (stopping) return;
  const onHopeless = () => {
    process.exitCode = 1;
    void stop();
  };
  const listeners = { say, onHopeless };
  const children: Child[] = [
    keepRunning('The worker', [program('apps/worker/src/main.ts')], childEnv, listeners),
    keepRunning('The web server', webProgram, childEnv, listeners),
  ];
  undo.push(() => Promise.all(children.map((child) => child.stop())));
  await untilAnswering(address);
  if (stopping) return;
  say(`\nSlipstream is at ${address} (ready in ${((performance.now() - began) / 1000).toFixed(1)} s)`);
  const people = signInTable();
  if (people) say(`\n${people}`);
  say('\nStop with Ctrl-C. Begin anew with: npm start -- --fresh');
}

async function untilAnswering(address: string): Promise<void> {
  while (!stopping) {
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

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
try {
  await start(readEnv());
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`\n${sentenceOf(error)}\n`);
  await stop();
}
