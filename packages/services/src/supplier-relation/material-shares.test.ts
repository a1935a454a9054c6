import { expect, it } from 'vitest';
import { bomShares, type SharedLine, volumeShares, weighBill } from './material-shares.ts';

const line = (id: string, more: Partial<SharedLine> = {}): SharedLine => ({
  id,
  parentLineId: null,
  supplierRelationId: id,
  amount: 1,
  unit: 'kg',
  kgPerPiece: null,
  ...more,
});
const sharesOf = (...bills: readonly (readonly SharedLine[])[]) => {
  const { byRelation, ...rest } = bomShares(bills.map(weighBill));
  return { ...rest, shares: Object.fromEntries(byRelation) };
};

it('shares by mass: 6 kg, 20 pieces of 0.1 kg and 2,000 g make 60, 20 and 20 %', () => {
  const lines = [
    line('a', { amount: 6 }),
    line('b', { amount: 20, unit: 'pcs', kgPerPiece: 0.1 }),
    line('c', { amount: 2000, unit: 'g' }),
  ];
  expect(sharesOf(lines)).toEqual({
    basis: 'mass',
    lines: 3,
    linesWithoutMass: 0,
    shares: { a: 0.6, b: expect.closeTo(0.2, 12), c: 0.2 },
  });
});

it('counts an assembly by what it is made of: 2 hubs of 3 kg beside 4 kg are 60 and 40 %', () => {
  const lines = [
    line('hub', { amount: 2, unit: 'pcs', supplierRelationId: 'assembler' }),
    line('cap', { amount: 3, parentLineId: 'hub' }),
    line('rim', { amount: 4 }),
  ];
  expect(sharesOf(lines).shares).toEqual({ cap: 0.6, rim: 0.4 });
});

it('counts lines where most of them tell no mass, and says so', () => {
  const lines = [line('a', { amount: 9 }), line('b', { unit: 'pcs' }), line('c', { amount: null })];
  expect(sharesOf(lines)).toMatchObject({ basis: 'lineCount', linesWithoutMass: 2, shares: { a: 1 / 3 } });
});

it('leaves what nobody supplies to nobody, and lets two bills count alike', () => {
  const lines = [line('a', { amount: 3 }), line('own', { amount: 1, supplierRelationId: null })];
  expect(sharesOf(lines, [line('b', { amount: 0.01 })]).shares).toEqual({ a: 0.375, b: 0.5 });
});

it('has no share of nothing, and is not led round by lines that contain each other', () => {
  expect(sharesOf([])).toEqual({ basis: 'lineCount', lines: 0, linesWithoutMass: 0, shares: {} });
  expect(sharesOf([line('a', { amount: 0 })]).shares).toEqual({});
  const round = [line('a', { parentLineId: 'b' }), line('b', { parentLineId: 'a' }), line('c')];
  expect(sharesOf(round).shares).toEqual({ c: 1 });
});

it('compares purchases in one unit, else the mass of the parts, else nothing', () => {
  const supplied = (kg: number) => [{ annualVolume: kg, unit: 'kg', kgPerPiece: null }];
  const said = (relationId: string, annualVolume: number | null, volumeUnit: string, kg = 0) => ({
    relationId,
    annualVolume,
    volumeUnit,
    supplies: supplied(kg),
  });
  const shares = (volumes: Parameters<typeof volumeShares>[0]) => {
    const { basis, byRelation } = volumeShares(volumes);
    return [basis, Object.fromEntries(byRelation)];
  };
  expect(shares([said('a', 30, 'TWD'), said('b', 10, 'TWD', 5)])).toEqual(['purchase', { a: 0.75, b: 0.25 }]);
  expect(shares([said('a', 30, 'TWD', 4), said('b', null, 'TWD', 4)])).toEqual(['mass', { a: 0.5, b: 0.5 }]);
  expect(shares([said('a', 30, 'TWD', 1), said('b', 10, 't', 3)])).toEqual(['mass', { a: 0.25, b: 0.75 }]);
  expect(shares([said('a', null, '')])).toEqual(['none', {}]);
});
