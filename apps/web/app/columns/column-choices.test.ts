import { bomFields } from '@slipstream/inventory-sheet';
import type { ImportedTable } from '@slipstream/services';
import { expect, it } from 'vitest';
import { choiceName, choicesIn, columnsInDoubt } from './column-choices.ts';

function formOf(entries: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(entries)) form.set(name, value);
  return form;
}

it('reads what was said of each column of each table, and nothing else', () => {
  const form = formOf({
    intent: 'readAgain',
    [choiceName(0, 'A')]: 'partNumber',
    [choiceName(0, 'AB')]: '',
    [choiceName(11, 'C')]: 'quantity',
    'column.0.D': 'noField',
    'column.0.E': '__proto__',
    'column.x.A': 'name',
    'column.0.a1': 'name',
    'column.0.A.B': 'name',
    'column.1000.A': 'name',
  });
  expect([...choicesIn(form, bomFields)]).toEqual([
    [0, { A: 'partNumber', AB: null }],
    [11, { C: 'quantity' }],
  ]);
  expect(choicesIn(new FormData(), bomFields).size).toBe(0);
});

it('asks to look at what was taken without being sure and at what was left aside, until a person has said so', () => {
  const column = (letters: string, field: string | null, confidence: number, samples = ['x']) =>
    ({ letters, field, confidence, samples }) as unknown as ImportedTable['columns'][number];
  const table = {
    sheet: 'BOM',
    headerRow: 1,
    isConfirmed: false,
    columns: [
      column('A', 'name', 1),
      column('B', 'quantity', 0.5),
      column('C', null, 0),
      column('D', null, 0, []),
    ],
  };
  expect(columnsInDoubt(table).map(({ letters }) => letters)).toEqual(['B', 'C']);
  expect(columnsInDoubt({ ...table, isConfirmed: true })).toEqual([]);
});
