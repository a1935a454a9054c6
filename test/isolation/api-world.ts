import { type OrganizationKind, withTenant } from '@slipstream/db';
import { parseBillOfMaterials, readWorkbook } from '@slipstream/inventory-sheet';
import {
  completeMessage,
  contextOf,
  foundAlliance,
  foundOrganization,
  getDrawing,
  getProductFootprint,
  importBillOfMaterials,
  listAlliances,
  listProducts,
  type Runtime,
  readSession,
  recalculateProductSystem,
  receiveBillOfMaterials,
  requestAllianceRelease,
  type ServiceContext,
  signIn,
} from '@slipstream/services';
import { makeOrganization } from '../support/factories.ts';
import { makeVisit } from '../support/runtime.ts';

/** One who calls: signed in or not, with the organization their page shows. */
export interface Principal {
  readonly name: string;
  readonly token: string | undefined;
  readonly organizationId: string;
  readonly ctx: ServiceContext;
}

const password = 'correct horse 電池';

/** Founds an organization and signs its owner in. */
export async function foundPrincipal(
  runtime: Runtime,
  name: string,
  kind: OrganizationKind,
): Promise<Principal> {
  const email = `${crypto.randomUUID()}@example.test`;
  const { organizationId } = await foundOrganization(runtime, {
    kind,
    name,
    owner: { email, name, password },
  });
  const token = await signIn(runtime, makeVisit({ address: crypto.randomUUID() }), { email, password });
  const signedIn = await readSession(runtime, token);
  if (!signedIn) throw new Error('Not signed in');
  return { name, token, organizationId, ctx: contextOf(runtime, signedIn, { requestId: 'test' }) };
}

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}

/** Imports a bill and calculates it, as the worker would. */
export async function importBill(ctx: ServiceContext) {
  const bill = `料號,品名,材質,數量,單位\nA1,${ctx.actor.organizationId} 本體,鋁錠,2,kg`;
  const { importBatchId } = await receiveBillOfMaterials(ctx, {
    fileName: 'bom.csv',
    contentType: 'text/csv',
    bytes: bytesOf(bill),
  });
  const { productSystemIds } = await importBillOfMaterials(ctx, { importBatchId }, async (bytes) => {
    const workbook = await readWorkbook(new Uint8Array(await new Response(bytes).arrayBuffer()));
    return workbook.ok ? parseBillOfMaterials(workbook.value) : workbook;
  });
  for (const productSystemId of productSystemIds) await recalculateProductSystem(ctx, { productSystemId });
  return importBatchId;
}

/** The product a bill made, by the drawing's own words. */
export async function onlyProduct(ctx: ServiceContext): Promise<string> {
  const [product] = await listProducts(ctx);
  if (!product) throw new Error('No product');
  return product.id;
}

/** The calculation of the product a bill made. */
export async function onlyCalculation(ctx: ServiceContext): Promise<string> {
  const { result } = await getProductFootprint(ctx, { productId: await onlyProduct(ctx) });
  if (!result) throw new Error('No footprint');
  return result.calculationId;
}

/** What saves a product's drawing as it stands. */
export async function drawingInput(ctx: ServiceContext, productId: string) {
  const { version, draft, positions } = await getDrawing(ctx, { productId });
  return { productId, version, draft, positions };
}

/** An inventory sheet that was uploaded and has been read. */
export async function readSheet(ctx: ServiceContext): Promise<string> {
  const { organizationId, userId } = ctx.actor;
  return withTenant(ctx.database, ctx.actor, async (tx) => {
    const evidence = await tx.evidence.create({
      data: {
        organizationId,
        fileName: 'sheet.xlsx',
        contentType: 'application/octet-stream',
        byteLength: 1,
        sha256: Buffer.from(crypto.randomUUID().replaceAll('-', '').repeat(2), 'hex').toString('hex'),
        storageKey: crypto.randomUUID(),
        uploadedById: userId,
      },
    });
    const batch = await tx.importBatch.create({
      data: {
        organizationId,
        kind: 'inventorySheet',
        state: 'read',
        rowsRead: 7,
        evidenceId: evidence.id,
        createdById: userId,
      },
    });
    return batch.id;
  });
}

/** A release of an alliance whose job has run. */
export async function releaseJob(ctx: ServiceContext): Promise<string> {
  await foundAlliance(ctx, { name: '同盟' });
  const [alliance] = await listAlliances(ctx);
  const { jobId } = await requestAllianceRelease(ctx, { allianceId: alliance?.id ?? '', year: '2025' });
  await completeMessage(ctx.database, jobId, ctx.clock());
  return jobId;
}

/** Something the other party of a request did, new to the owner. */
export async function makeNews({ database, actor }: ServiceContext): Promise<string> {
  const isAsking = actor.organizationKind === 'leadFirm';
  const other = await makeOrganization(database, { kind: isAsking ? 'supplier' : 'leadFirm' });
  const own = { organizationId: actor.organizationId, userId: null };
  const [lead, supplier] = isAsking ? [own, other] : [other, own];
  const parties = { dataRecipientId: lead.organizationId, dataOwnerId: supplier.organizationId };
  const { id: requestId } = await withTenant(database, lead, (tx) =>
    tx.supplierRequest.create({ data: { ...parties, state: 'sent' } }),
  );
  const event = await withTenant(database, other, (tx) =>
    tx.supplierRequestEvent.create({
      data: {
        ...parties,
        requestId,
        event: 'accept',
        toState: 'sent',
        actorOrganizationId: other.organizationId,
      },
    }),
  );
  return event.id;
}
