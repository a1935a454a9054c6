import type { ColumnChoices, ImportedTable } from '@slipstream/services';

/** Below this a column is known in part or by its content only: a person had better look. */
const sure = 0.75;

/** The name of the field in which a person says what a column of a table holds. */
export function choiceName(place: number, letters: string): string {
  return `column.${place}.${letters}`;
}

/** The columns of a table that a person should look at: taken for something without being sure, or not used at all. */
export function columnsInDoubt({ isConfirmed, columns }: ImportedTable): ImportedTable['columns'] {
  if (isConfirmed) return [];
  return columns.filter(({ field, confidence, samples }) =>
    field === null ? samples.length > 0 : confidence < sure,
  );
}

/** Reads what a person said of the columns: nothing else that a form may hold, and no field there is none of. */
export function choicesIn<Field extends string>(
  form: FormData,
  fields: readonly Field[],
): ColumnChoices<Field> {
  const choices = new Map<number, Record<string, Field | null>>();
  for (const [name, said] of form) {
    const [, place, letters] = /^column\.(\d{1,3})\.([A-Z]{1,3})$/.exec(name) ?? [];
    const field = fields.find((one) => one === said) ?? null;
    if (place === undefined || letters === undefined || (field === null && said !== '')) continue;
    choices.set(Number(place), { ...choices.get(Number(place)), [letters]: field });
  }
  return choices;
}
