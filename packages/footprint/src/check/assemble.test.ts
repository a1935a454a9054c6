import { expect, it } from 'vitest';
import type { Exchange, TransportLeg } from '../model/process.ts';
import type { ProductSystem, ProductSystemDraft } from '../model/product-system.ts';
import { draft, factor, flow, input, link, output, sealedProcess, unitProcess } from '../test-drafts.ts';
import { checkProductSystem } from './check-product-system.ts';

const systemOf = (drawing: ProductSystemDraft): ProductSystem => {
  const result = checkProductSystem(drawing);
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.value;
};
const power = (amount: number, unit = 'kWh', more: Partial<Exchange> = {}) =>
  input('power', amount, unit, { factor: factor(1, 'kgCO2e/kWh'), ...more });

/** 20 kg of b and 10 kg of a by three machine hours per kg of a and one of b: a takes 60 %. */
const mill = (inputs: readonly Exchange[]) =>
  unitProcess('mill', [output('b', 20, 'kg'), output('a', 10, 'kg'), ...inputs], {
    allocation: {
      basis: 'machineHours',
      given: 'basisPerUnit',
      factors: [
        { exchange: 'a', value: 3 },
        { exchange: 'b', value: 1 },
      ],
    },
  });

it('shares a line among the products of a process, in the order of their flows, as entered and as counted', () => {
  const { products, lines } = systemOf(draft([mill([power(360, 'MJ')])]));
  expect(products.map((product) => product.flow)).toEqual(['a', 'b']);
  expect(lines).toMatchObject([
    { product: 0, amount: expect.closeTo(6, 12), enteredAmount: expect.closeTo(21.6, 12), enteredUnit: 'MJ' },
    { product: 1, amount: expect.closeTo(2, 12), enteredAmount: expect.closeTo(7.2, 12), enteredUnit: 'MJ' },
  ]);
});

it('gives a product that does not use a flow no line of it', () => {
  const { lines } = systemOf(draft([mill([power(100, 'kWh', { appliesTo: ['b'] })])]));
  expect(lines).toMatchObject([{ product: 1, amount: 5 }]);
});

it('takes from the very product a link names', () => {
  const { matrix, reference } = systemOf(
    draft(
      [unitProcess('press', [output('cup', 1, 'kg'), input('b', 7, 'kg')]), mill([power(1)])],
      [link('press', 'b', 'mill')],
    ),
  );
  // In the order of ids: a and b of the mill are 0 and 1, the cup is 2.
  expect([...matrix.column]).toEqual([1]);
  expect(reference.product).toBe(2);
});

it('keeps lines in the order of exchange and leg, whatever the order of the drawing', () => {
  const leg = (id: string): TransportLeg => ({
    id,
    mode: 'road',
    distance: 1,
    distanceUnit: 'km',
    factor: factor(1, 'kgCO2e/tkm'),
    dataType: 'secondary',
  });
  const resin = input('resin', 1, 'kg', {
    factor: factor(1, 'kgCO2e/kg'),
    transport: [leg('second'), leg('first')],
  });
  const { lines } = systemOf(draft([unitProcess('press', [output('cup', 1, 'kg'), resin, power(1)])]));
  expect(lines.map(({ exchange, leg: of }) => [exchange, of])).toEqual([
    ['power', null],
    ['resin', null],
    ['resin', 'first'],
    ['resin', 'second'],
  ]);
});

it('refuses a quotient out of range though the other products bear it', () => {
  const exchanges = [output('a', 1e-300, 'kg'), output('b', 1, 'kg'), power(1e300)];
  const share = { basis: 'mass', given: 'share' } as const;
  const factors = ['a', 'b'].map((exchange) => ({ exchange, value: 0.5 }));
  const drawing = draft([unitProcess('mill', exchanges, { allocation: { ...share, factors } })]);
  expect(checkProductSystem(drawing).findings).toMatchObject([
    { code: 'value.tooLarge', path: ['processes', 0, 'exchanges', 2] },
  ]);
  // 1e304 kWh in all are a number, the same in Wh per product is none.
  const small = draft([unitProcess('mill', [output('a', 1e-2, 'kg'), power(1e307, 'Wh')])]);
  expect(checkProductSystem(small).findings).toMatchObject([{ code: 'value.tooLarge' }]);
});

it('lets a line say what is known of it', () => {
  const quality = {
    reliability: 1,
    completeness: 2,
    temporal: 3,
    geographical: 4,
    technological: 5,
  } as const;
  const known = power(1, 'kWh', { quality, flow: 'electricity' });
  const press = unitProcess('press', [output('cup', 1, 'kg'), known, input('resin', 3, 'kg')]);
  const resin = sealedProcess('resin', { declaredUnitAmount: 2, quality, evidence: ['report'] });
  const flows = [flow('cup'), flow('resin'), flow('electricity', { name: '電力' })];
  const { lines } = systemOf(draft([press, resin], [link('press', 'resin', 'resin')], { flows }));
  expect(lines).toMatchObject([
    { exchange: 'power', name: '電力', evidence: [], activityQuality: quality },
    // 2 kg CO2e for the two kg declared.
    {
      kind: 'sealed',
      dataType: 'primary',
      evidence: ['report'],
      activityQuality: quality,
      amount: 1,
      components: { fossil: 1 },
    },
  ]);
  const plain = systemOf(draft([sealedProcess('resin')], [], { referenceFlow: asked('resin') }));
  expect(plain.lines).toMatchObject([{ evidence: [], activityQuality: null }]);
});

const asked = (id: string) => ({ process: id, flow: id, amount: 1, unit: 'kg' });

it('names a cut-off by its flow', () => {
  const ink = input('dye', 1, 'g', { flow: 'ink', cutOff: { reason: 'tiny', estimatedKgCO2e: 1 } });
  const flows = [flow('cup'), flow('ink', { name: '油墨' })];
  const { exclusions } = systemOf(
    draft([unitProcess('press', [output('cup', 1, 'kg'), ink])], [], { flows }),
  );
  expect(exclusions).toMatchObject([{ exchange: 'dye', name: '油墨', reason: 'tiny' }]);
});
