import { randomUUID } from 'node:crypto';
import { withTenant } from '@slipstream/db';
import { expect, it } from 'vitest';
import { useDatabase } from '../../../../test/support/database.ts';
import { makeOrganization } from '../../../../test/support/factories.ts';
import { makeRuntime } from '../../../../test/support/runtime.ts';
import {
  approveRequest,
  cancelRequest,
  createSupplierRequest,
  declineRequest,
  getDrawing,
  getProductFootprint,
  getRequest,
  listRequests,
  listSuppliers,
  readFootprintLines,
  recalculateProductSystem,
  returnRequest,
  type ServiceContext,
  saveDrawing,
  sendSupplierRequest,
  setWillingness,
  systemContext,
  takeRequest,
} from '../index.ts';

const { database, superuser } = useDatabase();
const runtime = makeRuntime(database);

async function firm(kind: 'leadFirm' | 'supplier'): Promise<ServiceContext> {
  const { organizationId, userId } = await makeOrganization(database, { kind });
  const context = systemContext(runtime, { id: organizationId, kind }, 'test');
  return { ...context, actor: { ...context.actor, userId, roles: ['manager'] } };
}

/** A wheel of 8 kg of rim by one supplier and 2 kg of cap by another that nobody has claimed yet. */
async function programme() {
  const [lead, caster] = await Promise.all([firm('leadFirm'), firm('supplier')]);
  const { organizationId } = lead.actor;
  const casterId = caster.actor.organizationId;
  return withTenant(database, lead.actor, async (tx) => {
    const moulder = await tx.organization.create({
      data: { kind: 'supplier', name: '射出廠', createdById: organizationId },
    });
    const relation = (supplierId: string, name: string) =>
      tx.supplierRelation.create({ data: { organizationId, supplierId, name } });
    const [casting, moulding] = [await relation(casterId, '鑄造廠'), await relation(moulder.id, '射出廠')];
    const product = await tx.product.create({
      data: { organizationId, code: 'W-1', name: '輪圈組', declaredUnit: 'pcs' },
    });
    const bill = await tx.billOfMaterials.create({
      data: { organizationId, productId: product.id, version: 1 },
    });
    const part = async (code: string, name: string, kg: number, supplierRelationId: string) => {
      const { id } = await tx.part.create({
        data: { organizationId, partNumber: code, name, unit: 'kg' },
      });
      await tx.partSupply.create({
        data: { organizationId, partId: id, supplierRelationId, annualVolume: kg * 1000 },
      });
      const line = await tx.bomLine.create({
        data: {
          organizationId,
          billOfMaterialsId: bill.id,
          lineNumber: kg,
          partId: id,
          amount: kg,
          unit: 'kg',
          supplierRelationId,
        },
      });
      return { id, lineId: line.id };
    };
    const rim = await part('P-1', '輪圈', 8, casting.id);
    await part('P-2', '中心蓋', 2, moulding.id);
    const system = await tx.productSystem.create({
      data: {
        organizationId,
        productId: product.id,
        document: {
          reasons: {},
          draft: {
            statedUnit: { kind: 'declaredUnit', description: '輪圈組', amount: 1, unit: 'pcs' },
            referenceFlow: { process: product.id, flow: product.id, amount: 1, unit: 'pcs' },
            boundary: { productKind: 'goods', business: 'B2B' },
            period: { start: '2025-01-01', end: '2025-12-31' },
            flows: [
              { id: product.id, name: '輪圈組', flowType: 'product' },
              { id: rim.id, name: '輪圈', flowType: 'product' },
            ],
            processes: [
              {
                kind: 'unit',
                id: product.id,
                name: '輪圈組',
                stage: 'manufacturing',
                quantitativeReference: 'output',
                exchanges: [
                  {
                    id: 'output',
                    flow: product.id,
                    isInput: false,
                    amount: 1,
                    unit: 'pcs',
                    dataType: 'primary',
                  },
                  {
                    id: rim.lineId,
                    flow: rim.id,
                    isInput: true,
                    amount: 8,
                    unit: 'kg',
                    dataType: 'secondary',
                    supplier: casterId,
                  },
                ],
              },
            ],
            links: [],
          },
        },
      },
    });
    return { lead, caster, casting, moulding, moulder, product, rim, system };
  });
}
type Programme = Awaited<ReturnType<typeof programme>>;

