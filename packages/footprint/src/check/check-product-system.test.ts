import type { Finding } from '@slipstream/quantity';
import { describe, expect, it } from 'vitest';
import type { FootprintFindingCode } from '../finding-codes.ts';
import type { Exchange, Process, UnitProcess } from '../model/process.ts';
import type { ProductSystemDraft } from '../model/product-system.ts';
import { draft, factor, flow, input, link, output, sealedProcess, unitProcess } from '../test-drafts.ts';
import { checkProductSystem } from './check-product-system.ts';

const electricity = input('electricity', 3, 'kWh', { factor: factor(0.5, 'kgCO2e/kWh') });
const cup = output('cup', 10, 'kg');
const resin = input('resin', 11, 'kg');

/** A cup pressed from a sealed resin: sound, so that each test spoils one thing. */
const sound = draft(
  [unitProcess('press', [cup, electricity, resin]), sealedProcess('resin')],
  [link('press', 'resin', 'resin')],
);

const press = (more: Partial<UnitProcess>): readonly Process[] => [
  { ...(sound.processes[0] as UnitProcess), ...more },
  ...sound.processes.slice(1),
];
const withExchange = (spoilt: Exchange, more: Partial<ProductSystemDraft> = {}) => ({
  ...sound,
  processes: press({ exchanges: [cup, spoilt, resin] }),
  ...more,
});
const at = (...rest: Finding['path']) => ['processes', 0, 'exchanges', 1, ...rest];

type Expected = [code: FootprintFindingCode, path: Finding['path'], values?: Finding['values']];
const found = (drawn: ProductSystemDraft): Expected[] =>
  checkProductSystem(drawn).findings.map(({ code, path, values }) => [code, path, values]);
const expectFindings = (drawn: ProductSystemDraft, ...expected: Expected[]) => {
  expect(found(drawn)).toEqual(expected.map(([code, path, values = {}]) => [code, path, values]));
  expect(checkProductSystem(drawn).ok).toBe(false);
};

it('lets a sound drawing through without a word', () => {
  const result = checkProductSystem(sound);
  expect(result).toMatchObject({ ok: true, findings: [] });
  expect(result.ok && result.value).toMatchObject({
    statedUnit: { kind: 'functionalUnit', amount: 1 },
    referenceFlow: { process: 'press', flow: 'cup', amount: 1, unit: 'kg' },
    reference: { product: 0, demand: 1 },
    products: [
      { process: 'press', flow: 'cup', unit: 'kg', stage: 'manufacturing', supplier: null },
      { process: 'resin', flow: 'resin', unit: 'kg', stage: 'rawMaterial', supplier: 'resin-firm' },
    ],
    matrix: { n: 2, rowStart: Int32Array.of(0, 1, 1), column: Int32Array.of(1) },
    lines: [
      { product: 0, kind: 'activity', exchange: 'electricity', unit: 'kWh', enteredAmount: 0.3, amount: 0.3 },
      { product: 1, kind: 'sealed', exchange: null, leg: null, primaryShare: 0.4, amount: 1 },
    ],
    exclusions: [],
  });
});

