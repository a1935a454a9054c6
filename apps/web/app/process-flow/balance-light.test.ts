import type { ProductSystemDraft } from '@slipstream/footprint';
import { expect, it } from 'vitest';
import { balanceLights } from './balance-light.ts';
import { addInput, addProcess, changeExchange, changeFlow } from './draft-edits.ts';

const blank: ProductSystemDraft = {
  statedUnit: null,
  referenceFlow: null,
  boundary: { productKind: 'goods', business: 'B2B' },
  period: null,
  flows: [],
  processes: [],
  links: [],
};

/** 1 kg of plate from `amount` of ingot. */
function rolling(amount: number | null, unit = 'kg'): ProductSystemDraft {
  const draft = addProcess(blank, { id: 'roll', name: 'Rolling', stage: 'manufacturing', unit: 'kg' });
  return addInput(draft, 'roll', {
    id: 'ingot',
    name: 'Ingot',
    exchange: { isInput: true, amount, unit, dataType: 'primary' },
  });
}
const lightOf = (draft: ProductSystemDraft) => balanceLights(draft).get('roll');

it('is balanced up to ten per cent, and off beyond', () => {
  expect(lightOf(rolling(1.1))).toMatchObject({ kind: 'balanced' });
  const off = lightOf(rolling(1.25));
  expect(off).toMatchObject({ kind: 'off', balance: { direction: 'inputExceedsOutput' } });
  expect(off?.kind === 'off' && off.balance.errorPercent).toBeCloseTo(20, 9);
});

it('cannot be told without input, without output, or without a mass, and says which', () => {
  const none = addProcess(blank, { id: 'roll', name: 'Rolling', stage: 'manufacturing', unit: 'kg' });
  expect(lightOf(none)).toMatchObject({ kind: 'unknown', gap: 'noInput' });
  const power = changeExchange(rolling(1), 'roll', 'roll.output', { unit: 'kWh' });
  expect(lightOf(power)).toMatchObject({ kind: 'unknown', gap: 'noOutput' });
  expect(lightOf(rolling(-1))).toMatchObject({ kind: 'unknown', gap: 'unreadable' });
  expect(lightOf(rolling(null))).toEqual({ kind: 'unknown', gap: 'unweighed', unweighed: ['ingot'] });
  expect(lightOf(rolling(2, 'pcs'))).toEqual({ kind: 'unknown', gap: 'unweighed', unweighed: ['ingot'] });
});

it('can be told as soon as a piece has a mass', () => {
  const weighed = changeFlow(rolling(2, 'pcs'), 'ingot.flow', { kgPerPiece: 0.5 });
  expect(lightOf(weighed)).toMatchObject({ kind: 'balanced' });
  const taken = changeFlow(weighed, 'ingot.flow', { kgPerPiece: null });
  expect(lightOf(taken)).toMatchObject({ kind: 'unknown', gap: 'unweighed' });
});