const terms = {
  dueDate: '民國115年4月30日',
  mode: 'either',
  confidentialityOffered: ['footprintOnly', 'stageTotals', 'full'],
  message: '請協助',
} as const;

async function sent({ lead, casting }: Pick<Programme, 'lead' | 'casting'>) {
  const { id } = await createSupplierRequest(lead, { supplierRelationId: casting.id });
  await sendSupplierRequest(lead, { requestId: id, ...terms });
  return id;
}

/** The supplier hands in a figure of 5 kg CO2e per kg and lets the asking firm see it at a level. */
async function answered(world: Programme, kgCO2e = 5, more: object = {}) {
  const requestId = await sent(world);
  const { lead, caster } = world;
  const parties = {
    dataRecipientId: lead.actor.organizationId,
    dataOwnerId: caster.actor.organizationId,
  };
  const shareId = await withTenant(database, caster.actor, async (tx) => {
    const item = await tx.requestedItem.findFirstOrThrow({ where: { requestId } });
    const supplied = await tx.suppliedFootprint.create({
      data: {
        organizationId: parties.dataOwnerId,
        requestedItemId: item.id,
        origin: 'entered',
        version: 1,
        declaredUnit: 'kg',
        kgCo2e: kgCO2e,
        systemBoundary: 'cradleToGate',
        result: { secret: '配方機密' },
        inputHash: randomUUID(),
      },
    });
    const share = await tx.share.create({
      data: {
        ...parties,
        requestId,
        suppliedFootprintId: supplied.id,
        level: 'footprintOnly',
        validFrom: new Date(Date.now() - 60_000),
      },
    });
    const view = {
      level: 'footprintOnly',
      requestId,
      itemId: item.id,
      version: 1,
      footprint: {
        kgCO2e,
        declaredUnit: { amount: 1, unit: 'kg' },
        boundary: {
          business: 'B2B',
          period: { start: '2025-01-01', end: '2025-12-31' },
          geography: 'TW',
        },
        gwpSet: 'AR6',
        dataQualityScore: 2,
        ...more,
      },
    };
    await tx.sharedFootprint.create({
      data: {
        ...parties,
        shareId: share.id,
        level: 'footprintOnly',
        version: 1,
        declaredUnit: 'kg',
        kgCo2e: kgCO2e,
        content: view,
      },
    });
    await tx.supplierRequest.updateMany({
      where: { id: requestId },
      data: { state: 'submitted', version: { increment: 1 } },
    });
    return share.id;
  });
  return { requestId, shareId };
}

it('ranks whom to ask, with the reasons, and covers 80 % of the bill by the first', async () => {
  const world = await programme();
  const list = await listSuppliers(world.lead);
  expect(list).toMatchObject({ bomBasis: 'mass', volumeBasis: 'mass', lines: 2, linesWithoutMass: 0 });
  // 0.35 × 1 + 0.25 × 1 + 0.2 + 0.2 × (3 - 1) / 4 = 0.9
  expect(list.suppliers.map(({ name, ranked }) => [name, ranked?.isSelected, ranked?.score])).toEqual([
    ['鑄造廠', true, expect.closeTo(0.9, 12)],
    ['射出廠', false, expect.closeTo(0.35 / 4 + 0.25 / 4 + 0.3, 12)],
  ]);
  expect(list.suppliers[0]).toMatchObject({
    bomShare: 0.8,
    isSoleSource: true,
    parts: ['輪圈'],
    request: null,
  });

  await setWillingness(world.lead, { supplierRelationId: world.casting.id, willingness: 1 });
  const after = await listSuppliers(world.lead, { productId: world.product.id });
  expect(after.suppliers.map(({ name, ranked }) => [name, ranked?.rank ?? null])).toEqual([
    ['射出廠', 1],
    ['鑄造廠', null],
  ]);
  expect(after.coverage).toMatchObject({ coverage: expect.closeTo(0.2, 12), targetReached: false });
  expect((await listSuppliers(world.lead, { productId: randomUUID() })).suppliers).toEqual([]);
  await expect(
    setWillingness(world.lead, { supplierRelationId: world.casting.id, willingness: 6 }),
  ).rejects.toMatchObject({ findings: [{ code: 'ranking.willingnessInvalid' }] });
});

