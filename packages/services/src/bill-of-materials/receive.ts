import { FileTooLargeError } from '@slipstream/storage';
import { recordAudit } from '../audit.ts';
import { inTenant, requireRole, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { requestJob } from '../outbox/request-job.ts';

/** Bytes of an uploaded workbook. */
export const mostWorkbookBytes = 30_000_000;

/**
 * Takes in a file with bills of materials: keeps the bytes as evidence, as they came, and asks for a job to read them.
 * Bytes that came before are kept once, and the import still goes by the name they came under this time. Refused where the file is larger than `mostWorkbookBytes`.
 */
export async function receiveBillOfMaterials(
  ctx: ServiceContext,
  input: {
    readonly fileName: string;
    readonly contentType: string;
    readonly bytes: AsyncIterable<Uint8Array>;
  },
): Promise<{ readonly importBatchId: string; readonly jobId: string }> {
  requireRole(ctx, 'owner', 'manager', 'filler');
  const stored = await ctx.files
    .put(input.bytes, { maxBytes: mostWorkbookBytes })
    .catch((error: unknown): never => {
      if (!(error instanceof FileTooLargeError)) throw error;
      throw new ServiceError('fileTooLarge', { megabytes: mostWorkbookBytes / 1e6 });
    });
  const { organizationId, userId } = ctx.actor;
  const fileName = input.fileName.slice(0, 255).toWellFormed();
  const received = await inTenant(ctx, async (tx) => {
    // Two who send the same bytes at once find the same evidence: one makes it, the other waits for that.
    await tx.evidence.createMany({
      skipDuplicates: true,
      data: {
        organizationId,
        fileName,
        contentType: input.contentType.slice(0, 100),
        byteLength: stored.byteLength,
        sha256: stored.sha256,
        storageKey: stored.key,
        uploadedById: userId,
      },
    });
    const evidence = await tx.evidence.findUniqueOrThrow({
      where: { organizationId_sha256: { organizationId, sha256: stored.sha256 } },
      select: { id: true, storageKey: true },
    });
    const batch = await tx.importBatch.create({
      data: {
        organizationId,
        kind: 'billOfMaterials',
        evidenceId: evidence.id,
        fileName,
        createdById: userId,
      },
      select: { id: true },
    });
    const jobId = await requestJob(tx, organizationId, 'import-bill-of-materials', {
      organizationId,
      importBatchId: batch.id,
    });
    await recordAudit(tx, ctx, {
      action: 'billOfMaterials.receive',
      subjectKind: 'ImportBatch',
      subjectId: batch.id,
      detail: { evidenceId: evidence.id },
    });
    return { importBatchId: batch.id, jobId, isKnown: evidence.storageKey !== stored.key };
  });
  // The same bytes are kept once.
  if (received.isKnown) await ctx.files.remove(stored.key);
  return { importBatchId: received.importBatchId, jobId: received.jobId };
}
