import type { ColumnGuess } from './columns.ts';
import { columnsWithContent, headerRowOf, type TableBlock } from './read.ts';

/** A column, what it is taken for, and the first of what stands in it: what a person knows it by. */
export interface ReadColumn<Field extends string> extends ColumnGuess<Field> {
  readonly samples: readonly string[];
}

/** How one table of a file was understood; correct it and parse again with a mapping. */
export interface ReadTable<Field extends string> {
  readonly sheet: string;
  /** Number of the last header row; null where it has none. */
  readonly headerRow: number | null;
  readonly columns: readonly ReadColumn<Field>[];
}

/** How a table was understood, with all columns in which something stands. */
export function understood<Field extends string>(block: TableBlock<Field>): ReadTable<Field> {
  const samples = samplesOf(block);
  return {
    sheet: block.sheet.name,
    headerRow: headerRowOf(block),
    columns: columnsWithContent(block).map((guess) => ({
      ...guess,
      samples: samples.get(guess.column) ?? [],
    })),
  };
}

const sampleRows = 50;
const mostSamples = 3;
const mostCharacters = 40;

/** The first different texts in each column of a table, by column number, cut for showing. */
function samplesOf(block: TableBlock<string>): ReadonlyMap<number, readonly string[]> {
  const samples = new Map<number, string[]>();
  const end = Math.min(block.endIndex, block.firstIndex + sampleRows);
  for (let index = block.firstIndex; index < end; index++) {
    for (const { column, text } of block.sheet.cellsOfRow(index)) {
      const sample = text.trim().slice(0, mostCharacters);
      const found = samples.get(column) ?? [];
      if (sample === '' || found.length === mostSamples || found.includes(sample)) continue;
      found.push(sample);
      samples.set(column, found);
    }
  }
  return samples;
}