it('proposes whom to ask: nobody that is asked already, and who declined again after half a year', async () => {
  const world = await programme();
  const seen = async (ctx = world.lead) =>
    (await listSuppliers(ctx)).suppliers.map(({ standing, isProposed }) => [standing, isProposed]);
  expect(await seen()).toEqual([
    ['notAsked', true],
    ['notAsked', false],
  ]);
  const requestId = await sent(world);
  expect((await seen())[0]).toEqual(['underWay', false]);
  await declineRequest(world.caster, { requestId, reason: '停工' });
  expect((await seen())[0]).toEqual(['declined', false]);
  // The database notes by its own clock when a row was last changed.
  const halfAYearOn = new Date(Date.now() + 181 * 24 * 3600 * 1000);
  expect((await seen({ ...world.lead, clock: () => halfAYearOn }))[0]).toEqual(['declined', true]);
  await createSupplierRequest(world.lead, { supplierRelationId: world.casting.id });
  expect((await seen())[0]).toEqual(['declined', false]);

  const other = await programme();
  const { requestId: answeredId } = await answered(other);
  await takeRequest(other.lead, { requestId: answeredId });
  await approveRequest(other.lead, { requestId: answeredId });
  expect((await seen(other.lead))[0]).toEqual(['answered', false]);
  await setWillingness(other.lead, { supplierRelationId: other.moulding.id, willingness: 1 });
  expect((await seen(other.lead))[1]).toEqual(['declined', false]);
});

it('drafts once, sends with a date of either calendar, and invites who has no account', async () => {
  const { lead, moulding, moulder } = await programme();
  const draft = await createSupplierRequest(lead, { supplierRelationId: moulding.id });
  expect(await createSupplierRequest(lead, { supplierRelationId: moulding.id })).toEqual(draft);
  const send = (more: object) => sendSupplierRequest(lead, { requestId: draft.id, ...terms, ...more });
  await expect(send({})).rejects.toMatchObject({
    findings: [{ code: 'supplierRequest.contactEmailMissing', path: ['contactEmail'] }],
  });
  await expect(send({ contactEmail: 'a@b.tw', dueDate: '2026-01-01' })).rejects.toMatchObject({
    findings: [{ code: 'supplierRequest.dueDatePast' }],
  });
  await expect(send({ contactEmail: 'a@b.tw', dueDate: '下個月' })).rejects.toMatchObject({
    findings: [{ path: expect.arrayContaining(['dueDate']) }],
  });
  expect(await send({ contactEmail: ' Boss@Mould.example ' })).toEqual({ invited: true });
  const request = await getRequest(lead, { requestId: draft.id });
  expect(request).toMatchObject({
    state: 'sent',
    dueDate: '2026-04-30',
    daysOverdue: 0,
    reminders: { isOn: true, last: null, mayRemind: true },
    allowed: ['cancel'],
    invitation: { email: 'boss@mould.example', isOpen: true },
    items: [{ code: 'P-2', name: '中心蓋', declaredUnit: 'kg', annualAmount: 2000, disclosed: null }],
    events: [{ event: 'send', isOurs: true, person: expect.stringContaining('人員') }],
  });
  const { rows } = await superuser.query(
    `SELECT job FROM "OutboxMessage" WHERE "organizationId" = $1 AND job = 'send-invitation'`,
    [lead.actor.organizationId],
  );
  expect(rows).toEqual([{ job: 'send-invitation' }]);
  const invitation = await superuser.query(
    'SELECT "landingPath" FROM "Invitation" WHERE "organizationId" = $1',
    [moulder.id],
  );
  expect(invitation.rows).toEqual([{ landingPath: `/inbox/${draft.id}` }]);
  await expect(send({ contactEmail: 'a@b.tw' })).rejects.toMatchObject({
    findings: [{ code: 'transition.notAllowed' }],
  });
});