describe('what the study states', () => {
  it('needs a stated unit and a reference flow', () => {
    expectFindings(
      { ...sound, statedUnit: null, referenceFlow: null },
      ['statedUnit.missing', ['statedUnit']],
      ['referenceFlow.missing', ['referenceFlow']],
    );
    expectFindings({ ...sound, statedUnit: null }, ['statedUnit.missing', ['statedUnit']]);
  });

  it('needs a functional unit that is described and measurable', () => {
    const statedUnit = { kind: 'functionalUnit', description: ' ', amount: 0, unit: ' ' } as const;
    expectFindings(
      { ...sound, statedUnit },
      ['value.outOfDomain', ['statedUnit', 'amount'], { value: 0, above: 0 }],
      ['unit.missing', ['statedUnit', 'unit']],
      ['statedUnit.descriptionMissing', ['statedUnit', 'description']],
    );
    expect(
      found({ ...sound, statedUnit: { ...statedUnit, description: 'x', amount: 1, unit: null } }),
    ).toEqual([['unit.missing', ['statedUnit', 'unit'], {}]]);
  });

  it('needs a declared unit that the reference flow is', () => {
    const declared = (amount: number | null, unit: string | null) => ({
      ...sound,
      statedUnit: { kind: 'declaredUnit' as const, description: '', amount, unit },
    });
    expect(found(declared(1, 'kg'))).toEqual([]);
    expect(found(declared(0.001, 't'))).toEqual([]);
    const light = [flow('cup', { densityKgPerL: 0.5 }), ...sound.flows.slice(1)];
    expect(found({ ...declared(2, 'L'), flows: light })).toEqual([]);
    // A gram in a million tonnes is rounding.
    const asked = { process: 'press', flow: 'cup', amount: 1e9 + 1e-3, unit: 'kg' };
    expect(found({ ...declared(1e9, 'kg'), referenceFlow: asked })).toEqual([]);
    expectFindings(declared(1, 't'), [
      'referenceFlow.notDeclaredUnit',
      ['referenceFlow', 'amount'],
      { amount: 0.001, declared: 1, unit: 't' },
    ]);
    expectFindings(declared(1, 'bag'), ['unit.unknown', ['statedUnit', 'unit'], { unit: 'bag' }]);
    expectFindings(declared(1, null), ['unit.missing', ['statedUnit', 'unit']]);
    expectFindings(declared(null, 'kg'), ['value.absent', ['statedUnit', 'amount']]);
    expectFindings(declared(1, 'L'), [
      'unit.densityRequired',
      ['flows', 0, 'densityKgPerL'],
      { value: null },
    ]);
    expectFindings(declared(1, 'kWh'), [
      'unit.incompatible',
      ['referenceFlow', 'unit'],
      { from: 'kg', to: 'kWh' },
    ]);
  });

  it('needs a reference flow that is made, in an amount and unit that fit', () => {
    const asking = (more: object) => ({
      ...sound,
      referenceFlow: { ...sound.referenceFlow, ...more } as never,
    });
    expectFindings(asking({ process: 'mould' }), [
      'referenceFlow.processUnknown',
      ['referenceFlow', 'process'],
      { process: 'mould' },
    ]);
    expectFindings(asking({ flow: 'electricity' }), [
      'referenceFlow.notProduced',
      ['referenceFlow', 'flow'],
      { process: 'press', flow: 'electricity' },
    ]);
    expectFindings(
      asking({ amount: -1, unit: 'x' }),
      ['value.outOfDomain', ['referenceFlow', 'amount'], { value: -1, above: 0 }],
      ['unit.unknown', ['referenceFlow', 'unit'], { unit: 'x' }],
    );
    expectFindings(asking({ unit: 'kWh' }), [
      'unit.incompatible',
      ['referenceFlow', 'unit'],
      { from: 'kWh', to: 'kg' },
    ]);
    expectFindings(asking({ amount: 1e306, unit: 't' }), [
      'unit.resultOutOfRange',
      ['referenceFlow', 'amount'],
      { value: 1e306, from: 't', to: 'kg' },
    ]);
    const inGrams = checkProductSystem(asking({ amount: 500, unit: 'g' }));
    expect(inGrams.ok && inGrams.value.reference.demand).toBe(0.5);
  });

  it('needs a boundary and limits it knows', () => {
    expectFindings(
      { ...sound, boundary: { productKind: 'thing', business: 'C2C' } as never, processes: [] },
      ['value.unknownChoice', ['boundary', 'productKind'], { value: 'thing', choices: 'goods, service' }],
      ['value.unknownChoice', ['boundary', 'business'], { value: 'C2C', choices: 'B2B, B2C' }],
      ['link.providerUnknown', ['links', 0, 'provider'], { provider: 'resin' }],
      ['link.processUnknown', ['links', 0, 'process'], { process: 'press' }],
      ['referenceFlow.processUnknown', ['referenceFlow', 'process'], { process: 'press' }],
    );
    expectFindings(
      { ...sound, cutOffCriteria: { singleLimitPercent: -1, totalLimitPercent: Number.NaN } },
      ['value.outOfDomain', ['cutOffCriteria', 'singleLimitPercent'], { value: -1, min: 0 }],
      ['value.notNumeric', ['cutOffCriteria', 'totalLimitPercent'], { value: 'NaN' }],
    );
  });
});

