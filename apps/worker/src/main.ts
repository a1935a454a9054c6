import { setTimeout as wait } from 'node:timers/promises';
import { isReady } from '@slipstream/db';
import { openQueue, openWorker } from '@slipstream/jobs';
import { makeLog, openRuntime, relayOutbox } from '@slipstream/services';
import { readEnv } from './env.ts';
import { jobHandlers } from './handlers/index.ts';
import { makeMetrics } from './metrics.ts';
import { serveOperation } from './operation.ts';
import { keepReaderReady } from './workbook-process/reader.ts';

/** Somebody may be waiting for the next job; looking costs a millisecond. */
const relayEveryMs = 150;
const sweepEveryMs = 60_000;
const remindEveryMs = 3_600_000;

const env = readEnv();
const log = makeLog('worker', env.LOG_LEVEL);
const runtime = await openRuntime(env, log);
const connection = {
  databaseUrl: env.DATABASE_URL,
  redisUrl: env.REDIS_URL,
  onError: (error: Error) => log.error({ err: error }, 'The queue lost its connection'),
};
const queue = openQueue(connection);
const metrics = makeMetrics(queue, runtime.clock);
const operation =
  env.WORKER_PORT &&
  (await serveOperation(
    { port: env.WORKER_PORT, host: env.HOST },
    {
      async isReady() {
        await queue.counts();
        return isReady(runtime.database);
      },
      metrics: metrics.text,
    },
  ));
await queue.schedule('sweep', sweepEveryMs);
await queue.schedule('remind-suppliers', remindEveryMs);

// From here on a job may be in hand: all that follows is in place before anything else can happen.
const worker = openWorker(connection, jobHandlers(runtime), {
  concurrency: env.WORKER_CONCURRENCY,
  onEnded(run) {
    metrics.observe(run);
    const { job, id, attempt, error } = run;
    if (error) log.error({ job, id, attempt, err: error }, 'A job failed');
  },
});

const stopping = new AbortController();
/** Hands the outbox to the queue until the process stops; a failed round is tried again with the next. */
async function relay(): Promise<void> {
  while (!stopping.signal.aborted) {
    await relayOutbox(runtime.database, queue, runtime.clock()).catch((error) =>
      log.error({ err: error }, 'The outbox could not be relayed'),
    );
    await wait(relayEveryMs, undefined, { signal: stopping.signal }).catch(() => {});
  }
}
const relaying = relay();
keepReaderReady();
log.info(
  { concurrency: env.WORKER_CONCURRENCY, queue: env.REDIS_URL ? 'redis' : 'postgresql' },
  'Worker ready',
);

/** Takes no new job, lets the running ones end, then closes what is open. */
async function stop(): Promise<void> {
  if (stopping.signal.aborted) return;
  stopping.abort();
  await relaying;
  await worker.close();
  if (operation) await operation.close();
  await queue.close();
  await runtime.close();
  if (process.connected) process.disconnect();
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
// Started by another program, it ends with it, also where that died while this was starting.
process.on('disconnect', stop);
if (process.connected === false) await stop();