it('sends to a supplier with an account without an invitation, and cancels with a word', async () => {
  const world = await programme();
  const id = await sent(world);
  expect((await getRequest(world.lead, { requestId: id })).invitation).toBeNull();
  await cancelRequest(world.lead, { requestId: id, comment: '改向別家採購' });
  const request = await getRequest(world.lead, { requestId: id });
  expect(request).toMatchObject({ state: 'cancelled', allowed: [] });
  expect(request.events.at(-1)).toMatchObject({ event: 'cancel', comment: '改向別家採購' });
});

it('shows what is disclosed and nothing else, notes every look, and returns with a comment', async () => {
  const world = await programme();
  const { requestId, shareId } = await answered(world);
  const looks = async () =>
    (await superuser.query('SELECT 1 FROM "ShareAccess" WHERE "shareId" = $1', [shareId])).rowCount;
  const request = await getRequest(world.lead, { requestId });
  expect(request.items[0]?.disclosed).toMatchObject({ level: 'footprintOnly', footprint: { kgCO2e: 5 } });
  expect(JSON.stringify(request)).not.toContain('配方機密');
  expect(await looks()).toBe(1);
  await getRequest(world.lead, { requestId });
  expect(await looks()).toBe(2);

  await takeRequest(world.lead, { requestId });
  await expect(returnRequest(world.lead, { requestId, comment: ' ' })).rejects.toMatchObject({
    findings: [{ code: 'transition.commentMissing' }],
  });
  await returnRequest(world.lead, { requestId, comment: '缺少電費單' });
  expect((await getRequest(world.lead, { requestId })).state).toBe('returned');

  await withTenant(database, world.caster.actor, (tx) =>
    tx.share.updateMany({ where: { id: shareId }, data: { withdrawnAt: new Date() } }),
  );
  const withdrawn = await getRequest(world.lead, { requestId });
  expect(withdrawn).toMatchObject({ isWithdrawn: true, items: [{ disclosed: null }] });
  expect(await looks()).toBe(3);
});

it('keeps a supplier’s figure that is taken out of the drawing, so that it can be put back as it was', async () => {
  const world = await programme();
  const { lead, system } = world;
  const { requestId } = await answered(world, 5);
  await takeRequest(lead, { requestId });
  await approveRequest(lead, { requestId });
  const { productId } = system;
  const { draft } = await getDrawing(lead, { productId });
  const save = (version: number, processes: readonly unknown[], links: readonly unknown[] = []) =>
    saveDrawing(lead, { productId, version, positions: {}, draft: { ...draft, processes, links } });
  const [own, sealed] = draft.processes;
  await save(1, [own]);
  const forged = sealed?.kind === 'sealed' && {
    ...sealed,
    footprint: { ...sealed.footprint, components: {} },
  };
  await save(2, [own, forged], draft.links);
  expect((await getDrawing(lead, { productId })).draft).toEqual(draft);
  const invented = { ...sealed, id: 'invented' };
  await expect(save(3, [own, invented])).rejects.toMatchObject({ code: 'refused' });
});

