import { parseBillOfMaterials, readWorkbook } from '@slipstream/inventory-sheet';
import { expect, it } from 'vitest';
import { makeMessyBill, type TrueLine } from './messy-bills.ts';

const compared = [
  'partNumber',
  'name',
  'quantity',
  'unit',
  'supplier',
  'kgPerPiece',
  'soleSource',
  'product',
] as const;

it('maps 98 of 100 cells of honest but messy bills right, and drops none in silence', async () => {
  let cells = 0;
  let right = 0;
  const wrong: string[] = [];
  for (let seed = 1; seed <= 300; seed++) {
    const { bytes, lines } = makeMessyBill(seed);
    const read = await readWorkbook(bytes);
    if (!read.ok) throw new Error(`${seed} ${JSON.stringify(read.findings)}`);
    const parsed = parseBillOfMaterials(read.value);
    const bill = parsed.ok ? parsed.value : null;
    const taken = new Map(bill?.lines.map((line) => [`${line.product} ${line.partNumber}`, line]));
    for (const line of lines) {
      const found = taken.get(`${line.product} ${line.partNumber}`);
      for (const field of compared) {
        const value = field === 'quantity' ? (found?.quantity?.value ?? null) : found?.[field];
        const truth: TrueLine[typeof field] = line[field];
        cells += 1;
        if (found && value === truth) right += 1;
        else wrong.push(`${seed} ${line.partNumber} ${field} ${truth} ${value}`);
      }
    }
    if (!bill) continue;
    expect(bill.lines.length + bill.rejected.length, `rows of ${seed}`).toBeGreaterThanOrEqual(lines.length);
    const { account } = bill;
    expect(account.cells, `cells of ${seed}`).toBe(read.value.sheets[0]?.cellCount);
    expect(account.cells).toBe(account.mapped + account.heading + account.flagged);
    if (account.flagged > 0) expect(parsed.findings.length, `flags of ${seed}`).toBeGreaterThan(0);
    const above = parsed.findings.filter(({ code }) => code === 'table.rowAboveTable');
    expect(above, `titles of groups of ${seed} taken for something else`).toEqual([]);
  }
  expect(right / cells, wrong.slice(0, 12).join('\n')).toBeGreaterThanOrEqual(0.98);
});
