import type { Prisma, TenantTransaction } from '@slipstream/db';
import type { ColumnMapping, SheetField } from '@slipstream/inventory-sheet';
import { recordAudit } from '../audit.ts';
import { inTenant, requireRole, type ServiceContext } from '../context.ts';
import { nameToKeep, recordEvidence, storeUpload, type UploadedFile } from '../evidence/upload.ts';
import { requestJob } from '../outbox/request-job.ts';
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
  const { batch, evidence } = await inTenant(ctx, async (tx) => {
    const request = await receivedRequest(tx, ctx, input.requestId);
    const item = itemOf(request, input.itemId);
    await beginEntry(tx, ctx, request);
    const evidence = await recordEvidence(tx, ctx, input.file, stored);
    const batch = await askToReadSheet(tx, ctx, {
      itemId: item.id,
      evidenceId: evidence.id,
      fileName: nameToKeep(input.file),
    });
    return { batch, evidence };
  });
  if (!evidence.isNew) await ctx.files.remove(stored.key);
  return { importBatchId: batch.id };
}

interface SheetFileToRead {
  readonly itemId: string;
  readonly evidenceId: string;
  readonly fileName: string;
  /** What a person said of its columns. */
  readonly chosenColumns?: readonly ColumnMapping<SheetField>[];
}

/** Begins the reading of a workbook among the evidence for an item, and asks for a job to do it. */
export async function askToReadSheet(
  tx: TenantTransaction,
  ctx: ServiceContext,
  { itemId, evidenceId, fileName, chosenColumns }: SheetFileToRead,
): Promise<{ readonly id: string }> {
  const { organizationId, userId } = ctx.actor;
  const batch = await tx.importBatch.create({
    data: {
      organizationId,
      kind: 'inventorySheet',
      evidenceId,
      fileName,
      subjectId: itemId,
      createdById: userId,
      createdAt: ctx.clock(),
      ...(chosenColumns && { chosenColumns: chosenColumns as unknown as Prisma.InputJsonArray }),
    },
    select: { id: true },
  });
  await requestJob(tx, organizationId, 'read-inventory-sheet', { organizationId, importBatchId: batch.id });
  await recordAudit(tx, ctx, {
    action: chosenColumns ? 'inventorySheet.readAgain' : 'inventorySheet.upload',
    subjectKind: 'ImportBatch',
    subjectId: batch.id,
  });
  return batch;
}