it('approves: the figure goes into the drawing, which is calculated anew, and an older answer is superseded', async () => {
  const world = await programme();
  const { lead, system } = world;
  const first = await answered(world, 5);
  await takeRequest(lead, first);
  expect(await approveRequest(lead, first)).toEqual({ productSystemIds: [system.id], superseded: [] });
  const stored = async () => {
    const { rows } = await superuser.query(
      'SELECT "document", "version", "staleSince" FROM "ProductSystem" WHERE "id" = $1',
      [system.id],
    );
    return rows[0];
  };
  expect(await stored()).toMatchObject({
    version: 1,
    staleSince: expect.any(Date),
    document: {
      reasons: {},
      draft: { processes: [{}, { kind: 'sealed', footprint: { components: { fossil: 5 } } }], links: [{}] },
    },
  });
  const jobs = await superuser.query(
    `SELECT payload FROM "OutboxMessage" WHERE "organizationId" = $1 AND job = 'recalculate-product-system'`,
    [lead.actor.organizationId],
  );
  expect(jobs.rows).toEqual([
    { payload: { organizationId: lead.actor.organizationId, productSystemId: system.id } },
  ]);

  const calculated = async () => {
    await recalculateProductSystem(lead, { productSystemId: system.id });
    return getProductFootprint(lead, { productId: world.product.id });
  };
  expect((await calculated()).result).toMatchObject({ primaryDataShareIsLeast: true });

  const second = await answered(world, 4, { primaryDataSharePercent: 65 });
  await takeRequest(lead, second);
  expect(await approveRequest(lead, second)).toMatchObject({ superseded: [first.requestId] });
  expect((await getRequest(lead, first)).state).toBe('superseded');
  expect((await stored()).document.draft.processes).toMatchObject([
    {},
    { kind: 'sealed', footprint: { components: { fossil: 4 }, primaryDataSharePercent: 65 } },
  ]);
  const { result } = await calculated();
  expect(result).toMatchObject({ primaryDataShareIsLeast: false });
  const [line] = result?.largest ?? [];
  expect(line).toMatchObject({
    factor: null,
    period: { start: expect.any(String) },
    study: { version: expect.any(String), business: 'B2B', primaryDataSharePercent: 65 },
  });
  const origin = {
    requestId: second.requestId,
    level: null,
    approvedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    approvedBy: expect.stringContaining('人員'),
  };
  expect(result?.origins.answers).toEqual({ [line?.study?.studyId ?? '']: origin });
  const portion = await readFootprintLines(lead, {
    calculationId: result?.calculationId ?? '',
    holder: world.caster.actor.organizationId,
    offset: 0,
  });
  expect(portion).toEqual({ lines: [line], origins: { places: {}, answers: result?.origins.answers } });
  const supplies = await superuser.query(
    `SELECT shared."shareId" FROM "ProductSystemSupply" supply
     JOIN "SharedFootprint" shared ON shared."id" = supply."sharedFootprintId"
     WHERE supply."productSystemId" = $1`,
    [system.id],
  );
  expect(supplies.rows).toEqual([{ shareId: second.shareId }]);
});

it('does not approve what was taken back', async () => {
  const world = await programme();
  const { requestId, shareId } = await answered(world);
  await takeRequest(world.lead, { requestId });
  await withTenant(database, world.caster.actor, (tx) =>
    tx.share.updateMany({ where: { id: shareId }, data: { withdrawnAt: new Date() } }),
  );
  await expect(approveRequest(world.lead, { requestId })).rejects.toMatchObject({ code: 'conflict' });
  expect((await getRequest(world.lead, { requestId })).state).toBe('underReview');
});

it('lists by state, overdue and words, and counts all', async () => {
  const world = await programme();
  const open = await sent(world);
  const draft = await createSupplierRequest(world.lead, { supplierRelationId: world.moulding.id });
  expect(await listRequests(world.lead)).toMatchObject({
    requests: [
      { id: open, supplierName: '鑄造廠', items: ['輪圈'], itemCount: 1, daysOverdue: 0 },
      { id: draft.id, state: 'draft', dueDate: null },
    ],
    total: 2,
    page: 1,
    pages: 1,
    countByState: { sent: 1, draft: 1 },
    overdue: 0,
  });
  const ids = async (input: Parameters<typeof listRequests>[1]) =>
    (await listRequests(world.lead, input)).requests.map(({ id }) => id);
  expect(await ids({ state: 'sent' })).toEqual([open]);
  expect(await ids({ search: '中心' })).toEqual([draft.id]);
  expect(await ids({ search: '鑄造' })).toEqual([open]);
  expect(await ids({ search: '%' })).toEqual([]);
  expect(await ids({ page: 9 })).toHaveLength(2);
  for (const sort of ['supplier', 'state'] as const) {
    expect(await ids({ sort }), sort).toEqual([draft.id, open]);
    expect(await ids({ sort, order: 'desc' }), sort).toEqual([open, draft.id]);
  }
  // What has no due day comes last either way.
  for (const order of ['asc', 'desc'] as const)
    expect(await ids({ sort: 'dueDate', order })).toEqual([open, draft.id]);
  const later = { ...world.lead, clock: () => new Date('2026-04-30T16:00:00Z') };
  expect(await listRequests(later, { overdue: true })).toMatchObject({
    requests: [{ id: open, daysOverdue: 1 }],
    overdue: 1,
  });
  const inTime = { ...world.lead, clock: () => new Date('2026-04-30T15:59:59Z') };
  expect((await listRequests(inTime, { overdue: true })).requests).toEqual([]);
});

