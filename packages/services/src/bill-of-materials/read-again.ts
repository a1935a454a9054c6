import { type BomField, type BomTable, type ColumnMapping, columnLetters } from '@slipstream/inventory-sheet';
import { errorAt, type Finding } from '@slipstream/quantity';
import { inTenant, requireRole, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { askToRead } from './ask-to-read.ts';

/** What cannot be said of the columns of a table. */
export const columnChoiceFindingCodes = ['import.columnTwice', 'import.columnNameMissing'] as const;

/** What a person says of a table, by its place among the tables of the import: column letters to what they hold. */
export type ColumnChoices = ReadonlyMap<number, Readonly<Record<string, BomField | null>>>;

/**
 * Reads the file of an import again with columns as a person set them (R14.1): a new import of the same bytes, whose
 * bills take the place of what was read before. Tables nobody speaks of are read as they were. `notFound` for an import
 * that is not the caller's, `conflict` for one that has not ended, `refused` with its findings where a table would have
 * a field twice or nothing to know a part by.
 */
export async function readBillOfMaterialsAgain(
  ctx: ServiceContext,
  { id, choices }: { readonly id: string; readonly choices: ColumnChoices },
): Promise<{ readonly importBatchId: string }> {
  requireRole(ctx, 'owner', 'manager', 'filler');
  const { organizationId } = ctx.actor;
  return inTenant(ctx, async (tx) => {
    const batch = await tx.importBatch.findUnique({
      where: { organizationId_id: { organizationId, id } },
      select: {
        kind: true,
        state: true,
        evidenceId: true,
        fileName: true,
        columnMapping: true,
        chosenColumns: true,
        evidence: { select: { fileName: true } },
      },
    });
    if (batch?.kind !== 'billOfMaterials') throw new ServiceError('notFound');
    if (batch.state === 'received' || batch.state === 'reading') throw new ServiceError('conflict');
    const tables = (batch.columnMapping ?? []) as unknown as readonly BomTable[];
    const before = (batch.chosenColumns ?? []) as unknown as readonly ColumnMapping<BomField>[];
    const chosen = [...choices].map(([place, columns]): ColumnMapping<BomField> => {
      const table = tables[place];
      if (!table) throw new ServiceError('conflict');
      const guessed = table.columns.map(({ column, field }) => [columnLetters(column), field] as const);
      return {
        sheet: table.sheet,
        headerRow: table.headerRow,
        columns: { ...Object.fromEntries(guessed), ...columns },
      };
    });
    const findings = chosen.flatMap(faultsOf);
    if (findings.length > 0) throw new ServiceError('refused', {}, findings);
    const { importBatchId } = await askToRead(tx, ctx, {
      evidenceId: batch.evidenceId,
      fileName: batch.fileName ?? batch.evidence.fileName,
      chosenColumns: [...before.filter((one) => !chosen.some((other) => isSameTable(one, other))), ...chosen],
    });
    return { importBatchId };
  });
}

type TablePlace = Pick<BomTable, 'sheet' | 'headerRow'>;

/** Whether both speak of the same table of a file. */
export function isSameTable(one: TablePlace, other: TablePlace): boolean {
  return one.sheet === other.sheet && one.headerRow === other.headerRow;
}

const names: readonly BomField[] = ['partNumber', 'name', 'material'];

function faultsOf({ sheet, columns }: ColumnMapping<BomField>): readonly Finding[] {
  const used = Object.entries(columns).flatMap(([letters, field]) => (field ? [{ letters, field }] : []));
  const repeated = [...Map.groupBy(used, ({ field }) => field)].filter(([, places]) => places.length > 1);
  return [
    ...repeated.map(([field, places]) =>
      errorAt('import.columnTwice', [sheet], {
        sheet,
        field,
        columns: places.map(({ letters }) => letters).join(', '),
      }),
    ),
    ...(used.some(({ field }) => names.includes(field))
      ? []
      : [errorAt('import.columnNameMissing', [sheet], { sheet })]),
  ];
}
