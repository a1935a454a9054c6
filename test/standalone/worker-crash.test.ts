import { getDrawing, recalculateProductSystem, saveDrawing } from '@slipstream/services';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { foundPrincipal, importBill, onlyProduct } from '../isolation/api-world.ts';
import { useDatabase } from '../support/database.ts';
import { freePort, hasRedis, startRedis } from '../support/redis.ts';
import { makeRuntime } from '../support/runtime.ts';
import { startWorker, type WorkerProcess } from '../support/worker.ts';

/**
 * A worker killed in the middle of a recalculation. A lock held by the test stops it at a known statement, which is
 * where it is killed; what it left is then looked at, and another worker finishes.
 */
const { database, url: databaseUrl, superuser } = useDatabase({ quiet: true });
const runtime = makeRuntime(database);
const workers: WorkerProcess[] = [];
let holder: pg.Client;

const spots = {
  'before it has looked whether the answer is known': {
    lock: 'LOCK TABLE "FootprintCalculation" IN ACCESS EXCLUSIVE MODE',
    waits: '%FROM%"FootprintCalculation"%',
    isStored: false,
  },
  'with the answer written and not committed': {
    lock: 'SELECT 1 FROM "ProductSystem" WHERE "id" = $1 FOR NO KEY UPDATE',
    waits: '%FROM "ProductSystem"%FOR NO KEY UPDATE%',
    isStored: false,
  },
  'with the answer stored and the job not yet noted as done': {
    lock: 'SELECT 1 FROM "OutboxMessage" WHERE "completedAt" IS NULL FOR UPDATE',
    waits: 'UPDATE "OutboxMessage" SET "completedAt"%',
    isStored: true,
  },
} as const;
type Spot = keyof typeof spots;

beforeAll(async () => {
  const { host, port, user, database: name } = superuser;
  holder = new pg.Client({
    host,
    port,
    user: user ?? '',
    database: name ?? '',
    password: superuser.password ?? '',
  });
  await holder.connect();
});
afterEach(async () => {
  await holder.query('ROLLBACK');
  for (const worker of workers.splice(0))
    if (worker.process.exitCode === null && worker.process.signalCode === null) await worker.end('SIGKILL');
});
afterAll(() => holder.end());

async function start(redisUrl?: string): Promise<WorkerProcess> {
  const worker = startWorker({ databaseUrl, redisUrl, port: await freePort() });
  workers.push(worker);
  return worker;
}

/** A calculated product whose drawing has just been changed: its recalculation stands in the outbox. */
async function changedProduct() {
  const { ctx } = await foundPrincipal(runtime, '被打斷的公司', 'leadFirm');
  await importBill(ctx);
  await superuser.query('UPDATE "OutboxMessage" SET "completedAt" = now() WHERE "completedAt" IS NULL');
  const productId = await onlyProduct(ctx);
  const { draft, positions, version } = await getDrawing(ctx, { productId });
  const processes = draft.processes.map((process) =>
    process.kind === 'unit'
      ? {
          ...process,
          exchanges: process.exchanges.map((exchange) =>
            exchange.isInput ? { ...exchange, amount: 3 } : exchange,
          ),
        }
      : process,
  );
  await saveDrawing(ctx, { productId, version, positions, draft: { ...draft, processes } });
  const { rows } = await superuser.query('SELECT "id" FROM "ProductSystem" WHERE "productId" = $1', [
    productId,
  ]);
  return { ctx, productSystemId: rows[0].id as string };
}

async function stateOf(productSystemId: string) {
  const system = await superuser.query(
    'SELECT "staleSince", "inputHash" FROM "ProductSystem" WHERE "id" = $1',
    [productSystemId],
  );
  const calculations = await superuser.query(
    `SELECT "inputHash", "kgCo2e", "result", "findings", "factors" FROM "FootprintCalculation"
     WHERE "productSystemId" = $1 ORDER BY "createdAt"`,
    [productSystemId],
  );
  const audits = await superuser.query(
    `SELECT 1 FROM "AuditEvent" WHERE "action" = 'productSystem.recalculate' AND "subjectId" = $1`,
    [productSystemId],
  );
  const open = await superuser.query('SELECT 1 FROM "OutboxMessage" WHERE "completedAt" IS NULL');
  return {
    isStale: system.rows[0].staleSince !== null,
    inputHash: system.rows[0].inputHash as string,
    calculations: calculations.rows,
    audits: audits.rowCount,
    openMessages: open.rowCount,
  };
}