describe('ids', () => {
  it('are there and used once', () => {
    expectFindings(
      {
        ...sound,
        flows: [...sound.flows, flow('cup')],
        processes: [...sound.processes, sealedProcess('resin')],
        links: [...sound.links, { ...link('press', 'resin', 'resin'), id: ' ' }],
      },
      ['id.duplicate', ['flows', 3, 'id'], { id: 'cup' }],
      ['id.duplicate', ['processes', 2, 'id'], { id: 'resin' }],
      ['id.blank', ['links', 1, 'id']],
      ['exchange.secondProvider', ['links', 1], { process: 'press', exchange: 'resin', provider: 'resin' }],
    );
    expectFindings({ ...sound, processes: press({ exchanges: [cup, electricity, electricity, resin] }) }, [
      'id.duplicate',
      ['processes', 0, 'exchanges', 2, 'id'],
      { id: 'electricity' },
    ]);
    const leg = {
      id: 'a',
      mode: 'road',
      distance: 1,
      distanceUnit: 'km',
      factor: factor(0.1, 'kgCO2e/tkm'),
      dataType: 'secondary',
    } as const;
    expectFindings(
      { ...sound, processes: press({ exchanges: [cup, electricity, { ...resin, transport: [leg, leg] }] }) },
      ['id.duplicate', ['processes', 0, 'exchanges', 2, 'transport', 1, 'id'], { id: 'a' }],
    );
  });
});

describe('an exchange', () => {
  it('has an amount that is not negative and a known unit', () => {
    expectFindings(
      withExchange({ ...electricity, amount: null, unit: null }),
      ['value.absent', at('amount')],
      ['unit.missing', at('unit')],
    );
    expectFindings(
      withExchange({ ...electricity, amount: -1, unit: 'horse' }),
      ['value.outOfDomain', at('amount'), { value: -1, min: 0 }],
      ['unit.unknown', at('unit'), { unit: 'horse' }],
    );
    expectFindings(
      withExchange({ ...electricity, amount: Number.POSITIVE_INFINITY, unit: '' }),
      ['value.notNumeric', at('amount'), { value: 'Infinity' }],
      ['unit.missing', at('unit')],
    );
    expect(found(withExchange({ ...electricity, amount: 0 }))).toEqual([]);
  });

  it('of a product is more than zero', () => {
    const spoilt = { ...sound, processes: press({ exchanges: [{ ...cup, amount: 0 }, electricity, resin] }) };
    expectFindings(spoilt, [
      'value.outOfDomain',
      ['processes', 0, 'exchanges', 0, 'amount'],
      { value: 0, above: 0 },
    ]);
  });

  it('of a product has a unit, at fault only there', () => {
    for (const [unit, code] of [
      ['horse', 'unit.unknown'],
      [null, 'unit.missing'],
    ] as const) {
      const spoilt = { ...sound, processes: press({ exchanges: [{ ...cup, unit }, electricity, resin] }) };
      expectFindings(spoilt, [code, ['processes', 0, 'exchanges', 0, 'unit'], unit ? { unit } : {}]);
    }
  });

  it('carries a known flow', () => {
    expectFindings(withExchange({ ...electricity, flow: 'ether' }), [
      'exchange.flowUnknown',
      at('flow'),
      { flow: 'ether' },
    ]);
  });

  it('has one answer', () => {
    const { factor: _, ...open } = electricity;
    expectFindings(withExchange(open), [
      'exchange.unlinked',
      at(),
      { exchange: 'electricity', flow: 'electricity' },
    ]);
    expectFindings(withExchange({ ...electricity, burdenFree: 'from the roof' }), [
      'exchange.answeredTwice',
      at(),
      { exchange: 'electricity', answers: 'factor, burdenFree' },
    ]);
    const cutOff = { reason: 'tiny', estimatedKgCO2e: 0 };
    expectFindings({ ...sound, processes: press({ exchanges: [cup, electricity, { ...resin, cutOff }] }) }, [
      'exchange.answeredTwice',
      ['processes', 0, 'exchanges', 2],
      { exchange: 'resin', answers: 'link, cutOff' },
    ]);
    expect(found(withExchange({ ...open, burdenFree: 'from the roof' }))).toEqual([]);
    expectFindings(withExchange({ ...open, burdenFree: ' ' }), ['reason.missing', at('burdenFree')]);
    expectFindings(
      withExchange({ ...open, cutOff: { reason: ' ', estimatedKgCO2e: null } }),
      ['reason.missing', at('cutOff', 'reason')],
      ['value.absent', at('cutOff', 'estimatedKgCO2e')],
    );
    expectFindings(withExchange({ ...open, cutOff: { reason: 'tiny', estimatedKgCO2e: -1 } }), [
      'value.outOfDomain',
      at('cutOff', 'estimatedKgCO2e'),
      { value: -1, min: 0 },
    ]);
  });

  it('of a product needs no answer and takes none', () => {
    const exchanges = [{ ...cup, factor: factor(1, 'kgCO2e/kg') }, electricity, resin];
    expectFindings({ ...sound, processes: press({ exchanges }) }, [
      'exchange.productAnswered',
      ['processes', 0, 'exchanges', 0],
      { exchange: 'cup', answers: 'factor' },
    ]);
  });

  it('may be an avoided product only as an output of a product flow', () => {
    expectFindings(withExchange({ ...electricity, isAvoidedProduct: true }), [
      'exchange.avoidedNotProduct',
      at('isAvoidedProduct'),
    ]);
    const smoke = output('smoke', 1, 'kg', { isAvoidedProduct: true, factor: factor(1, 'kgCO2e/kg') });
    const flows = [...sound.flows, flow('smoke', { flowType: 'elementary' })];
    expectFindings(withExchange(smoke, { flows }), ['exchange.avoidedNotProduct', at('isAvoidedProduct')]);
    expect(found(withExchange(smoke, { flows: [...sound.flows, flow('smoke')] }))).toEqual([]);
  });

  it('says what is known about its quality and period', () => {
    const grades = { reliability: 0, completeness: 1, temporal: 5, geographical: 6, technological: 2.5 };
    const choices = '1, 2, 3, 4, 5';
    expectFindings(
      withExchange({ ...electricity, quality: grades, uncertaintyPercent: -5 }),
      ['value.unknownChoice', at('quality', 'reliability'), { value: '0', choices }],
      ['value.unknownChoice', at('quality', 'geographical'), { value: '6', choices }],
      ['value.unknownChoice', at('quality', 'technological'), { value: '2.5', choices }],
      ['value.outOfDomain', at('uncertaintyPercent'), { value: -5, min: 0 }],
    );
  });
});

