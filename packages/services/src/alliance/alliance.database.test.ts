import { withTenant } from '@slipstream/db';
import { expect, it } from 'vitest';
import { useDatabase } from '../../../../test/support/database.ts';
import { makeOrganization } from '../../../../test/support/factories.ts';
import { makeRuntime } from '../../../../test/support/runtime.ts';
import {
  foundAlliance,
  inviteToAlliance,
  joinAlliance,
  listAlliances,
  publishAllianceRelease,
  reportYear,
  requestAllianceRelease,
  type ServiceContext,
  setReductionTarget,
  systemContext,
} from '../index.ts';

const { database, superuser } = useDatabase();
const runtime = makeRuntime(database);

async function organization(kind: 'leadFirm' | 'supplier' | 'association'): Promise<ServiceContext> {
  const { organizationId, userId } = await makeOrganization(database, { kind });
  const context = systemContext(runtime, { id: organizationId, kind }, 'test');
  return { ...context, actor: { ...context.actor, userId, roles: ['manager'] } };
}

/** An association whose `members` promised 10 t of 100 by 2025 and cut as many tonnes as their place in the list. */
async function alliance(members: number) {
  const [association, lead] = await Promise.all([organization('association'), organization('leadFirm')]);
  const { id } = await foundAlliance(association, { name: '低碳聯盟' });
  const suppliers: ServiceContext[] = [];
  for (let place = 1; place <= members; place++) {
    const supplier = await organization('supplier');
    const dataOwnerId = supplier.actor.organizationId;
    const dataRecipientId = lead.actor.organizationId;
    await withTenant(database, lead.actor, async (tx) => {
      await tx.supplierRelation.create({
        data: { organizationId: dataRecipientId, supplierId: dataOwnerId, name: `供應商 ${place}` },
      });
      await tx.supplierRequest.create({
        data: { dataRecipientId, dataOwnerId, state: place > 3 ? 'approved' : 'sent' },
      });
    });
    const entry = { baseYear: '2020', targetYear: '2030', reductionPercent: '20', baseTonnes: '100' };
    const target = await setReductionTarget(supplier, { partnerId: dataRecipientId, horizon: 'mid', entry });
    await reportYear(supplier, {
      targetId: target.id,
      entry: { year: '2025', tonnes: String(100 - place), methodChange: '' },
    });
    await inviteToAlliance(association, { allianceId: id, memberId: dataOwnerId, role: 'supplier' });
    await joinAlliance(supplier, { allianceId: id });
    suppliers.push(supplier);
  }
  const release = (period: string) =>
    publishAllianceRelease(runtime, {
      id: crypto.randomUUID(),
      organizationId: association.actor.organizationId,
      allianceId: id,
      period,
    });
  return { association, suppliers, id, release };
}

it('releases the sums of the members that said yes, once', async () => {
  const { association, release } = await alliance(7);
  await release('2025');
  const first = await listAlliances(association);
  expect(first).toMatchObject([{ name: '低碳聯盟', invited: 7, joined: 7 }]);
  expect(first[0]?.releases).toMatchObject([
    {
      period: '2025',
      cells: [
        { dimension: null, values: { answered: 4, promisedTonnes: 70, cutTonnes: 28 }, membersAtLeast: 5 },
      ],
    },
  ]);
  await release('2025');
  expect(await listAlliances(association)).toEqual(first);
});

it('hides the sum of four, and shows the association no member’s figure anywhere', async () => {
  const { association, suppliers, release } = await alliance(4);
  await release('2025');
  const [view] = await listAlliances(association);
  expect(view?.releases[0]?.cells).toEqual([{ dimension: null, category: null, hidden: 'tooFewMembers' }]);
  const ids = suppliers.map(({ actor }) => actor.organizationId);
  expect(ids.some((id) => JSON.stringify(view).includes(id))).toBe(false);
  const seen = await withTenant(database, association.actor, (tx) => tx.allianceContribution.findMany());
  expect(seen).toEqual([]);
  const { rows } = await superuser.query(
    'SELECT 1 FROM "AllianceContribution" WHERE "associationId" = $1::uuid',
    [association.actor.organizationId],
  );
  expect(rows).toHaveLength(4);
});

it('counts nobody that only was invited, and keeps a year without a report unknown', async () => {
  const { association, id, release } = await alliance(5);
  const invited = await organization('supplier');
  const member = { allianceId: id, memberId: invited.actor.organizationId, role: 'supplier' } as const;
  await inviteToAlliance(association, member);
  await inviteToAlliance(association, member);
  await release('2024');
  const [view] = await listAlliances(association);
  expect(view).toMatchObject({ invited: 6, joined: 5 });
  expect(view?.releases[0]?.cells).toEqual([{ dimension: null, category: null, hidden: 'tooFewMembers' }]);
});

it('asks for a release by a job; a released or future year is refused', async () => {
  const { association, suppliers, id, release } = await alliance(1);
  const { jobId } = await requestAllianceRelease(association, { allianceId: id, year: '114' });
  const { rows } = await superuser.query('SELECT job, payload FROM "OutboxMessage" WHERE id = $1', [jobId]);
  expect(rows).toMatchObject([{ job: 'publish-alliance-release', payload: { period: '2025' } }]);
  await release('2025');
  await expect(requestAllianceRelease(association, { allianceId: id, year: '2025' })).rejects.toMatchObject({
    findings: [{ code: 'release.periodReleased' }],
  });
  await expect(requestAllianceRelease(association, { allianceId: id, year: '2090' })).rejects.toMatchObject({
    findings: [{ code: 'date.outOfRange', path: ['year'] }],
  });
  for (const stranger of [suppliers[0], await organization('association')] as ServiceContext[]) {
    await expect(requestAllianceRelease(stranger, { allianceId: id, year: '2025' })).rejects.toMatchObject({
      code: 'notFound',
    });
    expect(await listAlliances(stranger)).toEqual([]);
  }
  await expect(foundAlliance(suppliers[0] as ServiceContext, { name: 'x' })).rejects.toMatchObject({
    code: 'permissionDenied',
  });
});
