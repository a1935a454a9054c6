import { recordAudit } from '../audit.ts';
import { inTenant, requireRole, type ServiceContext } from '../context.ts';
import { nameToKeep, recordEvidence, storeUpload, type UploadedFile } from '../evidence/upload.ts';
import { requestJob } from '../outbox/request-job.ts';

/**
 * Takes in a file with bills of materials: keeps the bytes as evidence, as they came, and asks for a job to read them.
 * Bytes that came before are kept once, and the import still goes by the name they came under this time.
 */
export async function receiveBillOfMaterials(
  ctx: ServiceContext,
  file: UploadedFile,
): Promise<{ readonly importBatchId: string; readonly jobId: string }> {
  requireRole(ctx, 'owner', 'manager', 'filler');
  const stored = await storeUpload(ctx, file);
  const { organizationId, userId } = ctx.actor;
  const { importBatchId, jobId, evidence } = await inTenant(ctx, async (tx) => {
    const evidence = await recordEvidence(tx, ctx, file, stored);
    const batch = await tx.importBatch.create({
      data: {
        organizationId,
        kind: 'billOfMaterials',
        evidenceId: evidence.id,
        fileName: nameToKeep(file),
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
    return { importBatchId: batch.id, jobId, evidence };
  });
  if (!evidence.isNew) await ctx.files.remove(stored.key);
  return { importBatchId, jobId };
}