describe('a period', () => {
  const during = (start: string, end: string) => withExchange({ ...electricity, period: { start, end } });
  const study = { studyStart: '2024-01-01', studyEnd: '2024-12-31' };

  it('is made of days that exist, in their order', () => {
    expectFindings(
      during('2023-02-29', 'soon'),
      ['period.invalid', at('period', 'start'), { day: '2023-02-29' }],
      ['period.invalid', at('period', 'end'), { day: 'soon' }],
    );
    expectFindings(during('2024-06-02', '2024-06-01'), [
      'period.reversed',
      at('period'),
      { start: '2024-06-02', end: '2024-06-01' },
    ]);
    expectFindings({ ...sound, period: { start: '2024-06-02', end: '2024-06-01' } }, [
      'period.reversed',
      ['period'],
      { start: '2024-06-02', end: '2024-06-01' },
    ]);
  });

  it('lies in the study, or says so', () => {
    expect(found(during('2024-01-01', '2024-12-31'))).toEqual([]);
    expect(found(during('2023-12-31', '2025-01-01'))).toEqual([]);
    for (const [start, end] of [
      ['2023-01-01', '2023-12-31'],
      ['2025-01-01', '2025-01-01'],
    ] as const) {
      expectFindings(during(start, end), ['period.outside', at('period'), { start, end, ...study }]);
    }
    for (const [start, end] of [
      ['2023-06-01', '2024-01-01'],
      ['2024-12-31', '2025-06-01'],
      ['2024-05-05', '2024-05-05'],
    ] as const) {
      const result = checkProductSystem(during(start, end));
      expect(result).toEqual({
        ok: true,
        value: expect.anything(),
        findings: [
          {
            code: 'period.partial',
            severity: 'warning',
            path: at('period'),
            values: { start, end, ...study },
          },
        ],
      });
    }
    expect(found({ ...during('2020-01-01', '2020-12-31'), period: null })).toEqual([]);
  });

  it('is kept with the line: of the exchange, else of its process, else of the study', () => {
    const kept = (draft: ProductSystemDraft) => {
      const result = checkProductSystem(draft);
      return result.ok && result.value.lines[0]?.period;
    };
    const [own, process] = [
      { start: '2024-02-01', end: '2024-02-29' },
      { start: '2024-03-01', end: '2024-03-31' },
    ];
    const ofProcess = (draft: ProductSystemDraft) => ({
      ...draft,
      processes: draft.processes.map((one) => ({ ...one, period: process })),
    });
    expect(kept(ofProcess(during(own.start, own.end)))).toEqual(own);
    expect(kept(ofProcess(withExchange(electricity)))).toEqual(process);
    expect(kept(withExchange(electricity))).toEqual({ start: study.studyStart, end: study.studyEnd });
    expect(kept({ ...withExchange(electricity), period: null })).toBeNull();
  });

  it('is not measured against a study period that is wrong itself', () => {
    expectFindings(
      { ...during('2020-01-01', '2020-12-31'), period: { start: '2024-13-01', end: '2024-12-31' } },
      ['period.invalid', ['period', 'start'], { day: '2024-13-01' }],
    );
  });

  it('of a process counts too', () => {
    const period = { start: '2020-01-01', end: '2020-12-31' };
    expectFindings({ ...sound, processes: press({ period }) }, [
      'period.outside',
      ['processes', 0, 'period'],
      { ...period, ...study },
    ]);
  });
});

