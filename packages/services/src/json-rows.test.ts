import { expect, it } from 'vitest';
import { inPieces, jsonRows } from './json-rows.ts';

it('mends half characters and zero characters, and leaves what only looks like them', () => {
  const rows = [
    { cut: '鋁𠮷'.slice(0, 2), zero: 'a\0b', kept: '𠮷 \\u0000 \\ud842', number: 1e-9, none: null },
  ];
  expect(JSON.parse(jsonRows(rows))).toEqual([
    { cut: '鋁�', zero: 'ab', kept: '𠮷 \\u0000 \\ud842', number: 1e-9, none: null },
  ]);
});

it('cuts a list into pieces that make up the whole', () => {
  expect(inPieces([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(inPieces([], 2)).toEqual([]);
});