/** Holds the lock of a spot until a worker waits for it; returns what lets go. */
async function stopAt(spot: Spot, productSystemId: string) {
  await holder.query('BEGIN');
  await holder.query(spots[spot].lock, spots[spot].lock.includes('$1') ? [productSystemId] : []);
  return {
    isReached: async () => {
      const { rowCount } = await superuser.query(
        `SELECT 1 FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE $1`,
        [spots[spot].waits],
      );
      return rowCount === 1;
    },
    letGo: () => holder.query('ROLLBACK'),
  };
}

async function killAt(spot: Spot, redisUrl?: string) {
  const { ctx, productSystemId } = await changedProduct();
  const before = await stateOf(productSystemId);
  expect(before).toMatchObject({ isStale: true, openMessages: 1, audits: 1 });
  const stop = await stopAt(spot, productSystemId);
  const victim = await start(redisUrl);
  await expect.poll(stop.isReached, { timeout: 30_000, interval: 20 }).toBe(true);
  expect(await victim.end('SIGKILL')).toBeNull();
  // A server process that waits for a lock would run its last statement still before it notices.
  await superuser.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  await stop.letGo();
  const { isStored } = spots[spot];
  await expect
    .poll(() => stateOf(productSystemId), { timeout: 5_000 })
    .toMatchObject({ isStale: !isStored, openMessages: 1, audits: isStored ? 2 : 1 });
  expect((await stateOf(productSystemId)).calculations).toHaveLength(isStored ? 2 : 1);

  const second = await start(redisUrl);
  await expect
    .poll(() => stateOf(productSystemId), { timeout: 40_000, interval: 100 })
    .toMatchObject({ isStale: false, openMessages: 0 });
  const after = await stateOf(productSystemId);
  expect(after.inputHash).not.toBe(before.inputHash);
  expect(after.calculations.filter(({ inputHash }) => inputHash === after.inputHash)).toHaveLength(1);
  expect(after.calculations).toHaveLength(2);
  expect(after.audits).toBe(2);
  const metrics = await (await fetch(`${second.address}/metrics`)).text();
  expect(metrics).toContain('job_runs_total{job="recalculate-product-system",outcome="done"} 1');
  expect(metrics).toContain('queue_jobs{state="failed"} 0');
  expect((await fetch(`${second.address}/ready`)).status).toBe(200);
  expect(await second.end('SIGTERM')).toBe(0);

  // What a run that nobody disturbs makes of the same drawing.
  await superuser.query('ALTER TABLE "FootprintCalculation" DISABLE TRIGGER USER');
  await superuser.query(
    'DELETE FROM "FootprintCalculation" WHERE "productSystemId" = $1 AND "inputHash" = $2',
    [productSystemId, after.inputHash],
  );
  await superuser.query('ALTER TABLE "FootprintCalculation" ENABLE TRIGGER USER');
  await recalculateProductSystem(ctx, { productSystemId });
  const undisturbed = await stateOf(productSystemId);
  expect(undisturbed.inputHash).toBe(after.inputHash);
  expect(undisturbed.calculations.at(-1)).toEqual(after.calculations.at(-1));
  expect(Number(undisturbed.calculations.at(-1)?.kgCo2e)).toBeGreaterThan(0);
}

describe('a worker killed in the middle of a recalculation loses nothing and does nothing twice', () => {
  it.each(Object.keys(spots) as Spot[])('%s', { timeout: 120_000 }, (spot) => killAt(spot));

  it.runIf(hasRedis())('with the answer written, its queue on Redis', { timeout: 120_000 }, async () => {
    const redis = await startRedis();
    await killAt('with the answer written and not committed', redis.url);
    await redis.stop();
  });
});

it('a worker asked to stop ends the job it is at', { timeout: 60_000 }, async () => {
  const { productSystemId } = await changedProduct();
  const stop = await stopAt('with the answer written and not committed', productSystemId);
  const worker = await start();
  await expect.poll(stop.isReached, { timeout: 30_000, interval: 20 }).toBe(true);
  const ended = worker.end('SIGTERM');
  await stop.letGo();
  expect(await ended).toBe(0);
  expect(await stateOf(productSystemId)).toMatchObject({ isStale: false, openMessages: 0, audits: 2 });
});