describe('a stage', () => {
  const distribution = { stage: 'distribution', business: 'B2B' };

  it('holds processes only inside the boundary', () => {
    expectFindings({ ...sound, processes: press({ stage: 'distribution' }) }, [
      'process.outsideBoundary',
      ['processes', 0, 'stage'],
      distribution,
    ]);
    expectFindings(
      { ...sound, processes: [sound.processes[0] as Process, sealedProcess('resin', {}, { stage: 'use' })] },
      ['process.outsideBoundary', ['processes', 1, 'stage'], { stage: 'use', business: 'B2B' }],
    );
    expectFindings(withExchange({ ...electricity, stage: 'distribution' }), [
      'process.outsideBoundary',
      at('stage'),
      distribution,
    ]);
    const grave = { productKind: 'goods', business: 'B2C' } as const;
    expect(found({ ...sound, processes: press({ stage: 'distribution' }), boundary: grave })).toEqual([]);
  });

  it('is one goods or services have', () => {
    expectFindings({ ...sound, processes: press({ stage: 'service' }) }, [
      'stage.illegal',
      ['processes', 0, 'stage'],
      { stage: 'service', productKind: 'goods' },
    ]);
    const boundary = { productKind: 'service', business: 'B2B' } as const;
    expectFindings({ ...sound, boundary }, [
      'stage.illegal',
      ['processes', 0, 'stage'],
      { stage: 'manufacturing', productKind: 'service' },
    ]);
    expectFindings({ ...sound, processes: press({ stage: 'dreaming' as never }) }, [
      'value.unknownChoice',
      ['processes', 0, 'stage'],
      {
        value: 'dreaming',
        choices: 'rawMaterial, manufacturing, service, distribution, use, endOfLife',
      },
    ]);
  });
});

describe('a process', () => {
  it('exists for one of its products', () => {
    const path = ['processes', 0, 'quantitativeReference'];
    expectFindings({ ...sound, processes: press({ quantitativeReference: null }) }, [
      'process.referenceMissing',
      path,
    ]);
    expectFindings({ ...sound, processes: press({ quantitativeReference: 'lid' }) }, [
      'process.referenceUnknown',
      path,
      { exchange: 'lid' },
    ]);
    expectFindings({ ...sound, processes: press({ quantitativeReference: 'resin' }) }, [
      'process.referenceNotProduct',
      path,
      { exchange: 'resin' },
    ]);
  });

  it('makes a product once', () => {
    const second = { ...cup, id: 'second cup' };
    const burdenFree = 'none';
    const exchanges = [cup, second, { ...input('resin', 1, 'kg'), burdenFree, appliesTo: ['cup'] }];
    expectFindings({ ...sound, links: [], processes: press({ exchanges }) }, [
      'process.duplicateProduct',
      ['processes', 0, 'exchanges', 1, 'flow'],
      { flow: 'cup' },
    ]);
  });

  it('is led to through others, and by one of its products alone', () => {
    const mill = unitProcess('mill', [output('bran', 1, 'kg'), output('flour', 1, 'kg')]);
    const oven = unitProcess('oven', [output('bread', 1, 'kg'), input('flour', 1, 'kg')]);
    const shop = unitProcess('shop', [output('sandwich', 1, 'kg'), input('bread', 1, 'kg')]);
    const links = [link('shop', 'bread', 'oven'), link('oven', 'flour', 'mill')];
    expect(found(draft([shop, oven, mill], links))).toEqual([]);
  });

  it('that nothing leads to is a warning', () => {
    const result = checkProductSystem({
      ...sound,
      processes: [...sound.processes, sealedProcess('glue')],
      flows: [...sound.flows, flow('glue')],
    });
    expect(result).toMatchObject({
      ok: true,
      findings: [
        {
          code: 'process.disconnected',
          severity: 'warning',
          path: ['processes', 2],
          values: { process: 'glue' },
        },
      ],
    });
  });
});

