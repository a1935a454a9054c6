import { createHash } from 'node:crypto';
import type { Prisma, TenantTransaction } from '@slipstream/db';
import type { SupplierAnswer } from '@slipstream/programme';

/**
 * The answer to one item without whose it is and which version: what is stored as `SuppliedFootprint.result`. The
 * primary-data share stands beside the footprint there, and is put into it on reading.
 */
export interface AnswerContent extends Pick<SupplierAnswer, 'stageTotals' | 'lines'> {
  readonly footprint: Omit<SupplierAnswer['footprint'], 'primaryDataSharePercent'>;
  /** Percent of the emissions that rests on primary data; null where nobody said. */
  readonly primaryDataSharePercent: number | null;
}

type SuppliedFootprintRow = Prisma.SuppliedFootprintGetPayload<object>;

/** An answer as its owner holds it, ready for `disclose`. */
export function supplierAnswer(
  row: Pick<SuppliedFootprintRow, 'organizationId' | 'version' | 'result'>,
  requestId: string,
): SupplierAnswer {
  const content = row.result as unknown as AnswerContent;
  const { primaryDataSharePercent, stageTotals, lines } = content;
  const footprint = { ...content.footprint, primaryDataSharePercent };
  return { requestId, dataOwner: row.organizationId, version: row.version, footprint, stageTotals, lines };
}

/** Writes a new version of an item's answer; the same content again is the version that stands. */
export async function storeAnswer(
  tx: TenantTransaction,
  answer: {
    readonly organizationId: string;
    readonly requestedItemId: string;
    readonly inventorySheetId: string | null;
    readonly evidenceId: string | null;
    readonly createdById: string | null;
    readonly createdAt: Date;
    readonly content: AnswerContent;
  },
): Promise<{ readonly id: string; readonly version: number }> {
  const { content, requestedItemId, inventorySheetId } = answer;
  const latest = await tx.suppliedFootprint.findFirst({
    where: { requestedItemId },
    orderBy: { version: 'desc' },
    select: { id: true, version: true, inputHash: true, inventorySheetId: true },
  });
  const inputHash = createHash('sha256')
    .update(JSON.stringify([content, answer.evidenceId]))
    .digest('hex');
  if (latest?.inputHash === inputHash && latest.inventorySheetId === inventorySheetId) return latest;
  const { kgCO2e, declaredUnit, boundary } = content.footprint;
  return tx.suppliedFootprint.create({
    data: {
      organizationId: answer.organizationId,
      requestedItemId,
      inventorySheetId,
      evidenceId: answer.evidenceId,
      origin: inventorySheetId ? 'inventorySheet' : 'entered',
      version: (latest?.version ?? 0) + 1,
      declaredUnit: declaredUnit.unit,
      kgCo2e: kgCO2e,
      systemBoundary: boundary.business === 'B2B' ? 'cradleToGate' : 'cradleToGrave',
      periodStart: new Date(boundary.period.start),
      periodEnd: new Date(boundary.period.end),
      result: content as unknown as Prisma.InputJsonObject,
      inputHash,
      createdById: answer.createdById,
      createdAt: answer.createdAt,
    },
    select: { id: true, version: true },
  });
}

/** The answer that stands for an item, with what still keeps it from being sent. */
export interface CurrentAnswer {
  readonly supplied: SuppliedFootprintRow | null;
  /** Errors in the sheet that is newer than any answer. */
  readonly blockingChecks: number;
}

/**
 * The answer that stands for each item: the newest of the figure entered and the newest sheet. A sheet with errors
 * has no answer, and stands in the way until it is mended or a figure is entered after it.
 */
export async function currentAnswers(
  tx: TenantTransaction,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, CurrentAnswer>> {
  const items = await tx.requestedItem.findMany({
    where: { id: { in: [...itemIds] } },
    select: {
      id: true,
      suppliedFootprints: { orderBy: { version: 'desc' }, take: 1 },
      inventorySheets: {
        select: {
          id: true,
          updatedAt: true,
          importBatch: {
            select: { findings: { where: { severity: 'error' }, select: { id: true } } },
          },
        },
        orderBy: { version: 'desc' },
        take: 1,
      },
    },
  });
  const ofItem = (itemId: string): CurrentAnswer => {
    const item = items.find(({ id }) => id === itemId);
    const answer = item?.suppliedFootprints[0] ?? null;
    const sheet = item?.inventorySheets[0];
    const errors = sheet?.importBatch?.findings.length ?? 0;
    const isSheetNewer = sheet !== undefined && (!answer || answer.createdAt < sheet.updatedAt);
    if (answer && answer.inventorySheetId === sheet?.id && errors === 0)
      return { supplied: answer, blockingChecks: 0 };
    if (isSheetNewer) return { supplied: null, blockingChecks: Math.max(errors, 1) };
    return { supplied: answer, blockingChecks: answer ? 0 : 1 };
  };
  return new Map(itemIds.map((id) => [id, ofItem(id)]));
}
