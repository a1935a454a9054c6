import { expect, it } from 'vitest';
import { coilDraft, withExchanges } from '../interpretation/rolling-mill.ts';
import { calculateKnownPart } from './known-part.ts';

it('is the whole where everything is answered: 9,380 kg', () => {
  const known = calculateKnownPart(coilDraft);
  expect(known.footprint?.total).toBeCloseTo(9380, 9);
  expect(known.open).toEqual([]);
});

it('sets aside what has no amount or no answer, and names it: 9,380 - 80 - 8,000 = 1,300 kg', () => {
  const draft = withExchanges({
    oil: null,
    grease: { flow: 'oil', amount: 40, unit: 'kg' },
    ingotA: { amount: null },
  });
  const known = calculateKnownPart(draft);
  expect(known.footprint?.total).toBeCloseTo(1300, 9);
  expect(known.open.map(({ exchange, name, amount }) => [exchange, name, amount])).toEqual([
    ['ingotA', 'ingot', null],
    ['grease', 'oil', 40],
  ]);
  expect(known.findings.length).toBeGreaterThan(0);
});

it('says what each lacks and who has it, and leaves in what is only doubted', () => {
  const draft = withExchanges({
    oil: { amount: null, unit: 'keg', supplier: 'oil firm' },
    // Measured on one day of the year: a warning.
    power: { period: { start: '2022-05-05', end: '2022-05-05' } },
  });
  const flows = draft.flows.map((flow) => (flow.id === 'oil' ? { ...flow, name: '軋製油' } : flow));
  expect(calculateKnownPart({ ...draft, flows }).open).toEqual([
    {
      process: 'rolling',
      exchange: 'oil',
      name: '軋製油',
      supplier: 'oil firm',
      amount: null,
      unit: 'keg',
      codes: ['value.absent', 'unit.unknown'],
    },
  ]);
});

it('has no figure where the drawing itself is broken', () => {
  const known = calculateKnownPart({ ...coilDraft, referenceFlow: null });
  expect(known.footprint).toBeNull();
  expect(known.findings.length).toBeGreaterThan(0);
});