describe('a link', () => {
  const linked = (more: object) => ({ ...sound, links: [{ ...link('press', 'resin', 'resin'), ...more }] });
  const unlinked: Expected = [
    'exchange.unlinked',
    ['processes', 0, 'exchanges', 2],
    { exchange: 'resin', flow: 'resin' },
  ];

  it('leads from a provider to an exchange', () => {
    expectFindings(linked({ provider: 'nobody' }), [
      'link.providerUnknown',
      ['links', 0, 'provider'],
      { provider: 'nobody' },
    ]);
    expectFindings(
      linked({ process: 'nobody' }),
      ['link.processUnknown', ['links', 0, 'process'], { process: 'nobody' }],
      unlinked,
    );
    expectFindings(
      linked({ exchange: 'nothing' }),
      ['link.exchangeUnknown', ['links', 0, 'exchange'], { process: 'press', exchange: 'nothing' }],
      unlinked,
    );
    expectFindings(
      linked({ process: 'resin' }),
      ['link.exchangeUnknown', ['links', 0, 'exchange'], { process: 'resin', exchange: 'resin' }],
      unlinked,
    );
  });

  it('carries the flow that both ends mean', () => {
    expectFindings(
      linked({ flow: 'cup' }),
      ['link.flowNotProvided', ['links', 0, 'flow'], { provider: 'resin', flow: 'cup' }],
      ['link.flowMismatch', ['links', 0, 'flow'], { flow: 'cup', exchangeFlow: 'resin' }],
    );
  });

  it('needs units that fit', () => {
    const exchanges = [cup, electricity, { ...resin, unit: 'kWh' }];
    const path = ['processes', 0, 'exchanges', 2, 'unit'];
    expectFindings({ ...sound, processes: press({ exchanges }) }, [
      'unit.incompatible',
      path,
      { from: 'kWh', to: 'kg' },
    ]);
    const volume = { ...sound, processes: press({ exchanges: [cup, electricity, { ...resin, unit: 'L' }] }) };
    expectFindings(volume, ['unit.densityRequired', ['flows', 2, 'densityKgPerL'], { value: null }]);
    const flows = [flow('cup'), flow('electricity'), flow('resin', { densityKgPerL: 1.1 })];
    const result = checkProductSystem({ ...volume, flows });
    expect(result.ok && [...result.value.matrix.amount]).toEqual([(11 * 1.1) / 10]);
    expectFindings(
      { ...volume, flows: [flow('cup'), flow('electricity'), flow('resin', { densityKgPerL: 0 })] },
      ['unit.densityInvalid', ['flows', 2, 'densityKgPerL'], { value: '0' }],
    );
  });

  it('is where the unit of what is provided cannot be told', () => {
    const water = sealedProcess('resin', { declaredUnitOfMeasurement: 'du' });
    expectFindings({ ...sound, processes: [sound.processes[0] as Process, water] }, [
      'unit.mediumRequired',
      ['links', 0],
      { unit: 'du' },
    ]);
  });

  it('leads to its own process as well', () => {
    const own = { ...sound, links: [...sound.links, link('press', 'cup back', 'press', 'cup')] };
    const back = input('cup back', 1, 'kg', { flow: 'cup' });
    const result = checkProductSystem({
      ...own,
      processes: press({ exchanges: [cup, electricity, resin, back] }),
    });
    expect(result.ok && [...result.value.matrix.column]).toEqual([0, 1]);
    expect(result.ok && [...result.value.matrix.amount]).toEqual([0.1, 1.1]);
  });
});

