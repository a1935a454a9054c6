import type { TableBlock } from './read.ts';

const sampleRows = 50;
const mostSamples = 3;
const mostCharacters = 40;

/** The first different texts in each column of a table, by column number, cut for showing. */
export function samplesOf(block: TableBlock<string>): ReadonlyMap<number, readonly string[]> {
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
