import { withTenant } from '@slipstream/db';
import { afterAll, expect, it } from 'vitest';
import { clientOf } from '../../packages/db/src/database.ts';
import { useDatabase } from '../support/database.ts';
import { makeOrganization } from '../support/factories.ts';
import { makeRandom } from '../support/random.ts';

/**
 * I7: sixteen organizations share two connections. Calls throw, time out, lose their connection, and some name no
 * organization at all, past the only exported way. HAMMER_CALLS sets the length, SEED brings a run back.
 */
const { database, superuser } = useDatabase({ poolSize: 2, statementTimeoutMs: 150, quiet: true });
const calls = Number(process.env.HAMMER_CALLS ?? 4000);
const random = makeRandom(process.env.SEED);
afterAll(() => console.log(`pool hammer: seed ${random.seed}, ${calls} calls`));

class Abandoned extends Error {}

it('never shows a row of another organization, nor any without one', { timeout: 300_000 }, async () => {
  const tenants = await Promise.all(Array.from({ length: 16 }, () => makeOrganization(database)));
  for (const { organizationId } of tenants)
    await withTenant(database, { organizationId, userId: null }, (tx) =>
      tx.product.create({
        data: { organizationId, code: organizationId, name: organizationId, declaredUnit: 't' },
      }),
    );

  const seen = { answered: 0, thrown: 0, timedOut: 0, disconnected: 0, withoutTenant: 0 };
  const leaks = { foreignRows: 0, rowsWithoutTenant: 0, ownRowsMissing: 0 };

  async function callWithoutTenant() {
    leaks.rowsWithoutTenant += (await clientOf(database).product.findMany()).length;
    seen.withoutTenant += 1;
  }

  async function callAs(organizationId: string, kind: number) {
    await withTenant(database, { organizationId, userId: null }, async (tx) => {
      const rows = await tx.product.findMany();
      const own = rows.filter((row) => row.organizationId === organizationId).length;
      leaks.foreignRows += rows.length - own;
      leaks.ownRowsMissing += 1 - own;
      if (kind < 0.2) throw new Abandoned();
      if (kind < 0.21) await tx.$queryRaw`SELECT pg_sleep(1)`;
    });
    seen.answered += 1;
  }

  async function call(index: number) {
    const { organizationId } = tenants[index % tenants.length] as (typeof tenants)[number];
    const kind = random.next();
    if (kind > 0.98)
      await superuser.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND usename = 'slipstream_app' ORDER BY random() LIMIT 1`,
      );
    try {
      await (kind < 0.1 ? callWithoutTenant() : callAs(organizationId, kind));
    } catch (error) {
      if (error instanceof Abandoned) seen.thrown += 1;
      else if (/statement timeout/.test(String(error))) seen.timedOut += 1;
      else seen.disconnected += 1;
    }
  }

  let next = 0;
  const caller = async () => {
    while (next < calls) {
      const index = next;
      next += 1;
      await call(index);
    }
  };
  await Promise.all(tenants.map(caller));
  expect(leaks).toEqual({ foreignRows: 0, rowsWithoutTenant: 0, ownRowsMissing: 0 });
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
  expect(seen.answered).toBeGreaterThan(calls / 2);
});
