import type { Prisma } from '@slipstream/db';
import type { SheetField } from '@slipstream/inventory-sheet';
import type { Finding } from '@slipstream/quantity';
import { inTenant, type ServiceContext } from '../context.ts';
import { importedTables } from '../import-batch/columns.ts';
import { itemOf, receivedRequest } from './request-move.ts';
import type { SheetBasics } from './sheet-content.ts';
import { lineOfRow } from './sheet-rows.ts';

/**
 * The sheet page of an item: how far the last upload is, what was found in it (errors first, each at its cell), and
 * the lines of the sheet that stands. The bytes and rows are the organization's own.
 */
export async function openSheet(
  ctx: ServiceContext,
  input: { readonly requestId: string; readonly itemId?: string | undefined },
) {
  return inTenant(ctx, async (tx) => {
    const request = await receivedRequest(tx, ctx, input.requestId);
    const item = itemOf(request, input.itemId);
    const batch = await tx.importBatch.findFirst({
      ...newestUploadOf(item.id),
      include: {
        evidence: { select: { fileName: true } },
        findings: { orderBy: { sequence: 'asc' }, take: 1000 },
      },
    });
    const sheet = await tx.inventorySheet.findFirst({
      where: { requestedItemId: item.id },
      orderBy: { version: 'desc' },
      include: {
        lines: { orderBy: { lineNumber: 'asc' }, take: 2000 },
        suppliedFootprints: { orderBy: { version: 'desc' }, take: 1, select: { kgCo2e: true } },
      },
    });
    const weight = { error: 0, warning: 1, question: 2 } as Record<string, number>;
    const findings = (batch?.findings ?? [])
      .map((row) => ({
        id: row.id,
        sheet: row.sheet,
        row: row.row,
        column: row.column,
        rejectedText: (row.rejectedRow as { text?: string } | null)?.text ?? null,
        finding: {
          code: row.code,
          severity: row.severity as Finding['severity'],
          path: [row.sheet ?? '', row.id],
          values: row.values as Finding['values'],
        } satisfies Finding,
      }))
      .sort((one, other) => (weight[one.finding.severity] ?? 3) - (weight[other.finding.severity] ?? 3));
    const errors = findings.filter(({ finding }) => finding.severity === 'error').length;
    const isOfSheet = sheet !== null && sheet.importBatchId === batch?.id;
    return {
      requestId: request.id,
      state: request.state,
      item: { id: item.id, name: item.name, declaredUnit: item.declaredUnit },
      items: request.items.map(({ id, name }) => ({ id, name })),
      upload: batch && {
        id: batch.id,
        state: batch.state,
        fileName: batch.fileName ?? batch.evidence.fileName,
        rowsAccepted: batch.rowsAccepted,
        rowsRejected: batch.rowsRejected,
      },
      findings,
      /** How the columns of the last upload were understood. */
      tables: batch ? importedTables<SheetField>(batch) : [],
      sheet: sheet && {
        version: sheet.version,
        isFrozen: sheet.frozenAt !== null,
        basics: sheet.basicData as unknown as SheetBasics,
        productionText: sheet.productionText,
        lines: sheet.lines.map(lineOfRow),
        kgCO2e:
          errors === 0 || !isOfSheet
            ? Number(sheet.suppliedFootprints[0]?.kgCo2e ?? Number.NaN) || null
            : null,
      },
    };
  });
}

/** Finds the last workbook uploaded for an item. */
export function newestUploadOf(itemId: string) {
  return {
    where: { subjectId: itemId, kind: 'inventorySheet' },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  } satisfies Prisma.ImportBatchFindFirstArgs;
}
