import type { FollowedTarget, TargetList } from '@slipstream/services';
import { expect, it } from 'vitest';
import { targetPage, targetQuery } from './target-view.ts';

const target = (partnerName: string, status: string, latest: object | null) =>
  ({ id: partnerName, partnerId: partnerName, partnerName, track: { status }, latest }) as FollowedTarget;
const latest = (promisedTonnes: number, cutTonnes: number, year = 2025) => ({
  year,
  promisedTonnes,
  cutTonnes,
  methodChangeTonnes: 0,
});
const list = (targets: readonly FollowedTarget[]): TargetList => ({ targets, partners: [], totals: null });
const four = list([
  target('甲', 'onTrack', latest(100, 120)),
  target('乙', 'behind', latest(50, 40, 2024)),
  target('丙', 'noData', null),
  target('丁', 'behind', latest(80, 20)),
]);
const seen = (address: object, targets = four) =>
  targetPage(targets, targetQuery.parse(address))
    .rows.map(({ partnerName }) => partnerName)
    .join('');

it('begins with who is behind, the most short of its promise first', () => {
  expect(seen({})).toBe('丁乙丙甲');
  expect(seen({ order: 'desc' })).toBe('甲丙丁乙');
});

it('sorts by a column either way, with what is not reported last', () => {
  expect(seen({ sort: 'cut' })).toBe('甲乙丁丙');
  expect(seen({ sort: 'cut', order: 'asc' })).toBe('丁乙甲丙');
  expect(seen({ sort: 'reported', order: 'asc' })).toBe('乙丁甲丙');
  expect(seen({ sort: 'name' })).toBe('乙丁丙甲');
  expect(seen({ sort: '__proto__' })).toBe('丁乙丙甲');
});

it('shows one standing at a time and finds by name, and counts all the same', () => {
  expect(seen({ show: 'behind' })).toBe('丁乙');
  expect(seen({ show: 'anything' })).toBe('丁乙丙甲');
  expect(seen({ search: ' 丙 ' })).toBe('丙');
  expect(targetPage(four, targetQuery.parse({ show: 'behind' })).counts).toEqual({
    all: 4,
    missed: 0,
    behind: 2,
    noData: 1,
    onTrack: 1,
    achieved: 0,
  });
});

it('hands a page its rows alone, and the chart the largest promises that have a year', () => {
  const many = list(
    Array.from({ length: 60 }, (_, index) =>
      target(`S${index}`, index < 50 ? 'behind' : 'noData', index < 50 ? latest(index, 0) : null),
    ),
  );
  const page = (number: unknown) => targetPage(many, targetQuery.parse({ page: number }));
  expect([1, 2, 3, 9, '-1', 'x'].map((number) => [page(number).page, page(number).rows.length])).toEqual([
    [1, 25],
    [2, 25],
    [3, 10],
    [3, 10],
    [1, 25],
    [1, 25],
  ]);
  const { largest, reported } = page(1);
  expect(reported).toBe(50);
  expect(largest.map(({ latest: year }) => year?.promisedTonnes)).toEqual([
    49, 48, 47, 46, 45, 44, 43, 42, 41, 40, 39, 38,
  ]);
});
