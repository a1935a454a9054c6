import { describe, expect, it } from 'vitest';
import { measureReading } from '../../apps/worker/src/workbook-process/read-sheet.ts';
import { evilFiles } from './evil-files.ts';

/** Seconds on the clock, for a machine busy with other things; what a reading may take is counted on the processor. */
const patience = 50;

it('has a set of its own names', () => {
  expect(new Set(evilFiles.map(({ name }) => name)).size).toBe(evilFiles.length);
  expect(evilFiles.length).toBeGreaterThanOrEqual(100);
});

describe('every evil file ends in its code within 5 s of processor time and 300 MB', () => {
  it.concurrent.each(evilFiles.map((file) => [file.name, file] as const))('%s', async (_, file) => {
    const bytes = new Blob([file.make() as Uint8Array<ArrayBuffer>]).stream();
    const { reading, cost } = await measureReading('billOfMaterials', bytes, { seconds: patience });
    const codes = [...new Set(reading.findings.map(({ code }) => code as string))];
    expect({ refused: !reading.ok, codes }).toEqual({
      refused: file.refused,
      codes: file.refused ? [file.code] : file.code === null ? [] : expect.arrayContaining([file.code]),
    });
    if (reading.ok && file.code === null) expect(reading.value.lines).toHaveLength(1);
    expect(cost?.cpuSeconds).toBeLessThanOrEqual(5);
    expect(cost?.peakMegabytes).toBeLessThanOrEqual(300);
  });
});
