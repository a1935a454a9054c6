import { type SupplierRequestState, withTenant } from '@slipstream/db';
import { expect, it } from 'vitest';
import { useDatabase } from '../../../../test/support/database.ts';
import { makeOrganization } from '../../../../test/support/factories.ts';
import { makeRuntime } from '../../../../test/support/runtime.ts';
import { readBell, systemContext } from '../index.ts';

const { database } = useDatabase();
const runtime = makeRuntime(database);

type Party = Awaited<ReturnType<typeof makeOrganization>>;
const bellOf = (party: Party, kind: 'leadFirm' | 'supplier') =>
  readBell(systemContext(runtime, { id: party.organizationId, kind }, 'test'));

/** A request in a state, with the event that brought it there. */
async function request(lead: Party, supplier: Party, state: SupplierRequestState, by: Party, event: string) {
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
  await withTenant(database, by, async (tx) => {
    await tx.supplierRequest.updateMany({ where: { id: made.id }, data: { state } });
    await tx.supplierRequestEvent.create({
      data: {
        ...parties,
        requestId: made.id,
        event,
        toState: state,
        actorOrganizationId: by.organizationId,
      },
    });
  });
  return made.id;
}

it('counts what waits for each side and tells only what the other side did', async () => {
  const lead = await makeOrganization(database);
  const supplier = await makeOrganization(database, { kind: 'supplier' });
  const sent = await request(lead, supplier, 'sent', lead, 'send');
  const submitted = await request(lead, supplier, 'submitted', supplier, 'submit');

  expect(await bellOf(lead, 'leadFirm')).toMatchObject({
    waitingRequests: 1,
    waitingInbox: 0,
    news: [{ requestId: submitted, event: 'submit', by: supplier.name, about: '螺絲' }],
  });
  expect(await bellOf(supplier, 'supplier')).toMatchObject({
    waitingRequests: 0,
    waitingInbox: 1,
    news: [{ requestId: sent, event: 'send', by: lead.name, about: '螺絲' }],
  });
});

it('tells a third organization nothing', async () => {
  const lead = await makeOrganization(database);
  const supplier = await makeOrganization(database, { kind: 'supplier' });
  const competitor = await makeOrganization(database, { kind: 'supplier' });
  await request(lead, supplier, 'submitted', supplier, 'submit');
  expect(await bellOf(competitor, 'supplier')).toEqual({ waitingRequests: 0, waitingInbox: 0, news: [] });
});
