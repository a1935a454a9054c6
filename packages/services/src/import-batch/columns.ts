import type { Prisma } from '@slipstream/db';
import {
  type ColumnMapping,
  columnLetters,
  type ReadColumn,
  type ReadTable,
} from '@slipstream/inventory-sheet';
import { errorAt, type Finding } from '@slipstream/quantity';
import { ServiceError } from '../errors.ts';

/** What cannot be said of the columns of a table. */
export const columnChoiceFindingCodes = ['import.columnTwice', 'import.columnNameMissing'] as const;

/** What a person says of a table, by its place among the tables of the import: column letters to what they hold. */
export type ColumnChoices<Field extends string> = ReadonlyMap<number, Readonly<Record<string, Field | null>>>;

/** How a table of a file was understood. */
export interface ImportedTable<Field extends string = string>
  extends Pick<ReadTable<Field>, 'sheet' | 'headerRow'> {
  /** A person has said what its columns hold. */
  readonly isConfirmed: boolean;
  readonly columns: readonly (ReadColumn<Field> & { readonly letters: string })[];
}

/** What an import keeps of the columns of its file. */
export interface KeptColumns {
  readonly columnMapping: Prisma.JsonValue;
  readonly chosenColumns: Prisma.JsonValue;
}

/** So many tables are shown: who has more uses one form for all of them. */
const shownTables = 12;

/** The first tables of a file as they were read; imports made before samples were kept show none. */
export function importedTables<Field extends string>(kept: KeptColumns): readonly ImportedTable<Field>[] {
  const chosen = chosenColumns<Field>(kept);
  return readTables<Field>(kept.columnMapping)
    .slice(0, shownTables)
    .map(({ sheet, headerRow, columns }) => ({
      sheet,
      headerRow,
      isConfirmed: chosen.some((mapping) => isSameTable(mapping, { sheet, headerRow })),
      columns: columns.map(({ samples = [], ...guess }) => ({
        ...guess,
        samples,
        letters: columnLetters(guess.column),
      })),
    }));
}

/** What a person said of the columns before a file was read. */
export function chosenColumns<Field extends string>({
  chosenColumns: chosen,
}: Pick<KeptColumns, 'chosenColumns'>): readonly ColumnMapping<Field>[] {
  return (chosen ?? []) as unknown as readonly ColumnMapping<Field>[];
}

/**
 * What a person says of the columns of a file from now on: what was said before, and now. `names` are the fields a row
 * is known by. `conflict` for a table the file has not, `refused` with its findings where a table would have a field
 * twice or nothing to know a row by.
 */
export function withChoices<Field extends string>(
  kept: KeptColumns,
  choices: ColumnChoices<Field>,
  names: readonly Field[],
): readonly ColumnMapping<Field>[] {
  const tables = readTables<Field>(kept.columnMapping);
  const chosen = [...choices].map(([place, columns]): ColumnMapping<Field> => {
    const table = tables[place];
    if (!table) throw new ServiceError('conflict');
    const { sheet, headerRow } = table;
    const guessed = table.columns.map(({ column, field }) => [columnLetters(column), field] as const);
    return { sheet, headerRow, columns: { ...Object.fromEntries(guessed), ...columns } };
  });
  const findings = chosen.flatMap((mapping) => faultsOf(mapping, names));
  if (findings.length > 0) throw new ServiceError('refused', {}, findings);
  const before = chosenColumns<Field>(kept).filter(
    (mapping) => !chosen.some((other) => isSameTable(mapping, other)),
  );
  return [...before, ...chosen];
}

/** Of inventory sheets only the column letters were kept once. */
function readTables<Field extends string>(columnMapping: Prisma.JsonValue): readonly ReadTable<Field>[] {
  return Array.isArray(columnMapping) ? (columnMapping as unknown as readonly ReadTable<Field>[]) : [];
}

type TablePlace = Pick<ReadTable<string>, 'sheet' | 'headerRow'>;

function isSameTable(one: TablePlace, other: TablePlace): boolean {
  return one.sheet === other.sheet && one.headerRow === other.headerRow;
}

function faultsOf<Field extends string>(
  { sheet, columns }: ColumnMapping<Field>,
  names: readonly Field[],
): readonly Finding[] {
  const used = Object.entries<Field | null>(columns).flatMap(([letters, field]) =>
    field ? [{ letters, field }] : [],
  );
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
