import fc from 'fast-check';
import { expect, it } from 'vitest';
import { calculateFootprint } from '../calculation/calculate-footprint.ts';
import { contributionTree } from '../calculation/contribution-tree.ts';
import { footprintFindingCodes } from '../finding-codes.ts';
import { allocationBases } from '../model/allocation.ts';
import { footprintComponents } from '../model/footprint-components.ts';
import { lifeCycleStages } from '../model/life-cycle.ts';
import { flowTypes, transportModes } from '../model/process.ts';
import type { ProductSystemDraft } from '../model/product-system.ts';
import { checkProductSystem } from './check-product-system.ts';

// Drawings of any kind: few ids, so that things meet; numbers from blank to endless; units right and wrong.
const id = fc.constantFrom('a', 'b', 'c', 'd', '', '__proto__');
const amount = fc.oneof(
  fc.constantFrom(null, 0, 1, 2, -1, 1e308, 5e-324, Number.NaN, Number.POSITIVE_INFINITY),
  fc.double({ min: 0, max: 100, noNaN: true }),
);
const usually = <Value>(value: fc.Arbitrary<Value>, ...rest: Value[]) =>
  fc.oneof({ weight: 9, arbitrary: value }, { weight: 1, arbitrary: fc.constantFrom(...rest) });
const unit = usually<string | null>(fc.constantFrom('kg', 'g', 'kWh', 'pcs'), null, '', 'horse', 'du');
const period = fc.record({
  start: fc.constantFrom('2024-01-01', '2023-05-05', '2024-02-30', ''),
  end: fc.constantFrom('2024-12-31', '2022-01-01', 'never'),
});
const factor = fc.record(
  {
    id,
    version: id,
    name: id,
    value: amount,
    unit: usually<string | null>(fc.constantFrom('kgCO2e/kg', 'tCO2e/kWh', 'gCO2e/tkm'), null, 'kg', '/'),
    components: fc.record(Object.fromEntries(footprintComponents.map((key) => [key, fc.double()]))),
    source: id,
    sourceType: fc.constantFrom('supplierPrimary', 'softwareOrLiterature'),
    boundary: usually(fc.constant('cradleToGate'), 'grid', 'cradleToGrave'),
  },
  { requiredKeys: ['id', 'version', 'name', 'value', 'unit', 'source', 'sourceType', 'boundary'] },
);
const stage = usually<string>(fc.constantFrom('rawMaterial', 'manufacturing'), ...lifeCycleStages, 'nowhere');
const allocation = fc.record({
  basis: fc.constantFrom(...allocationBases),
  given: fc.constantFrom('basisPerUnit', 'share'),
  factors: fc.array(fc.record({ exchange: id, value: amount }), { maxLength: 3 }),
  reason: id,
});
const leg = fc.record({
  id,
  mode: fc.constantFrom(...transportModes),
  distance: amount,
  distanceUnit: fc.constantFrom('km', 'mile', 'kg', null),
  factor: fc.option(factor),
  dataType: fc.constant('primary'),
});
const exchange = fc.record(
  {
    id,
    flow: id,
    isInput: fc.boolean(),
    amount,
    unit,
    factor,
    cutOff: fc.record({ reason: id, estimatedKgCO2e: amount }),
    burdenFree: id,
    isAvoidedProduct: fc.boolean(),
    transport: fc.array(leg, { maxLength: 2 }),
    appliesTo: fc.array(id, { maxLength: 2 }),
    allocation,
    stage,
    dataType: fc.constant('secondary'),
    period,
  },
  { requiredKeys: ['id', 'flow', 'isInput', 'amount', 'unit', 'dataType'] },
);
const process = fc.oneof(
  fc.record(
    {
      kind: fc.constant('unit'),
      id,
      name: id,
      stage,
      exchanges: fc.array(exchange, { maxLength: 4 }),
      quantitativeReference: fc.option(id),
      allocation,
    },
    { requiredKeys: ['kind', 'id', 'name', 'stage', 'exchanges', 'quantitativeReference'] },
  ),
  fc.record({
    kind: fc.constant('sealed'),
    id,
    name: id,
    stage,
    footprint: fc.record({
      studyId: id,
      version: id,
      flow: id,
      declaredUnitAmount: amount,
      declaredUnitOfMeasurement: unit,
      components: fc.record(Object.fromEntries(footprintComponents.map((key) => [key, fc.double()]))),
      business: fc.constantFrom('B2B', 'B2C'),
      primaryDataSharePercent: fc.option(fc.double()),
    }),
  }),
);
const anyDraft = fc.record({
  statedUnit: fc.option(
    fc.record({
      kind: fc.constantFrom('functionalUnit', 'declaredUnit'),
      description: id,
      amount,
      unit,
    }),
  ),
  referenceFlow: fc.option(fc.record({ process: id, flow: id, amount, unit })),
  boundary: fc.record({
    productKind: fc.constantFrom('goods', 'service'),
    business: fc.constantFrom('B2B', 'B2C'),
  }),
  period: fc.option(period),
  flows: fc.array(
    fc.record(
      {
        id,
        name: id,
        flowType: fc.constantFrom(...flowTypes),
        densityKgPerL: fc.double(),
        kgPerPiece: fc.double(),
      },
      { requiredKeys: ['id', 'name', 'flowType'] },
    ),
    { maxLength: 5 },
  ),
  processes: fc.array(process, { maxLength: 4 }),
  links: fc.array(fc.record({ id, provider: id, flow: id, process: id, exchange: id }), { maxLength: 4 }),
}) as unknown as fc.Arbitrary<ProductSystemDraft>;

