/** A data file: rows under named columns, of which `source` is an index into the sources. */
export interface Table {
  readonly columns: readonly string[];
  readonly sources: readonly unknown[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** The rows of a data file as objects, each with its source in full. The tests hold the files to the row types. */
export function rowsOf<Row extends { readonly source: unknown }>({ columns, sources, rows }: Table): Row[] {
  return rows.map((row) => {
    const named = Object.fromEntries(columns.map((column, index) => [column, row[index]]));
    return { ...named, source: sources[Number(named.source)] } as Row;
  });
}
