import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/support/database.ts';
import { hasRedis, startRedis } from '../../../test/support/redis.ts';
import {
  type EndedRun,
  type JobEvents,
  type JobQueue,
  openJobEvents,
  openQueue,
  openWorker,
  type QueueConnection,
} from './index.ts';

const { url: databaseUrl } = useDatabase();

const sendInvitation = () => ({
  id: randomUUID(),
  job: 'send-invitation',
  payload: { organizationId: randomUUID(), invitationId: randomUUID() },
});

/** Hands messages over until one is heard of: announcements made before the listening has begun are lost. */
async function untilHeard(events: JobEvents, queue: JobQueue): Promise<void> {
  for (let isHeard = false; !isHeard; ) {
    const message = sendInvitation();
    const heard = new Promise<boolean>((resolve) => {
      events.follow(message.payload.organizationId, () => resolve(true));
    });
    await queue.enqueue([message]);
    isHeard = await Promise.race([heard, wait(500, false)]);
  }
}

describe.each([
  { engine: 'PostgreSQL', runs: true },
  { engine: 'Redis', runs: hasRedis() },
])('the queue on $engine', ({ engine, runs }) => {
  let redis: Awaited<ReturnType<typeof startRedis>> | undefined;
  let connection: QueueConnection;
  beforeAll(async () => {
    if (!runs) return;
    if (engine === 'Redis') redis = await startRedis();
    connection = { databaseUrl, redisUrl: redis?.url, onError: () => {} };
  });
  afterAll(async () => {
    await redis?.stop();
  });

  it.runIf(runs)(
    'runs a message once however often it is handed over, tries again, and tells who follows',
    async () => {
      const queue = openQueue(connection);
      const events = openJobEvents(connection);
      const tries: number[] = [];
      const ended: EndedRun[] = [];
      const message = sendInvitation();
      const worker = openWorker(
        connection,
        {
          'send-invitation': async (run) => {
            await run.announce();
            if (run.id !== message.id) return;
            tries.push(run.attempt);
            if (run.attempt === 1) throw new Error('the mail server is away');
          },
        },
        { concurrency: 2, onEnded: (run) => run.id === message.id && ended.push(run) },
      );
      await untilHeard(events, queue);
      let told = 0;
      let toldOthers = 0;
      // Once by the try that fails, once by the one that does not, once by its end.
      const toldOfAll = new Promise<void>((resolve) => {
        events.follow(message.payload.organizationId, () => {
          told += 1;
          if (told === 3) resolve();
        });
      });
      events.follow(randomUUID(), () => {
        toldOthers += 1;
      });
      await queue.enqueue([message]);
      await queue.enqueue([message, message]);
      await toldOfAll;
      await expect.poll(() => ended.length, { timeout: 10_000 }).toBe(2);
      await queue.enqueue([message]);
      expect(tries).toEqual([1, 2]);
      expect(toldOthers).toBe(0);
      expect(ended).toMatchObject([
        { job: 'send-invitation', id: message.id, attempt: 1, error: { message: 'the mail server is away' } },
        { job: 'send-invitation', id: message.id, attempt: 2 },
      ]);
      expect(ended[1]).not.toHaveProperty('error');
      expect(await queue.counts()).toMatchObject({ waiting: 0, active: 0, failed: 0 });
      expect(await queue.oldestWaiting()).toBeNull();
      await worker.close();
      await events.close();
      await queue.close();
    },
  );

  it.runIf(runs)('says since when the oldest job waits', async () => {
    const queue = openQueue(connection);
    const before = Date.now();
    await queue.enqueue([sendInvitation()]);
    const between = Date.now();
    await wait(100);
    await queue.enqueue(Array.from({ length: 40 }, sendInvitation));
    const since = (await queue.oldestWaiting())?.getTime();
    // The engine may round to the next millisecond.
    expect(since).toBeGreaterThanOrEqual(before - 1);
    expect(since).toBeLessThanOrEqual(between + 1);
    const worker = openWorker(
      connection,
      { 'send-invitation': async () => {} },
      { concurrency: 8, onEnded: () => {} },
    );
    await expect.poll(() => queue.oldestWaiting(), { timeout: 15_000 }).toBeNull();
    await worker.close();
    await queue.close();
  });

  it.runIf(runs)('refuses what is no job of the catalog', async () => {
    const queue = openQueue(connection);
    await expect(queue.enqueue([{ ...sendInvitation(), job: 'no-such-job' }])).rejects.toThrow(TypeError);
    await expect(queue.enqueue([{ ...sendInvitation(), payload: { secret: 'x' } }])).rejects.toThrow();
    await queue.close();
  });

  it.runIf(runs)('gives the job of a worker that was killed to another', { timeout: 40_000 }, async () => {
    const queue = openQueue(connection);
    const message = sendInvitation();
    await queue.enqueue([message]);
    const victim = spawn(
      process.execPath,
      [join(import.meta.dirname, '../../../test/support/stuck-worker.ts')],
      {
        env: { ...process.env, DATABASE_URL: databaseUrl, REDIS_URL: redis?.url ?? '' },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    await new Promise((resolve) => victim.stdout.once('data', resolve));
    victim.kill('SIGKILL');
    const taken = await new Promise<string>((resolve) => {
      const worker = openWorker(
        connection,
        {
          'send-invitation': async (run) => {
            resolve(run.id);
            setTimeout(() => void worker.close(), 100);
          },
        },
        { concurrency: 1, onEnded: () => {} },
      );
    });
    expect(taken).toBe(message.id);
    await queue.close();
  });
});
