import type { Exchange, ProductSystemDraft } from '@slipstream/footprint';
import { expect, it } from 'vitest';
import { carriedBy } from './carried.ts';

const draft: ProductSystemDraft = {
  statedUnit: null,
  referenceFlow: null,
  boundary: { productKind: 'goods', business: 'B2B' },
  period: null,
  flows: [
    { id: 'bolt', name: 'Bolt', flowType: 'product', kgPerPiece: 0.25 },
    { id: 'seal', name: 'Seal', flowType: 'product' },
  ],
  processes: [],
  links: [],
};
const input = (flow: string, amount: number | null, unit: string | null): Exchange => ({
  id: `${flow} ${amount} ${unit}`,
  flow,
  isInput: true,
  amount,
  unit,
  dataType: 'primary',
});
const carried = (...inputs: Exchange[]) => {
  const { amount, unit, missing } = carriedBy(draft, inputs);
  return [amount, unit, missing];
};

it('is the amount of a single input, blank as long as it is blank', () => {
  expect(carried(input('seal', 3, 'pcs'))).toEqual([3, 'pcs', 0]);
  expect(carried(input('seal', null, 'pcs'))).toEqual([null, 'pcs', 1]);
});

it('adds what can be added: 4 pieces of 0.25 kg and 500 g are 1.5 kg', () => {
  expect(carried(input('bolt', 4, 'pcs'), input('seal', 500, 'g'))).toEqual([1.5, 'kg', 0]);
  expect(carried(input('seal', 4, 'pcs'), input('seal', 2, 'pcs'))).toEqual([6, 'pcs', 0]);
});

it('does not add unlike pieces without a mass, and no blank as zero', () => {
  expect(carried(input('bolt', 4, 'pcs'), input('seal', 2, 'pcs'))).toEqual([null, null, 0]);
  expect(carried(input('bolt', 1, 'kg'), input('seal', null, 'kg'))).toEqual([null, null, 1]);
  expect(carried()).toEqual([null, null, 0]);
});