it('puts what is overdue on top, over all pages', async () => {
  const { lead, casting, caster } = await programme();
  const parties = { dataRecipientId: lead.actor.organizationId, dataOwnerId: caster.actor.organizationId };
  const made = (day: string | null, state: 'sent' | 'approved' | 'draft') => ({
    ...parties,
    state,
    dueDate: day && new Date(`2026-04-${day}`),
  });
  // 20 answered in time, whose days are the earliest, 10 overdue, 5 still to come and one without a day.
  await withTenant(database, lead.actor, (tx) =>
    tx.supplierRequest.createMany({
      data: [
        ...Array.from({ length: 20 }, () => made('01', 'approved')),
        ...Array.from({ length: 10 }, (_, place) => made(String(19 - place), 'sent')),
        ...Array.from({ length: 5 }, () => made('28', 'sent')),
        made(null, 'draft'),
      ],
    }),
  );
  const on20April = { ...lead, clock: () => new Date('2026-04-20T04:00:00Z') };
  const page = async (input: Parameters<typeof listRequests>[1]) =>
    (await listRequests(on20April, input)).requests;
  const [first, second] = [await page({ page: 1 }), await page({ page: 2 })];
  expect(first.slice(0, 10).map((row) => row.daysOverdue)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  expect([...first, ...second].slice(10).map(({ daysOverdue }) => daysOverdue)).toEqual(Array(26).fill(0));
  expect(new Set([...first, ...second].map(({ id }) => id)).size).toBe(36);
  expect(second.at(-1)?.dueDate).toBeNull();
  expect((await page({ sort: 'updated' })).length).toBe(25);
  const latest = await page({ sort: 'dueDate', order: 'desc' });
  expect(latest.slice(0, 5).map(({ dueDate }) => dueDate)).toEqual(Array(5).fill('2026-04-28'));
  expect(casting.supplierId).toBe(parties.dataOwnerId);
});

it('is closed to strangers, to the supplier, and to who may only look', async () => {
  const world = await programme();
  const { requestId } = await answered(world);
  const stranger = await firm('leadFirm');
  expect((await listSuppliers(stranger)).suppliers).toEqual([]);
  expect((await listRequests(stranger)).total).toBe(0);
  for (const ctx of [stranger, world.caster])
    for (const id of [requestId, randomUUID()]) {
      const input = { requestId: id, comment: '?' };
      for (const verb of [getRequest, takeRequest, returnRequest, approveRequest, cancelRequest])
        await expect(verb(ctx, input)).rejects.toMatchObject({ code: 'notFound' });
      await expect(sendSupplierRequest(ctx, { requestId: id, ...terms })).rejects.toMatchObject({
        code: 'notFound',
      });
    }
  for (const supplierRelationId of [world.casting.id, randomUUID()]) {
    await expect(createSupplierRequest(stranger, { supplierRelationId })).rejects.toMatchObject({
      code: 'notFound',
    });
    await expect(setWillingness(stranger, { supplierRelationId, willingness: 4 })).rejects.toMatchObject({
      code: 'notFound',
    });
  }
  const viewer = { ...world.lead, actor: { ...world.lead.actor, roles: ['viewer' as const] } };
  expect(await getRequest(viewer, { requestId })).toMatchObject({ state: 'submitted', allowed: [] });
  await expect(takeRequest(viewer, { requestId })).rejects.toMatchObject({ code: 'permissionDenied' });
});
