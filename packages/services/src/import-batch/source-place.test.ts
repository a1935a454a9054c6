import { expect, it } from 'vitest';
import { sourcePlace } from './source-place.ts';

it.each([
  ['BOM!A12', { sheet: 'BOM', row: 12 }],
  ['3 製造－能資源!7', { sheet: '3 製造－能資源', row: 7 }],
  ['a!b!C3', { sheet: 'a!b', row: 3 }],
  ['BOM', null],
  ['!5', null],
  ['BOM!', null],
  [null, null],
])('%s', (cell, place) => {
  expect(sourcePlace(cell)).toEqual(place);
});
