import type { BomField } from '@slipstream/inventory-sheet';
import { inTenant, requireRole, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { askToRead } from '../import-batch/ask-to-read.ts';
import { type ColumnChoices, withChoices } from '../import-batch/columns.ts';

/**
 * Reads the file of an import again with columns as a person set them (R14.1): a new import of the same bytes, whose
 * bills take the place of what was read before. Tables nobody speaks of are read as they were. `notFound` for an import
 * that is not the caller's, `conflict` for one that has not ended; further refusals see `withChoices`.
 */
export async function readBillOfMaterialsAgain(
  ctx: ServiceContext,
  { id, choices }: { readonly id: string; readonly choices: ColumnChoices<BomField> },
): Promise<{ readonly importBatchId: string }> {
  requireRole(ctx, 'owner', 'manager', 'filler');
  const { organizationId } = ctx.actor;
  return inTenant(ctx, async (tx) => {
    const batch = await tx.importBatch.findUnique({
      where: { organizationId_id: { organizationId, id } },
      include: { evidence: { select: { fileName: true } } },
    });
    if (batch?.kind !== 'billOfMaterials') throw new ServiceError('notFound');
    if (batch.state === 'received' || batch.state === 'reading') throw new ServiceError('conflict');
    const { importBatchId } = await askToRead(
      tx,
      ctx,
      {
        kind: 'billOfMaterials',
        evidenceId: batch.evidenceId,
        fileName: batch.fileName ?? batch.evidence.fileName,
        chosenColumns: withChoices(batch, choices, ['partNumber', 'name', 'material']),
      },
      'billOfMaterials.readAgain',
    );
    return { importBatchId };
  });
}
