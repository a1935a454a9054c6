/** Rows a statement takes at once: few statements, none of which comes near the time it is given. */
export const rowsAtOnce = 2_000;

/**
 * Rows as one parameter of a statement, for `json_to_recordset`: however many they are, the statement stays the same,
 * its parameters are one, and no row costs a question of its own. Text that PostgreSQL would refuse, half of a
 * character that was cut in two or a zero character, is mended.
 */
export function jsonRows(rows: readonly (object | string)[]): string {
  return jsonText(rows);
}

/** A document for a JSON column, its text mended in the same way. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value);
  return /\\u(?:0000|d[89a-f])/.test(text) ? JSON.stringify(value, mended) : text;
}

function mended(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value;
}

/** A list in pieces of at most `size`, in order. */
export function inPieces<Item>(list: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