describe('a factor', () => {
  const withFactor = (more: object) =>
    withExchange({ ...electricity, factor: { ...factor(0.5, 'kgCO2e/kWh'), ...more } });

  it('has a value and a unit', () => {
    expectFindings(
      withFactor({ value: null, unit: null }),
      ['value.absent', at('factor', 'value')],
      ['unit.missing', at('factor', 'unit')],
    );
    expectFindings(
      withFactor({ value: Number.NaN, unit: 'kWh' }),
      ['value.notNumeric', at('factor', 'value'), { value: 'NaN' }],
      ['factor.unitMalformed', at('factor', 'unit'), { unit: 'kWh' }],
    );
    expectFindings(withFactor({ unit: 'kgCO2e/' }), [
      'factor.unitMalformed',
      at('factor', 'unit'),
      { unit: 'kgCO2e/' },
    ]);
    expectFindings(withFactor({ unit: 'kgCO2e/horse' }), [
      'unit.unknown',
      at('factor', 'unit'),
      { unit: 'horse' },
    ]);
    expectFindings(withFactor({ unit: 'kgCO2e/kg' }), [
      'unit.incompatible',
      at('unit'),
      { from: 'kWh', to: 'kg' },
    ]);
    // 度 of what?
    expectFindings(withFactor({ unit: 'kgCO2e/du' }), [
      'unit.mediumRequired',
      at('factor', 'unit'),
      { unit: 'du' },
    ]);
  });

  it('has components that add up to it', () => {
    const components = { fossil: 0.4, biogenicEmission: 0.2, biogenicRemoval: -0.1, dLuc: 0, aircraft: 0.1 };
    const path = at('factor', 'components');
    expect(found(withFactor({ components }))).toEqual([]);
    const sum = 0.4 + 0.2 + -0.1;
    expectFindings(withFactor({ value: 0.6, components }), [
      'factor.componentsDoNotAdd',
      path,
      { value: 0.6, total: sum },
    ]);
    expectFindings(withFactor({ components: { ...components, dLuc: Number.NaN } }), [
      'value.notNumeric',
      [...path, 'dLuc'],
      { value: 'NaN' },
    ]);
    expectFindings(withFactor({ value: 0.7, components: { ...components, biogenicRemoval: 0.1 } }), [
      'factor.removalPositive',
      [...path, 'biogenicRemoval'],
      { value: 0.1 },
    ]);
    expectFindings(withFactor({ components: { ...components, aircraft: 0.41 } }), [
      'factor.aircraftAboveFossil',
      [...path, 'aircraft'],
      { aircraft: 0.41, fossil: 0.4 },
    ]);
  });

  it('holds what a footprint needs', () => {
    expectFindings(withFactor({ boundary: 'grid' }), [
      'factor.gridFactor',
      at('factor', 'boundary'),
      { factor: 'factor-kgCO2e/kWh' },
    ]);
    expectFindings(withFactor({ boundary: 'cradleToGrave' }), [
      'factor.boundaryMismatch',
      at('factor', 'boundary'),
      { factor: 'factor-kgCO2e/kWh', boundary: 'cradleToGrave' },
    ]);
    const used = withFactor({ boundary: 'cradleToGrave' });
    const boundary = { productKind: 'goods', business: 'B2C' } as const;
    const early = used.processes.map((process) => ({ ...process, stage: 'rawMaterial' as const }));
    expect(found({ ...used, processes: early }).map(([code]) => code)).toEqual(['factor.boundaryMismatch']);
    const service = used.processes.map((process) => ({ ...process, stage: 'service' as const }));
    const kind = { productKind: 'service', business: 'B2B' } as const;
    expect(found({ ...used, processes: service, boundary: kind }).map(([code]) => code)).toEqual([
      'factor.boundaryMismatch',
    ]);
    expect(
      found({
        ...used,
        boundary,
        processes: [{ ...(used.processes[0] as UnitProcess), stage: 'use' }, sealedProcess('resin')],
      }),
    ).toEqual([]);
  });

  it('says what is known about its quality', () => {
    expectFindings(
      withFactor({
        uncertaintyPercent: Number.NaN,
        quality: { reliability: 1, completeness: 1, temporal: 1, geographical: 1, technological: 9 },
      }),
      [
        'value.unknownChoice',
        at('factor', 'quality', 'technological'),
        { value: '9', choices: '1, 2, 3, 4, 5' },
      ],
      ['value.notNumeric', at('factor', 'uncertaintyPercent'), { value: 'NaN' }],
    );
  });

  it('stays in the range of numbers', () => {
    expectFindings(withFactor({ value: 1e307, unit: 'tCO2e/kWh' }), [
      'value.tooLarge',
      at('factor', 'value'),
    ]);
    expectFindings(withExchange({ ...electricity, amount: 1e300, factor: factor(1e300, 'kgCO2e/kWh') }), [
      'value.tooLarge',
      at(),
    ]);
    expectFindings(
      {
        ...withExchange({ ...electricity, amount: 1e300 }),
        processes: press({
          exchanges: [{ ...cup, amount: 1e-300 }, { ...electricity, amount: 1e300 }, resin],
        }),
      },
      ['value.tooLarge', at()],
    );
  });
});

