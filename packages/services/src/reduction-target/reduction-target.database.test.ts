import { type SupplierRequestState, withTenant } from '@slipstream/db';
import { expect, it } from 'vitest';
import { useDatabase } from '../../../../test/support/database.ts';
import { makeOrganization } from '../../../../test/support/factories.ts';
import { makeRuntime } from '../../../../test/support/runtime.ts';
import {
  listTargets,
  readTarget,
  reportYear,
  type ServiceContext,
  setReductionTarget,
  systemContext,
} from '../index.ts';

const { database, superuser } = useDatabase();
const runtime = makeRuntime(database);
const promise = { baseYear: '109', targetYear: '2030', reductionPercent: '20 %', baseTonnes: '１,０００' };

/** A lead firm and a supplier it asked, each with the context of its manager. */
async function pair(state: SupplierRequestState = 'sent') {
  const [lead, supplier] = await Promise.all([firm('leadFirm'), firm('supplier')]);
  const dataRecipientId = lead.actor.organizationId;
  const dataOwnerId = supplier.actor.organizationId;
  await withTenant(database, lead.actor, async (tx) => {
    await tx.supplierRelation.create({
      data: { organizationId: dataRecipientId, supplierId: dataOwnerId, name: '供應商甲' },
    });
    await tx.supplierRequest.create({ data: { dataRecipientId, dataOwnerId, state } });
  });
  return { lead, supplier };
}

async function firm(kind: 'leadFirm' | 'supplier'): Promise<ServiceContext> {
  const { organizationId, userId } = await makeOrganization(database, { kind });
  const context = systemContext(runtime, { id: organizationId, kind }, 'test');
  return { ...context, actor: { ...context.actor, userId, roles: ['manager'] } };
}

const set = (ctx: ServiceContext, partner: ServiceContext, entry: Partial<typeof promise> = {}) =>
  setReductionTarget(ctx, {
    partnerId: partner.actor.organizationId,
    horizon: 'mid',
    entry: { ...promise, ...entry },
  });
const report = (ctx: ServiceContext, targetId: string, year: string, tonnes: string, methodChange = '') =>
  reportYear(ctx, { targetId, entry: { year, tonnes, methodChange } });

it('shows both sides promised against achieved, and keeps a method change out of the cut', async () => {
  const { lead, supplier } = await pair();
  const { id } = await set(lead, supplier);
  await report(supplier, id, '民國114年', '930', '-30');
  for (const ctx of [lead, supplier]) {
    const [target] = (await listTargets(ctx)).targets;
    expect(target).toMatchObject({ id, baseYear: 2020, reductionPercent: '20', baseTonnes: '1000' });
    // 2025 is half way: 10 % promised; 1000 - (930 + 30) = 40 t were really cut.
    expect(target?.track.years.find(({ year }) => year === 2025)).toMatchObject({
      promisedPercent: 10,
      actual: { reportedTonnes: 930, operationalCutTonnes: 40, methodChangeTonnes: -30 },
      status: 'behind',
    });
    expect(target?.track.status).toBe('behind');
    expect(target?.latest).toEqual({
      year: 2025,
      promisedTonnes: 100,
      cutTonnes: 40,
      methodChangeTonnes: -30,
    });
    expect(await readTarget(ctx, { targetId: id })).toEqual(target);
  }
  expect((await listTargets(lead)).targets[0]?.partnerName).toBe('供應商甲');
});

it('counts one promise a firm, for several may cover the same tonnes', async () => {
  const { lead, supplier } = await pair();
  const { id } = await set(supplier, lead);
  const long = await setReductionTarget(supplier, {
    partnerId: lead.actor.organizationId,
    horizon: 'long',
    entry: { ...promise, targetYear: '2040', baseTonnes: '1500' },
  });
  await report(supplier, id, '2025', '900');
  await report(supplier, long.id, '2024', '1400');
  expect((await listTargets(lead)).totals).toEqual({ partners: 1, promisedTonnes: 100, cutTonnes: 100 });
});

it('changes the promise of a horizon and corrects a reported year, each with its audit row', async () => {
  const { lead, supplier } = await pair();
  const { id } = await set(supplier, lead);
  await report(supplier, id, '2021', '990');
  await report(supplier, id, '2021', '970');
  expect(await set(lead, supplier, { reductionPercent: '25' })).toEqual({ id });
  const [target] = (await listTargets(supplier)).targets;
  expect(target?.reductionPercent).toBe('25');
  expect(target?.track.years[0]?.actual?.reportedTonnes).toBe(970);
  const { rows } = await superuser.query(`SELECT action, detail FROM "AuditEvent" WHERE "subjectId" = $1`, [
    id,
  ]);
  expect(rows.map(({ action }) => action).sort()).toEqual([
    'reductionTarget.change',
    'reductionTarget.reportYear',
    'reductionTarget.reportYear',
    'reductionTarget.set',
  ]);
  expect(JSON.stringify(rows)).not.toContain('970');
});

it.each([
  [{ targetYear: '2019' }, 'target.yearsContradict', 'targetYear'],
  [{ baseYear: '去年' }, 'date.unreadable', 'baseYear'],
  [{ reductionPercent: '120' }, 'value.outOfDomain', 'reductionPercent'],
  [{ baseTonnes: '' }, 'value.absent', 'baseTonnes'],
  [{ baseTonnes: '0' }, 'value.outOfDomain', 'baseTonnes'],
  [{ baseTonnes: '1000 kg' }, 'target.unitUnexpected', 'baseTonnes'],
])('%j is refused at its field: %s', async (entry, code, field) => {
  const { lead, supplier } = await pair();
  await expect(set(lead, supplier, entry)).rejects.toMatchObject({
    code: 'refused',
    findings: [expect.objectContaining({ code, path: [field] })],
  });
  expect((await listTargets(lead)).targets).toEqual([]);
});

it('refuses a report before the base year, and a base year past a report', async () => {
  const { lead, supplier } = await pair();
  const { id } = await set(lead, supplier);
  await expect(report(supplier, id, '2020', '900')).rejects.toMatchObject({
    findings: [{ code: 'target.reportBeforeBase', path: ['year'] }],
  });
  await report(supplier, id, '2022', '900');
  await expect(set(lead, supplier, { baseYear: '2023' })).rejects.toMatchObject({
    findings: [{ code: 'target.reportBeforeBase' }],
  });
});

it('lets nobody promise without a request, and nobody speak for a supplier', async () => {
  const { lead, supplier } = await pair('draft');
  const stranger = await firm('leadFirm');
  for (const [one, other] of [
    [supplier, lead],
    [stranger, supplier],
    [lead, { ...lead, actor: { ...lead.actor, organizationId: crypto.randomUUID() } }],
  ] as const)
    await expect(set(one, other)).rejects.toMatchObject({ code: 'notFound' });

  const known = await pair();
  const { id } = await set(known.lead, known.supplier);
  await expect(report(known.lead, id, '2024', '900')).rejects.toMatchObject({ code: 'notFound' });
  await expect(readTarget(stranger, { targetId: id })).rejects.toMatchObject({ code: 'notFound' });
  await expect(readTarget(stranger, { targetId: crypto.randomUUID() })).rejects.toMatchObject({
    code: 'notFound',
  });
  expect(await listTargets(stranger)).toEqual({ targets: [], partners: [], totals: null });
  const viewer = { ...known.lead, actor: { ...known.lead.actor, roles: ['viewer' as const] } };
  await expect(set(viewer, known.supplier)).rejects.toMatchObject({ code: 'permissionDenied' });
});
