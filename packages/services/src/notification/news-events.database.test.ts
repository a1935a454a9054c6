import { withIdentity, withTenant } from '@slipstream/db';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { useDatabase } from '../../../../test/support/database.ts';
import { makeOrganization } from '../../../../test/support/factories.ts';
import { makeRuntime } from '../../../../test/support/runtime.ts';
import {
  cancelRequest,
  createSupplierRequest,
  markNewsRead,
  type NewsEvents,
  openNewsEvents,
  readBell,
  type ServiceContext,
  sendSupplierRequest,
  systemContext,
} from '../index.ts';

const { database, url, superuser } = useDatabase();
const runtime = makeRuntime(database);
runtime.now = new Date(Date.now() + 60_000);
const soon = { timeout: 10_000, interval: 20 };
/** As many web processes, each with its own listener. */
const processes: NewsEvents[] = [];

beforeAll(() => {
  for (let opened = 0; opened < 2; opened += 1)
    processes.push(openNewsEvents({ databaseUrl: url, onError: () => {} }));
});
afterAll(async () => {
  for (const process of processes) await process.close();
});

async function firm(kind: 'leadFirm' | 'supplier') {
  const made = await makeOrganization(database, { kind });
  const context = systemContext(runtime, { id: made.organizationId, kind }, 'test');
  const actor = { ...context.actor, userId: made.userId, roles: ['owner'] as const };
  return { ...made, ctx: { ...context, actor } satisfies ServiceContext };
}

/** How often a person's page is told to look, in each process. */
async function hear(person: { organizationId: string; userId: string }) {
  const heard = processes.map(() => 0);
  const forget = processes.map((process, index) =>
    process.follow(person, () => {
      heard[index] = (heard[index] ?? 0) + 1;
    }),
  );
  return { heard, forget: () => forget.forEach((end) => void end()) };
}

/** A request of a lead firm to a supplier, ready to be sent. */
async function drafted() {
  const [lead, supplier] = [await firm('leadFirm'), await firm('supplier')];
  const { organizationId } = lead;
  const supplierRelationId = await withTenant(database, lead, async (tx) => {
    const { id } = await tx.supplierRelation.create({
      data: { organizationId, supplierId: supplier.organizationId, name: '鑄造廠' },
    });
    const part = await tx.part.create({
      data: { organizationId, partNumber: 'P', name: '輪圈', unit: 'kg' },
    });
    await tx.partSupply.create({ data: { organizationId, partId: part.id, supplierRelationId: id } });
    return id;
  });
  const { id: requestId } = await createSupplierRequest(lead.ctx, { supplierRelationId });
  const send = () =>
    sendSupplierRequest(lead.ctx, {
      requestId,
      dueDate: '2099-04-30',
      mode: 'either',
      confidentialityOffered: ['footprintOnly'],
      message: '',
    });
  return { lead, supplier, requestId, send };
}

it('tells both parties of a step, in every process, once it is committed, and nobody else', async () => {
  const { lead, supplier, requestId, send } = await drafted();
  const stranger = await firm('supplier');
  const parties = await Promise.all([lead, supplier, stranger].map(hear));
  // Whoever begins to follow before the connection stands is told when it does.
  await superuser.query('SELECT pg_notify($1, $2)', ['news', stranger.organizationId]);
  await expect.poll(() => parties[2]?.heard.every((times) => times > 0), soon).toBe(true);
  const before = parties.map(({ heard }) => [...heard]);
  const grown = () => parties.map(({ heard }, at) => heard.map((times, i) => times - (before[at]?.[i] ?? 0)));

  await send();
  await expect.poll(grown, soon).toEqual([
    [1, 1],
    [1, 1],
    [0, 0],
  ]);
  expect(await readBell(supplier.ctx)).toMatchObject({ unread: 1, waitingInbox: 1 });

  await cancelRequest(lead.ctx, { requestId });
  await expect.poll(grown, soon).toEqual([
    [2, 2],
    [2, 2],
    [0, 0],
  ]);
  for (const { forget } of parties) forget();
});

it('tells of what a person has read that person’s other pages alone', async () => {
  const { lead, supplier, send } = await drafted();
  await send();
  const colleague = await makeOrganization(database);
  await withIdentity(database, (tx) =>
    tx.membership.create({
      data: { organizationId: supplier.organizationId, userId: colleague.userId, roles: ['viewer'] },
    }),
  );
  const { news } = await readBell(supplier.ctx);
  const theirs = await hear({ organizationId: supplier.organizationId, userId: colleague.userId });
  const own = await hear(supplier);
  const asking = await hear(lead);
  await markNewsRead(supplier.ctx, { ids: news.map(({ id }) => id) });
  await expect.poll(() => own.heard, soon).toEqual([1, 1]);
  expect([theirs.heard, asking.heard]).toEqual([
    [0, 0],
    [0, 0],
  ]);
  own.forget();
  await markNewsRead(supplier.ctx, { ids: news.map(({ id }) => id) });
  await superuser.query('SELECT pg_notify($1, $2)', ['news', lead.organizationId]);
  await expect.poll(() => asking.heard, soon).toEqual([1, 1]);
  expect(own.heard).toEqual([1, 1]);
});

it('has everybody look after a connection was lost: something may have been missed', async () => {
  const { heard, forget } = await hear(await firm('supplier'));
  await superuser.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE query LIKE 'LISTEN%' AND pid <> pg_backend_pid() AND datname = current_database()`,
  );
  await expect.poll(() => heard.every((times) => times >= 1), soon).toBe(true);
  forget();
});
