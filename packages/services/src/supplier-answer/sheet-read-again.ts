import type { SheetField } from '@slipstream/inventory-sheet';
import { inTenant, requireRole, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { askToRead } from '../import-batch/ask-to-read.ts';
import { type ColumnChoices, withChoices } from '../import-batch/columns.ts';
import { newestUploadOf } from './open-sheet.ts';
import { beginEntry, itemOf, receivedRequest } from './request-move.ts';

/**
 * Reads the workbook an item was answered by last again, with columns as a person set them: a new version of its sheet
 * takes the place of the one there is, with what was mended in it. `notFound` where there is no such workbook,
 * `conflict` where it is still being read; further refusals see `withChoices`.
 */
export async function readInventorySheetAgain(
  ctx: ServiceContext,
  input: {
    readonly requestId: string;
    readonly itemId?: string | undefined;
    readonly choices: ColumnChoices<SheetField>;
  },
): Promise<void> {
  requireRole(ctx, 'owner', 'manager', 'filler');
  await inTenant(ctx, async (tx) => {
    const request = await receivedRequest(tx, ctx, input.requestId);
    const item = itemOf(request, input.itemId);
    await beginEntry(tx, ctx, request);
    const batch = await tx.importBatch.findFirst({
      ...newestUploadOf(item.id),
      include: { evidence: { select: { fileName: true } } },
    });
    if (!batch) throw new ServiceError('notFound');
    if (batch.state === 'received' || batch.state === 'reading') throw new ServiceError('conflict');
    await askToRead(
      tx,
      ctx,
      {
        kind: 'inventorySheet',
        subjectId: item.id,
        evidenceId: batch.evidenceId,
        fileName: batch.fileName ?? batch.evidence.fileName,
        chosenColumns: withChoices(batch, input.choices, ['name']),
      },
      'inventorySheet.readAgain',
    );
  });
}
