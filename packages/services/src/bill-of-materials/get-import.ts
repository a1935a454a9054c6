import type { ImportState, TenantTransaction } from '@slipstream/db';
import type { BomField } from '@slipstream/inventory-sheet';
import type { Finding } from '@slipstream/quantity';
import { inTenant, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { type ImportedTable, importedTables } from '../import-batch/columns.ts';
import { countImportedProducts } from './import-progress.ts';

/** A finding with the row it left out, where it did. */
export type ImportFinding = Finding & { readonly rejectedRow: string | null };

/** A product that a file brought. */
export interface ImportedProduct {
  readonly id: string;
  readonly name: string;
  readonly declaredUnit: { readonly amount: number; readonly unit: string };
  readonly parts: number;
}

/** Part of a list: what is shown of it, from which place on, and how many there are. */
export interface Portion<Item> {
  readonly shown: readonly Item[];
  readonly offset: number;
  readonly count: number;
}

/** How an import stands: what was read, what was not and why; of long lists a portion. */
export interface ImportReport {
  readonly id: string;
  readonly state: ImportState;
  /** Somebody stopped it; it is `refused` then. */
  readonly isCancelled: boolean;
  /** As it was called when it was sent this time. */
  readonly fileName: string;
  readonly rowsRead: number;
  readonly rowsAccepted: number;
  readonly rowsRejected: number;
  readonly products: Portion<ImportedProduct>;
  /** How many of the products have their first footprint. */
  readonly calculated: number;
  /** Why rows, or the file, were left out. */
  readonly leftOut: Portion<ImportFinding>;
  /** What was read and is not sure. */
  readonly notes: Portion<ImportFinding>;
  /** How the columns were understood; of very many tables the first. */
  readonly tables: readonly ImportedTable<BomField>[];
}

/** So many of each list are shown at once. */
export const reportPortion = 50;

/** Where the portions of a report begin; counted from 0. */
export interface ReportOffsets {
  readonly products?: number;
  readonly leftOut?: number;
  readonly notes?: number;
}

/** The report of an import, while it runs and after. */
export async function getImport(
  ctx: ServiceContext,
  { id, from = {} }: { readonly id: string; readonly from?: ReportOffsets },
): Promise<ImportReport> {
  const { organizationId } = ctx.actor;
  const offset = { products: from.products ?? 0, leftOut: from.leftOut ?? 0, notes: from.notes ?? 0 };
  return inTenant(ctx, async (tx) => {
    const batch = await tx.importBatch.findUnique({
      where: { organizationId_id: { organizationId, id } },
      include: {
        evidence: { select: { fileName: true } },
        billsOfMaterial: {
          include: {
            _count: { select: { lines: true } },
            product: { select: { id: true, name: true, declaredUnit: true, declaredUnitAmount: true } },
          },
          orderBy: { product: { code: 'asc' } },
          skip: offset.products,
          take: reportPortion,
        },
      },
    });
    if (batch?.kind !== 'billOfMaterials') throw new ServiceError('notFound');
    const { state, rowsRead, rowsAccepted, rowsRejected } = batch;
    const { products, calculated } = await countImportedProducts(tx, organizationId, id);
    const findings = await readFindings(tx, organizationId, id, offset);
    const portionOf = (isError: boolean, from: number): Portion<ImportFinding> => {
      const rows = findings.filter((finding) => finding.isError === isError);
      return { shown: rows.map(shown), offset: from, count: rows[0]?.count ?? 0 };
    };
    const leftOut = portionOf(true, offset.leftOut);
    return {
      id,
      state,
      isCancelled: leftOut.shown.some(({ code }) => code === 'import.cancelled'),
      fileName: batch.fileName ?? batch.evidence.fileName,
      rowsRead,
      rowsAccepted,
      rowsRejected,
      products: {
        shown: batch.billsOfMaterial.map(({ product, _count }) => ({
          id: product.id,
          name: product.name,
          declaredUnit: { amount: product.declaredUnitAmount.toNumber(), unit: product.declaredUnit },
          parts: _count.lines,
        })),
        offset: offset.products,
        count: products,
      },
      calculated,
      leftOut,
      notes: portionOf(false, offset.notes),
      tables: importedTables(batch),
    };
  });
}

interface FindingRow {
  readonly isError: boolean;
  readonly count: number;
  readonly code: string;
  readonly severity: Finding['severity'];
  readonly sheet: string | null;
  readonly row: number | null;
  readonly values: Finding['values'];
  readonly rejectedRow: unknown;
}

/** A portion of what left rows out and one of what is not sure, each with how many there are. */
function readFindings(
  tx: TenantTransaction,
  organizationId: string,
  importBatchId: string,
  offset: { readonly leftOut: number; readonly notes: number },
): Promise<readonly FindingRow[]> {
  return tx.$queryRaw<FindingRow[]>`
    SELECT * FROM (
      SELECT "sequence", "severity", "code", "sheet", "row", "values", "rejectedRow", "severity" = 'error' AS "isError",
        (count(*) OVER (PARTITION BY "severity" = 'error'))::int AS "count",
        row_number() OVER (PARTITION BY "severity" = 'error' ORDER BY "sequence")
          - CASE WHEN "severity" = 'error' THEN ${offset.leftOut}::int ELSE ${offset.notes}::int END AS place
      FROM "ImportFinding"
      WHERE "organizationId" = ${organizationId}::uuid AND "importBatchId" = ${importBatchId}::uuid) AS finding
    WHERE place BETWEEN 1 AND ${reportPortion} ORDER BY "sequence"`;
}

function shown({ code, severity, sheet, row, values, rejectedRow }: FindingRow): ImportFinding {
  return {
    code,
    severity,
    path: [sheet, row].filter((step) => step !== null),
    values,
    rejectedRow: typeof rejectedRow === 'string' ? rejectedRow : null,
  };
}
