import type { Prisma, TenantTransaction } from '@slipstream/db';
import type { BomField, ColumnMapping } from '@slipstream/inventory-sheet';
import { recordAudit } from '../audit.ts';
import type { ServiceContext } from '../context.ts';
import { requestJob } from '../outbox/request-job.ts';

/** A file among the evidence that is to be read as bills of materials. */
export interface FileToRead {
  readonly evidenceId: string;
  readonly fileName: string;
  /** What a person said of its columns. */
  readonly chosenColumns?: readonly ColumnMapping<BomField>[];
}

/** Begins an import of a file that is kept already, and asks for a job to read it. */
export async function askToRead(
  tx: TenantTransaction,
  ctx: ServiceContext,
  { evidenceId, fileName, chosenColumns }: FileToRead,
): Promise<{ readonly importBatchId: string; readonly jobId: string }> {
  const { organizationId, userId } = ctx.actor;
  const { id: importBatchId } = await tx.importBatch.create({
    data: {
      organizationId,
      kind: 'billOfMaterials',
      evidenceId,
      fileName,
      createdById: userId,
      ...(chosenColumns && { chosenColumns: chosenColumns as unknown as Prisma.InputJsonArray }),
    },
    select: { id: true },
  });
  const jobId = await requestJob(tx, organizationId, 'import-bill-of-materials', {
    organizationId,
    importBatchId,
  });
  await recordAudit(tx, ctx, {
    action: chosenColumns ? 'billOfMaterials.readAgain' : 'billOfMaterials.receive',
    subjectKind: 'ImportBatch',
    subjectId: importBatchId,
    detail: { evidenceId },
  });
  return { importBatchId, jobId };
}
