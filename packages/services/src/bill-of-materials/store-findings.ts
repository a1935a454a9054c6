import type { TenantTransaction } from '@slipstream/db';
import type { BillOfMaterials } from '@slipstream/inventory-sheet';
import type { Finding, Result } from '@slipstream/quantity';
import { inPieces, jsonRows, rowsAtOnce } from '../json-rows.ts';

/** Stores what was found in a file, in order, with the text of each row that was left out. */
export async function storeFindings(
  tx: TenantTransaction,
  organizationId: string,
  importBatchId: string,
  reading: Result<BillOfMaterials, string>,
  findings: readonly Finding[],
): Promise<void> {
  const rejected = new Map(
    reading.ok ? reading.value.rejected.map((row) => [`${row.code} ${row.sheet} ${row.row}`, row.text]) : [],
  );
  const rows = findings.map(({ code, severity, path, values }, index) => {
    const sheet = typeof path[0] === 'string' ? path[0] : null;
    const row = typeof values.row === 'number' ? values.row : null;
    return {
      id: crypto.randomUUID(),
      sequence: index + 1,
      severity,
      code,
      sheet,
      row,
      column: typeof values.column === 'string' ? values.column : null,
      values,
      rejectedRow: rejected.get(`${code} ${sheet} ${row}`),
    };
  });
  for (const piece of inPieces(rows, rowsAtOnce))
    await tx.$executeRaw`
      INSERT INTO "ImportFinding" ("organizationId", "importBatchId", "id", "sequence", "severity", "code", "sheet",
        "row", "column", "values", "rejectedRow")
      SELECT ${organizationId}::uuid, ${importBatchId}::uuid, finding.* FROM json_to_recordset(${jsonRows(piece)}::json)
        AS finding("id" uuid, "sequence" int, "severity" text, "code" text, "sheet" text, "row" int, "column" text,
          "values" jsonb, "rejectedRow" jsonb)`;
}
