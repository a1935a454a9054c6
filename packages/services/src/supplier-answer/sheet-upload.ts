import { inTenant, requireRole, type ServiceContext } from '../context.ts';
import { nameToKeep, recordEvidence, storeUpload, type UploadedFile } from '../evidence/upload.ts';
import { askToRead } from '../import-batch/ask-to-read.ts';
import { beginEntry, itemOf, receivedRequest } from './request-move.ts';

/**
 * Takes in an inventory workbook for an item of a request: keeps its bytes and asks the worker to read it. Nothing of
 * the item changes until it has been read.
 */
export async function uploadInventorySheet(
  ctx: ServiceContext,
  input: { readonly requestId: string; readonly itemId?: string | undefined; readonly file: UploadedFile },
): Promise<{ readonly importBatchId: string }> {
  requireRole(ctx, 'owner', 'manager', 'filler');
  // Before a byte is stored: a stranger's request is not found.
  await inTenant(ctx, async (tx) => itemOf(await receivedRequest(tx, ctx, input.requestId), input.itemId));
  const stored = await storeUpload(ctx, input.file);
  const { importBatchId, evidence } = await inTenant(ctx, async (tx) => {
    const request = await receivedRequest(tx, ctx, input.requestId);
    const item = itemOf(request, input.itemId);
    await beginEntry(tx, ctx, request);
    const evidence = await recordEvidence(tx, ctx, input.file, stored);
    const asked = await askToRead(
      tx,
      ctx,
      {
        kind: 'inventorySheet',
        subjectId: item.id,
        evidenceId: evidence.id,
        fileName: nameToKeep(input.file),
      },
      'inventorySheet.upload',
    );
    return { ...asked, evidence };
  });
  if (!evidence.isNew) await ctx.files.remove(stored.key);
  return { importBatchId };
}
