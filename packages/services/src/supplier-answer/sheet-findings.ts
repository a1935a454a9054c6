import { Prisma, type TenantTransaction } from '@slipstream/db';
import type { RejectedRow, SheetField } from '@slipstream/inventory-sheet';
import type { Finding } from '@slipstream/quantity';
import { sourcePlace } from '../import-batch/source-place.ts';
import type { ColumnsOfSheets, SheetLine } from './sheet-content.ts';

type FindingRow = Prisma.ImportFindingCreateManyInput;

/** Findings of the calculation stand behind those of the reading. */
const calculationFrom = 100_000;

/** What the calculation answers for itself, or asks for in better words. */
const leftToCalculation = new Set([
  'sheet.perUnitMissing',
  'sheet.periodMissing',
  'table.amountMissing',
  'sheet.unitDiffersFromFactor',
]);

const textOf = (value: unknown) => (typeof value === 'string' ? value : null);

/**
 * Findings of a reading as they are stored, at their cell. Only a row that was left out is an error there: whether
 * the rest stands in the way is the calculation's to say.
 */
export function readingFindings(
  findings: readonly Finding[],
  rejected: readonly RejectedRow[],
): Omit<FindingRow, 'organizationId' | 'importBatchId'>[] {
  const rowOf = (finding: Finding) =>
    finding.severity === 'error'
      ? rejected.find(({ sheet, row }) => sheet === finding.values.sheet && row === finding.values.row)
      : undefined;
  return findings
    .filter(({ code }) => !leftToCalculation.has(code))
    .map((finding, sequence) => {
      const row = rowOf(finding);
      return {
        sequence,
        severity: finding.severity === 'error' && !row ? 'warning' : finding.severity,
        code: finding.code,
        sheet: textOf(finding.values.sheet),
        row: typeof finding.values.row === 'number' ? finding.values.row : null,
        column: textOf(finding.values.column),
        values: { ...finding.values },
        rejectedRow: row ? { text: row.text } : Prisma.DbNull,
      };
    });
}

/** Replaces what the calculation found in a sheet, each at the cell of its line. */
export async function replaceCalculationFindings(
  tx: TenantTransaction,
  place: { readonly organizationId: string; readonly importBatchId: string },
  findings: readonly Finding[],
  lines: readonly SheetLine[],
  columns: ColumnsOfSheets,
): Promise<void> {
  await tx.importFinding.deleteMany({
    where: { importBatchId: place.importBatchId, sequence: { gte: calculationFrom } },
  });
  await tx.importFinding.createMany({
    data: findings.map((finding, index): FindingRow => {
      const [root, lineNumber, field] = finding.path;
      const line = root === 'lines' ? lines.find((one) => one.lineNumber === lineNumber) : undefined;
      const cell = sourcePlace(line?.sourceCell ?? null);
      const column = cell ? (columns[cell.sheet]?.[field as SheetField] ?? null) : null;
      return {
        ...place,
        sequence: calculationFrom + index,
        severity: finding.severity,
        code: finding.code,
        sheet: cell?.sheet ?? null,
        row: cell?.row ?? null,
        column,
        values: {
          ...finding.values,
          ...(line && { line: line.lineNumber }),
          ...(typeof field === 'string' && { field }),
          ...(root === 'basics' && { field: String(lineNumber) }),
        },
      };
    }),
  });
}