it('answers any drawing with findings or with a system, never with an exception', { timeout: 60_000 }, () => {
  const dotted = /^(unit|value|solver)\./;
  fc.assert(
    fc.property(anyDraft, (drawing) => {
      const system = checkProductSystem(drawing);
      for (const { code } of system.findings) {
        expect(dotted.test(code) || (footprintFindingCodes as readonly string[]).includes(code)).toBe(true);
      }
      if (!system.ok) {
        expect(system.findings.some((finding) => finding.severity === 'error')).toBe(true);
        return;
      }
      const footprint = calculateFootprint(system.value);
      if (footprint.ok) expectFinite(footprint.value);
      const tree = contributionTree(system.value);
      if (tree.ok) expectFinite(tree.value);
    }),
    { numRuns: 3000 },
  );
});

it('answers extreme numbers with finite numbers or findings', { timeout: 60_000 }, () => {
  const extreme = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true, min: 0 }),
    fc.constantFrom(1e308, 5e-324, 1, 1e-300),
  );
  fc.assert(
    fc.property(extreme, extreme, extreme, extreme, (made, taken, value, asked) => {
      const drawing = {
        statedUnit: { kind: 'functionalUnit', description: 'x', amount: 1, unit: 'x' },
        referenceFlow: { process: 'p', flow: 'x', amount: asked, unit: 'kg' },
        boundary: { productKind: 'goods', business: 'B2B' },
        period: null,
        flows: [
          { id: 'x', name: 'x', flowType: 'product' },
          { id: 'y', name: 'y', flowType: 'product' },
        ],
        processes: [
          {
            kind: 'unit',
            id: 'p',
            name: 'p',
            stage: 'manufacturing',
            quantitativeReference: 'x',
            exchanges: [
              { id: 'x', flow: 'x', isInput: false, amount: made, unit: 'kg', dataType: 'primary' },
              {
                id: 'y',
                flow: 'y',
                isInput: true,
                amount: taken,
                unit: 't',
                dataType: 'primary',
                factor: {
                  id: 'f',
                  version: '1',
                  name: 'f',
                  value,
                  unit: 'kgCO2e/g',
                  source: 's',
                  sourceType: 'supplierPrimary',
                  boundary: 'cradleToGate',
                },
              },
            ],
          },
        ],
        links: [],
      } as unknown as ProductSystemDraft;
      const system = checkProductSystem(drawing);
      if (!system.ok) return;
      const footprint = calculateFootprint(system.value);
      if (footprint.ok) expectFinite(footprint.value);
      const tree = contributionTree(system.value);
      if (tree.ok) expectFinite(tree.value);
    }),
    { numRuns: 2000 },
  );
});

function expectFinite(value: unknown): void {
  if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
  else if (typeof value === 'object' && value !== null) Object.values(value).forEach(expectFinite);
}
