import { withTenant } from '@slipstream/db';
import { parseBillOfMaterials, readWorkbook } from '@slipstream/inventory-sheet';
import { expect, it } from 'vitest';
import { useDatabase } from '../../../../test/support/database.ts';
import { makeRuntime, makeVisit, tokenIn } from '../../../../test/support/runtime.ts';
import {
  acceptInvitation,
  createSupplierRequest,
  foundOrganization,
  getProductFootprint,
  importBillOfMaterials,
  invite,
  listInbox,
  listProducts,
  listSuppliers,
  openInvitation,
  type Runtime,
  readSession,
  recalculateProductSystem,
  receiveBillOfMaterials,
  type ServiceContext,
  sendInvitation,
  sendSupplierRequest,
  signIn,
  systemContext,
} from '../index.ts';

const { database, superuser } = useDatabase();
const password = 'correct horse 電池';
const visit = () => makeVisit({ address: crypto.randomUUID() });

async function found(runtime: Runtime, kind: 'leadFirm' | 'supplier', name: string) {
  const email = `owner-${crypto.randomUUID()}@example.test`;
  const founded = await foundOrganization(runtime, {
    kind,
    name,
    owner: { email, name: '王小明', password },
  });
  const token = await signIn(runtime, visit(), { email, password });
  const signedIn = await readSession(runtime, token);
  const system = systemContext(runtime, { id: founded.organizationId, kind }, 'test');
  const actor = { ...system.actor, userId: founded.userId, roles: ['owner'] as const };
  return { ...founded, email, signedIn, ctx: { ...system, actor } satisfies ServiceContext };
}

async function mailedToken(runtime: ReturnType<typeof makeRuntime>): Promise<string> {
  const { rows } = await superuser.query(
    `UPDATE "OutboxMessage" SET "completedAt" = now() WHERE job = 'send-invitation' AND "completedAt" IS NULL
     RETURNING id, payload`,
  );
  for (const { id, payload } of rows) await sendInvitation(runtime, { id, ...payload });
  return tokenIn(runtime.outgoing.at(-1));
}

/** A firm that names the same caster twice, as its parts lists do, and asks it by one of the names. */
async function asked(mailTo: (runtime: Runtime) => Promise<string>) {
  const runtime = makeRuntime(database);
  const lead = await found(runtime, 'leadFirm', '大同機械');
  async function* bytes() {
    yield new TextEncoder().encode(
      [
        '產品,料號,品名,材質,數量,單位,供應商,年用量',
        '輪圈,W-1,本體,鋁錠,8,kg,聯鑫,1000',
        '輪圈,W-2,蓋,鋁錠,2,kg,聯鑫壓鑄廠,300',
        '輪圈組,W-1,本體,鋁錠,8,kg,聯鑫壓鑄廠,500',
      ].join('\n'),
    );
  }
  const { importBatchId } = await receiveBillOfMaterials(lead.ctx, {
    fileName: 'bom.csv',
    contentType: 'text/csv',
    bytes: bytes(),
  });
  await importBillOfMaterials(lead.ctx, { importBatchId }, async (stream) => {
    const workbook = await readWorkbook(new Uint8Array(await new Response(stream).arrayBuffer()));
    return workbook.ok ? parseBillOfMaterials(workbook.value) : workbook;
  });
  const email = await mailTo(runtime);
  const ask = async (name: string) => {
    const relation = (await listSuppliers(lead.ctx)).suppliers.find((one) => one.name === name);
    const { id } = await createSupplierRequest(lead.ctx, { supplierRelationId: relation?.id ?? '' });
    await sendSupplierRequest(lead.ctx, {
      requestId: id,
      dueDate: '2026-05-01',
      mode: 'either',
      confidentialityOffered: ['footprintOnly'],
      message: '',
      contactEmail: email,
    });
    return { requestId: id, token: await mailedToken(runtime) };
  };
  return { runtime, lead, ask };
}

