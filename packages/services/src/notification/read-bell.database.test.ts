import { type SupplierRequestState, withIdentity, withTenant } from '@slipstream/db';
import { expect, it } from 'vitest';
import { useDatabase } from '../../../../test/support/database.ts';
import { makeOrganization } from '../../../../test/support/factories.ts';
import { makeRuntime } from '../../../../test/support/runtime.ts';
import {
  listNews,
  markAllNewsRead,
  markNewsRead,
  mostUnread,
  readBell,
  type ServiceContext,
  systemContext,
} from '../index.ts';

const { database, superuser } = useDatabase();
const runtime = makeRuntime(database);

type Party = Awaited<ReturnType<typeof party>>;
async function party(kind: 'leadFirm' | 'supplier') {
  const made = await makeOrganization(database, { kind });
  const context = systemContext(runtime, { id: made.organizationId, kind }, 'test');
  return { ...made, ctx: actingAs(context, made.userId) };
}
const actingAs = (ctx: ServiceContext, userId: string): ServiceContext => ({
  ...ctx,
  actor: { ...ctx.actor, userId, roles: ['viewer'] },
});
/** Another person of the party's organization. */
async function colleague({ ctx, organizationId }: Party) {
  const { userId } = await makeOrganization(database);
  await withIdentity(database, (tx) =>
    tx.membership.create({ data: { organizationId, userId, roles: ['viewer'] } }),
  );
  return actingAs(ctx, userId);
}

/** A request in a state, with the event that brought it there: after everybody had joined, for what came before is no news. */
async function request(
  lead: Party,
  supplier: Party,
  state: SupplierRequestState,
  by: Party,
  event: string,
  at = minutes(1),
) {
  const parties = { dataRecipientId: lead.organizationId, dataOwnerId: supplier.organizationId };
  const made = await withTenant(database, lead, (tx) =>
    tx.supplierRequest.create({
      data: {
        ...parties,
        state: 'sent',
        items: { create: { code: 'S-1', name: '螺絲', declaredUnit: 'kg' } },
      },
    }),
  );
  return withTenant(database, by, async (tx) => {
    await tx.supplierRequest.updateMany({ where: { id: made.id }, data: { state } });
    const { id } = await tx.supplierRequestEvent.create({
      data: {
        ...parties,
        requestId: made.id,
        event,
        toState: state,
        actorOrganizationId: by.organizationId,
        at,
      },
    });
    return { requestId: made.id, eventId: id };
  });
}
const unreadOf = async (ctx: ServiceContext) => (await readBell(ctx)).unread;
const minutes = (many: number) => new Date(Date.now() + many * 60_000);

it('counts what waits for each side and tells only what the other side did, with the way to it', async () => {
  const [lead, supplier] = [await party('leadFirm'), await party('supplier')];
  const sent = await request(lead, supplier, 'sent', lead, 'send');
  const submitted = await request(lead, supplier, 'submitted', supplier, 'submit');

  const { requestId } = submitted;
  expect(await readBell(lead.ctx)).toMatchObject({
    waitingRequests: 1,
    waitingInbox: 0,
    unread: 1,
    news: [
      {
        requestId,
        event: 'submit',
        by: supplier.name,
        about: '螺絲',
        isRead: false,
        path: `/open/${lead.organizationId}/requests/${requestId}`,
      },
    ],
  });
  expect(await readBell(supplier.ctx)).toMatchObject({
    waitingRequests: 0,
    waitingInbox: 1,
    unread: 1,
    news: [
      {
        requestId: sent.requestId,
        event: 'send',
        by: lead.name,
        about: '螺絲',
        path: `/open/${supplier.organizationId}/inbox/${sent.requestId}`,
      },
    ],
  });
});

it('tells a third organization nothing, and it can mark nothing', async () => {
  const [lead, supplier, competitor] = [
    await party('leadFirm'),
    await party('supplier'),
    await party('supplier'),
  ];
  const { eventId } = await request(lead, supplier, 'submitted', supplier, 'submit');
  expect(await readBell(competitor.ctx)).toEqual({
    waitingRequests: 0,
    waitingInbox: 0,
    unread: 0,
    news: [],
  });
  expect(await listNews(competitor.ctx)).toEqual({ news: [], page: 1, hasMore: false });
  for (const id of [eventId, crypto.randomUUID()]) {
    await expect(markNewsRead(competitor.ctx, { ids: [id] })).rejects.toMatchObject({ code: 'notFound' });
    await expect(markAllNewsRead(competitor.ctx, { upTo: id })).rejects.toMatchObject({ code: 'notFound' });
  }
  // What the organization did itself is no news to it.
  await expect(markNewsRead(supplier.ctx, { ids: [eventId] })).rejects.toMatchObject({ code: 'notFound' });
  expect(await unreadOf(lead.ctx)).toBe(1);
});

