import { inTenant, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';

/** The workbook a bill of materials was read from, byte for byte as it came. `notFound` where it is not the caller's. */
export async function openImportedFile(
  ctx: ServiceContext,
  input: { readonly importId: string },
): Promise<{ readonly fileName: string; readonly bytes: ReadableStream<Uint8Array> }> {
  const { organizationId } = ctx.actor;
  const batch = await inTenant(ctx, (tx) =>
    tx.importBatch.findUnique({
      where: { organizationId_id: { organizationId, id: input.importId } },
      select: { kind: true, fileName: true, evidence: { select: { fileName: true, storageKey: true } } },
    }),
  );
  if (batch?.kind !== 'billOfMaterials') throw new ServiceError('notFound');
  const { fileName, evidence } = batch;
  return { fileName: fileName ?? evidence.fileName, bytes: await ctx.files.get(evidence.storageKey) };
}