it('lets a supplier that is here already answer a new customer, in one inbox and as one supplier', async () => {
  let supplier: Awaited<ReturnType<typeof found>> | undefined;
  const { runtime, lead, ask } = await asked(async (runtime) => {
    supplier = await found(runtime, 'supplier', '聯鑫壓鑄');
    return supplier.email;
  });
  if (!supplier) throw new Error('no supplier');
  const to = supplier.organizationId;
  for (const name of ['聯鑫', '聯鑫壓鑄廠']) {
    const { requestId, token } = await ask(name);
    expect(await openInvitation(runtime, visit(), { token })).toMatchObject({
      hasAccount: true,
      answeredBy: ['supplier'],
    });
    const accepted = await acceptInvitation(runtime, visit(), supplier.signedIn, { token, answerAs: to });
    expect(accepted).toEqual({ organizationId: to, landingPath: `/inbox/${requestId}` });
  }
  expect((await listInbox(supplier.ctx)).map(({ state, items }) => [state, items.length])).toEqual([
    ['sent', 1],
    ['sent', 2],
  ]);
  const { suppliers } = await listSuppliers(lead.ctx);
  expect(suppliers.map((one) => [one.supplierId, one.partCount])).toEqual([[to, 2]]);
  const volumes = await withTenant(database, lead.ctx.actor, (tx) => tx.partSupply.findMany());
  expect(volumes.map(({ annualVolume }) => annualVolume?.toNumber()).sort()).toEqual([1500, 300]);
  // The drawings name it as well, so that its answer will find its inputs.
  const systems = await withTenant(database, lead.ctx.actor, (tx) => tx.productSystem.findMany());
  for (const { id } of systems) await recalculateProductSystem(lead.ctx, { productSystemId: id });
  for (const { id } of await listProducts(lead.ctx)) {
    const { result } = await getProductFootprint(lead.ctx, { productId: id });
    expect(result?.holders.first.map(({ holder }) => holder)).toEqual([to]);
  }
});

it('lets nobody answer for a firm that is not theirs, nor by an invitation among colleagues', async () => {
  let supplier: Awaited<ReturnType<typeof found>> | undefined;
  const { runtime, lead, ask } = await asked(async (runtime) => {
    supplier = await found(runtime, 'supplier', '聯鑫壓鑄');
    return supplier.email;
  });
  if (!supplier) throw new Error('no supplier');
  const other = await found(runtime, 'supplier', '別家');
  const { token } = await ask('聯鑫');
  const answerAs = (signedIn: typeof other.signedIn, id: string) =>
    acceptInvitation(runtime, visit(), signedIn, { token, answerAs: id });
  await expect(answerAs(supplier.signedIn, other.organizationId)).rejects.toMatchObject({ code: 'notFound' });
  await expect(answerAs(supplier.signedIn, lead.organizationId)).rejects.toMatchObject({ code: 'notFound' });
  await expect(answerAs(other.signedIn, other.organizationId)).rejects.toMatchObject({
    code: 'invitedSomebodyElse',
  });
  await expect(answerAs(undefined, supplier.organizationId)).rejects.toMatchObject({
    code: 'signInToAccept',
  });
  // A filler of the firm is not the one to speak for it.
  const asFiller = {
    ...(supplier.signedIn as NonNullable<typeof supplier.signedIn>),
    memberships: (supplier.signedIn?.memberships ?? []).map((one) => ({
      ...one,
      roles: ['filler' as const],
    })),
  };
  await expect(answerAs(asFiller, supplier.organizationId)).rejects.toMatchObject({ code: 'notFound' });
  for (const { ctx } of [supplier, other]) expect(await listInbox(ctx)).toEqual([]);

  await invite(other.ctx, {
    organizationId: other.organizationId,
    email: supplier.email,
    roles: ['filler'],
  });
  const colleague = await mailedToken(runtime);
  await expect(
    acceptInvitation(runtime, visit(), supplier.signedIn, {
      token: colleague,
      answerAs: supplier.organizationId,
    }),
  ).rejects.toMatchObject({ code: 'notFound' });
});