describe('a sealed footprint', () => {
  const sealed = (more: object, study: object = {}) => ({
    ...sound,
    ...study,
    processes: [sound.processes[0] as Process, sealedProcess('resin', more)],
  });
  const path = ['processes', 1, 'footprint'];

  it('says what it is for and how much', () => {
    expectFindings(
      sealed({
        declaredUnitAmount: 0,
        declaredUnitOfMeasurement: 'x',
        components: { fossil: Number.NaN, biogenicEmission: 0, biogenicRemoval: 0, dLuc: 0, aircraft: 0 },
      }),
      ['value.outOfDomain', [...path, 'declaredUnitAmount'], { value: 0, above: 0 }],
      ['unit.unknown', [...path, 'declaredUnitOfMeasurement'], { unit: 'x' }],
      ['value.notNumeric', [...path, 'components', 'fossil'], { value: 'NaN' }],
    );
    expectFindings(
      sealed({
        primaryDataSharePercent: 101,
        quality: { reliability: 9, completeness: 1, temporal: 1, geographical: 1, technological: 1 },
        period: { start: '2024-01-02', end: '2024-01-01' },
      }),
      ['period.reversed', [...path, 'period'], { start: '2024-01-02', end: '2024-01-01' }],
      ['value.unknownChoice', [...path, 'quality', 'reliability'], { value: '9', choices: '1, 2, 3, 4, 5' }],
      ['value.outOfDomain', [...path, 'primaryDataSharePercent'], { value: 101, min: 0, max: 100 }],
    );
    const period = { start: '2024-01-01', end: '2024-12-31' };
    const result = checkProductSystem(sealed({ primaryDataSharePercent: null, period, gwpSet: 'AR6' }));
    expect(result.ok && result.value.lines[1]).toMatchObject({
      primaryShare: 0,
      dataType: 'secondary',
      period,
      study: {
        studyId: 'resin-study',
        version: '1',
        business: 'B2B',
        primaryDataSharePercent: null,
        gwpSet: 'AR6',
      },
    });
    expect(result.ok && result.value.lines[0]?.study).toBeNull();
  });

  it('delivers a flow of the drawing', () => {
    expectFindings(
      sealed({ flow: 'ether' }),
      ['link.flowNotProvided', ['links', 0, 'flow'], { provider: 'resin', flow: 'resin' }],
      ['exchange.flowUnknown', [...path, 'flow'], { flow: 'ether' }],
    );
  });

  it('comes from another study and ends at the gate', () => {
    expectFindings(sealed({}, { studyId: 'resin-study' }), [
      'sealed.sameStudy',
      [...path, 'studyId'],
      { studyId: 'resin-study' },
    ]);
    expect(found(sealed({}, { studyId: 'cup-study' }))).toEqual([]);
    for (const [stage, productKind] of [
      ['rawMaterial', 'goods'],
      ['manufacturing', 'goods'],
      ['service', 'service'],
    ] as const) {
      const grave = sealedProcess('resin', { business: 'B2C' }, { stage });
      const washed = press(productKind === 'service' ? { stage: 'service' } : {}).slice(0, 1);
      expectFindings(
        { ...sound, boundary: { productKind, business: 'B2B' }, processes: [...washed, grave] },
        ['sealed.boundaryMismatch', [...path, 'business'], { business: 'B2C' }],
      );
    }
    const boundary = { productKind: 'goods', business: 'B2C' } as const;
    const downstream = sealedProcess('resin', { business: 'B2C' }, { stage: 'endOfLife' });
    expect(found({ ...sound, boundary, processes: [sound.processes[0] as Process, downstream] })).toEqual([]);
  });
});

describe('a loop', () => {
  const loop = (gain: number) =>
    draft(
      [
        unitProcess('a', [output('x', 1, 'kg'), input('y', gain, 'kg')]),
        unitProcess('b', [output('y', 1, 'kg'), input('x', 1, 'kg')]),
      ],
      [link('a', 'y', 'b'), link('b', 'x', 'a')],
    );

  it('that feeds itself without end is found with its processes', () => {
    expect(found(loop(0.99))).toEqual([]);
    for (const gain of [1, 1.5]) {
      expectFindings(loop(gain), [
        'solver.loopWithoutFiniteAnswer',
        ['processes', 0],
        { size: 2, processes: 'a, b' },
      ]);
    }
    const ids = Array.from({ length: 21 }, (_, index) => String.fromCharCode(97 + index));
    const ring = draft(
      ids.map((id, index) => unitProcess(id, [output(id, 1, 'kg'), input(ids[(index + 1) % 21]!, 1, 'kg')])),
      ids.map((id, index) => link(id, ids[(index + 1) % 21]!, ids[(index + 1) % 21]!)),
    );
    expect(checkProductSystem(ring).findings[0]?.values).toEqual({
      size: 21,
      processes: ids.slice(0, 20).join(', '),
    });
    const reversed = loop(2);
    expectFindings({ ...reversed, processes: [...reversed.processes].reverse() }, [
      'solver.loopWithoutFiniteAnswer',
      ['processes', 1],
      { size: 2, processes: 'a, b' },
    ]);
  });
});
