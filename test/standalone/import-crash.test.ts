import { getImport, receiveBillOfMaterials, type ServiceContext } from '@slipstream/services';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { foundPrincipal } from '../isolation/api-world.ts';
import { useDatabase } from '../support/database.ts';
import { freePort } from '../support/redis.ts';
import { makeRuntime } from '../support/runtime.ts';
import { startWorker, type WorkerProcess } from '../support/worker.ts';

/**
 * A worker killed in the middle of an import. A lock held by the test stops it at a known statement, which is where it
 * is killed; what it left is then looked at, and another worker finishes.
 */
const { database, url: databaseUrl, superuser } = useDatabase({ quiet: true });
const runtime = makeRuntime(database);
const workers: WorkerProcess[] = [];
let holder: pg.Client;

/** Statement the worker waits at, the lock that makes it wait, and whether the file is stored by then. */
const spots = {
  'before it has begun': {
    lock: 'SELECT 1 FROM "ImportBatch" WHERE "id" = $1 FOR UPDATE',
    waits: 'UPDATE%"ImportBatch"%',
    left: 'received',
  },
  'with the file read and nothing stored': {
    lock: 'LOCK TABLE "Part" IN ACCESS EXCLUSIVE MODE',
    waits: '%FROM "Part"%',
    left: 'reading',
  },
  'with every line written and not committed': {
    lock: 'SELECT 1 FROM "AuditHead" FOR UPDATE',
    waits: 'INSERT INTO%"AuditEvent"%',
    left: 'reading',
  },
  'with the bill stored and no footprint yet': {
    lock: 'LOCK TABLE "FootprintCalculation" IN ACCESS EXCLUSIVE MODE',
    waits: '%FROM%"FootprintCalculation"%',
    left: 'read',
  },
} as const;
type Spot = keyof typeof spots;

const tables = [
  'Product',
  'Part',
  'SupplierRelation',
  'PartSupply',
  'BillOfMaterials',
  'BomLine',
  'ProductSystem',
  'ImportFinding',
  'FootprintCalculation',
];
const lines = 300;

beforeAll(async () => {
  const { host, port, user, password, database: name } = superuser;
  holder = new pg.Client({ host, port, user: user ?? '', password: password ?? '', database: name ?? '' });
  await holder.connect();
});
afterEach(async () => {
  await holder.query('ROLLBACK');
  for (const worker of workers.splice(0))
    if (worker.process.exitCode === null && worker.process.signalCode === null) await worker.end('SIGKILL');
});
afterAll(() => holder.end());

async function start(): Promise<WorkerProcess> {
  const worker = startWorker({ databaseUrl, port: await freePort(), filesFolder: runtime.folder });
  workers.push(worker);
  return worker;
}

async function drop(ctx: ServiceContext): Promise<string> {
  const rows = Array.from(
    { length: lines },
    (_, index) => `產品 ${index % 3},P-${index},零件 ${index},鋁錠,${index + 1},kg,供應商 ${index % 7},100`,
  );
  const text = ['產品,料號,品名,材質,數量,單位,供應商,年用量', ...rows].join('\n');
  const { importBatchId } = await receiveBillOfMaterials(ctx, {
    fileName: 'bom.csv',
    contentType: 'text/csv',
    bytes: new Blob([text]).stream(),
  });
  return importBatchId;
}

/** How many rows of each table an organization has, with how many product systems still wait. */
async function rowsOf(organizationId: string): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const { rows } = await superuser.query(
      `SELECT count(*)::int AS n FROM "${table}" WHERE "organizationId" = $1`,
      [organizationId],
    );
    counts[table] = rows[0].n;
  }
  const stale = await superuser.query(
    'SELECT 1 FROM "ProductSystem" WHERE "organizationId" = $1 AND "staleSince" IS NOT NULL',
    [organizationId],
  );
  return { ...counts, stale: stale.rowCount ?? 0 };
}

const nothing = { ...Object.fromEntries(tables.map((table) => [table, 0])), stale: 0 };
const whole = {
  Product: 3,
  Part: lines,
  SupplierRelation: 7,
  PartSupply: lines,
  BillOfMaterials: 3,
  BomLine: lines,
  ProductSystem: 3,
};

it.each(Object.keys(spots) as Spot[])(
  'a worker killed %s leaves nothing by halves, and another finishes',
  {
    timeout: 120_000,
  },
  async (spot) => {
    const { lock, waits, left } = spots[spot];
    const { ctx, organizationId } = await foundPrincipal(runtime, '被打斷的匯入', 'leadFirm');
    await superuser.query('UPDATE "OutboxMessage" SET "completedAt" = now() WHERE "completedAt" IS NULL');
    const id = await drop(ctx);
    await holder.query('BEGIN');
    await holder.query(lock, lock.includes('$1') ? [id] : []);
    const victim = await start();
    const isReached = async () => {
      const { rowCount } = await superuser.query(
        `SELECT 1 FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE $1`,
        [waits],
      );
      return rowCount === 1;
    };
    await expect.poll(isReached, { timeout: 30_000, interval: 20 }).toBe(true);
    expect(await victim.end('SIGKILL')).toBeNull();
    // A server process that waits for a lock would run its last statement still before it notices.
    await superuser.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    await holder.query('ROLLBACK');
    await expect.poll(async () => (await getImport(ctx, { id })).state, { timeout: 5_000 }).toBe(left);
    expect(await rowsOf(organizationId)).toMatchObject(left === 'read' ? { ...whole, stale: 3 } : nothing);

    const second = await start();
    await expect
      .poll(
        async () => ({ ...(await rowsOf(organizationId)), state: (await getImport(ctx, { id })).state }),
        {
          timeout: 40_000,
          interval: 100,
        },
      )
      .toMatchObject({ ...whole, FootprintCalculation: 3, stale: 0, state: 'read' });
    expect(await getImport(ctx, { id })).toMatchObject({ rowsAccepted: lines, calculated: 3 });
    expect(await second.end('SIGTERM')).toBe(0);
  },
);