it('keeps apart what each person has read; a job has read all', async () => {
  const [lead, supplier] = [await party('leadFirm'), await party('supplier')];
  const other = await colleague(lead);
  const first = await request(lead, supplier, 'submitted', supplier, 'submit', minutes(1));
  const second = await request(lead, supplier, 'submitted', supplier, 'submit', minutes(2));
  expect([await unreadOf(lead.ctx), await unreadOf(other)]).toEqual([2, 2]);

  await markNewsRead(lead.ctx, { ids: [first.eventId, first.eventId] });
  expect([await unreadOf(lead.ctx), await unreadOf(other)]).toEqual([1, 2]);
  expect((await listNews(lead.ctx)).news.map(({ id, isRead }) => [id, isRead])).toEqual([
    [second.eventId, false],
    [first.eventId, true],
  ]);
  expect((await listNews(lead.ctx, { unreadOnly: true })).news.map(({ id }) => id)).toEqual([second.eventId]);

  // The database keeps it so: a colleague's mark is neither seen nor made.
  const { organizationId } = lead;
  const theirs = { organizationId, userId: other.actor.userId ?? '', readUpTo: new Date() };
  await expect(withTenant(database, lead, (tx) => tx.newsMark.create({ data: theirs }))).rejects.toThrow();
  expect(
    await withTenant(database, { organizationId, userId: theirs.userId }, (tx) => tx.newsMark.count()),
  ).toBe(0);

  const job = { ...lead.ctx, actor: { ...lead.ctx.actor, userId: null } };
  expect(await unreadOf(job)).toBe(0);
  await expect(markNewsRead(job, { ids: [second.eventId] })).rejects.toMatchObject({
    code: 'permissionDenied',
  });
});

it('marks read what was on the list, and not what came after', async () => {
  const [lead, supplier] = [await party('leadFirm'), await party('supplier')];
  const event = (at: number) => request(lead, supplier, 'submitted', supplier, 'submit', minutes(at));
  const [first, second, third] = [await event(1), await event(2), await event(3)];
  await markNewsRead(lead.ctx, { ids: [third.eventId] });
  await markAllNewsRead(lead.ctx, { upTo: second.eventId });
  expect(await unreadOf(lead.ctx)).toBe(0);
  const fourth = await event(4);
  expect((await listNews(lead.ctx, { unreadOnly: true })).news.map(({ id }) => id)).toEqual([fourth.eventId]);
  // An older list, still open somewhere, takes nothing back.
  await markAllNewsRead(lead.ctx, { upTo: first.eventId });
  expect(await unreadOf(lead.ctx)).toBe(1);
  // With nothing left one instant says it all.
  await markNewsRead(lead.ctx, { ids: [fourth.eventId] });
  const { rows } = await superuser.query('SELECT "readIds" FROM "NewsMark" WHERE "userId" = $1', [
    lead.userId,
  ]);
  expect(rows).toEqual([{ readIds: [] }]);
  expect(await unreadOf(lead.ctx)).toBe(0);
  const fifth = await event(5);
  expect((await listNews(lead.ctx, { unreadOnly: true })).news.map(({ id }) => id)).toEqual([fifth.eventId]);
});

it('counts as new nothing that happened before somebody joined', async () => {
  const [lead, supplier] = [await party('leadFirm'), await party('supplier')];
  await request(lead, supplier, 'submitted', supplier, 'submit', minutes(-1));
  const late = await colleague(lead);
  expect(await unreadOf(late)).toBe(0);
  expect((await listNews(late)).news).toMatchObject([{ isRead: true }]);
});

it('forgets the marks of somebody who left', async () => {
  const [lead, supplier] = [await party('leadFirm'), await party('supplier')];
  const { eventId } = await request(lead, supplier, 'submitted', supplier, 'submit', minutes(1));
  const other = await colleague(lead);
  await markNewsRead(other, { ids: [eventId] });
  await withIdentity(database, (tx) =>
    tx.membership.deleteMany({
      where: { organizationId: lead.organizationId, userId: other.actor.userId ?? '' },
    }),
  );
  const { rows } = await superuser.query('SELECT FROM "NewsMark" WHERE "userId" = $1', [other.actor.userId]);
  expect(rows).toEqual([]);
});

it('lists a page after the other, and counts no further than anybody reads', async () => {
  const [lead, supplier] = [await party('leadFirm'), await party('supplier')];
  const { requestId } = await request(lead, supplier, 'submitted', supplier, 'submit', minutes(1));
  await superuser.query(
    `INSERT INTO "SupplierRequestEvent"
       ("id", "dataRecipientId", "dataOwnerId", "requestId", "event", "toState", "actorOrganizationId", "at")
     SELECT gen_random_uuid(), $1, $2, $3, 'submit', 'submitted', $2, now() + number * interval '1 minute'
     FROM generate_series(2, 130) AS number`,
    [lead.organizationId, supplier.organizationId, requestId],
  );
  expect(await unreadOf(lead.ctx)).toBe(mostUnread + 1);
  const pages = await Promise.all([1, 2, 6, 7, 1e9, Number.NaN].map((page) => listNews(lead.ctx, { page })));
  expect(pages.map(({ news, hasMore }) => [news.length, hasMore])).toEqual([
    [25, true],
    [25, true],
    [5, false],
    [0, false],
    [0, false],
    [25, true],
  ]);
  expect(new Set(pages.slice(0, 3).flatMap(({ news }) => news.map(({ id }) => id))).size).toBe(55);
});
