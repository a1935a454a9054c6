import type { Prisma, TenantTransaction } from '@slipstream/db';
import type { ColumnMapping } from '@slipstream/inventory-sheet';
import { recordAudit } from '../audit.ts';
import type { ServiceContext } from '../context.ts';
import { requestJob } from '../outbox/request-job.ts';

/** The job that reads a file of each kind. */
const jobOf = {
  billOfMaterials: 'import-bill-of-materials',
  inventorySheet: 'read-inventory-sheet',
} as const;

/** A file among the evidence that is to be read. */
export interface FileToRead {
  readonly kind: keyof typeof jobOf;
  readonly evidenceId: string;
  readonly fileName: string;
  /** What it is meant for: the requested item of an inventory sheet. */
  readonly subjectId?: string;
  /** What a person said of its columns. */
  readonly chosenColumns?: readonly ColumnMapping<string>[];
}

/** Begins an import of a file that is kept already, and asks for a job to read it; for the audit, as `action`. */
export async function askToRead(
  tx: TenantTransaction,
  ctx: ServiceContext,
  { kind, chosenColumns, ...file }: FileToRead,
  action: string,
): Promise<{ readonly importBatchId: string; readonly jobId: string }> {
  const { organizationId, userId } = ctx.actor;
  const { id: importBatchId } = await tx.importBatch.create({
    data: {
      ...file,
      organizationId,
      kind,
      createdById: userId,
      createdAt: ctx.clock(),
      ...(chosenColumns && { chosenColumns: chosenColumns as unknown as Prisma.InputJsonArray }),
    },
    select: { id: true },
  });
  const jobId = await requestJob(tx, organizationId, jobOf[kind], { organizationId, importBatchId });
  await recordAudit(tx, ctx, {
    action,
    subjectKind: 'ImportBatch',
    subjectId: importBatchId,
    detail: { evidenceId: file.evidenceId },
  });
  return { importBatchId, jobId };
}
