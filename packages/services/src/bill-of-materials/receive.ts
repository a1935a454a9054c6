import { inTenant, requireRole, type ServiceContext } from '../context.ts';
import { nameToKeep, recordEvidence, storeUpload, type UploadedFile } from '../evidence/upload.ts';
import { askToRead } from '../import-batch/ask-to-read.ts';

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
  const { importBatchId, jobId, evidence } = await inTenant(ctx, async (tx) => {
    const evidence = await recordEvidence(tx, ctx, file, stored);
    const asked = await askToRead(
      tx,
      ctx,
      { kind: 'billOfMaterials', evidenceId: evidence.id, fileName: nameToKeep(file) },
      'billOfMaterials.receive',
    );
    return { ...asked, evidence };
  });
  if (!evidence.isNew) await ctx.files.remove(stored.key);
  return { importBatchId, jobId };
}
