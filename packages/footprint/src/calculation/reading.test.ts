import { describe, expect, it } from 'vitest';
import { checkProductSystem } from '../check/check-product-system.ts';
import { noEmissions } from '../model/footprint-components.ts';
import type { SealedProcess, UnitProcess } from '../model/process.ts';
import type { ProductSystemDraft } from '../model/product-system.ts';
import { draft, factor, flow, input, link, output, sealedProcess, unitProcess } from '../test-drafts.ts';
import { calculateFootprint } from './calculate-footprint.ts';
import { canonicalInputs } from './canonical-inputs.ts';
import { type CascadeStudy, cascadeOrder } from './cascade.ts';
import { contributionTree } from './contribution-tree.ts';
import { hotSpots } from './hot-spots.ts';
import { priorityQueue } from './priority-queue.ts';
import { sealFootprint } from './seal-footprint.ts';
import { percentOf, sumOf } from './sums.ts';

const chair = draft(
  [
    unitProcess('assembly', [
      output('chair', 1, 'kg'),
      input('seat', 2, 'kg'),
      input('leg', 4, 'kg'),
      input('power', 10, 'kWh', { factor: factor(1, 'kgCO2e/kWh') }),
    ]),
    unitProcess('seats', [output('seat', 1, 'kg'), input('foam', 3, 'kg')]),
    sealedProcess('leg'),
    sealedProcess('foam', {
      components: { fossil: 10, biogenicEmission: 0, biogenicRemoval: 0, dLuc: 0, aircraft: 0 },
    }),
  ],
  [link('assembly', 'seat', 'seats'), link('assembly', 'leg', 'leg'), link('seats', 'foam', 'foam')],
);
const systemOf = (drawing: ProductSystemDraft) => {
  const system = checkProductSystem(drawing);
  if (!system.ok) throw new Error(JSON.stringify(system.findings));
  return system.value;
};
const footprintOf = (drawing: ProductSystemDraft) => {
  const footprint = calculateFootprint(systemOf(drawing));
  if (!footprint.ok) throw new Error(JSON.stringify(footprint.findings));
  return footprint.value;
};

describe('contributionTree', () => {
  it('opens the largest branches first', () => {
    // chair 78 = power 10 + seats 2 × 30 + legs 4 × 2
    const tree = contributionTree(systemOf(chair));
    expect(tree).toMatchObject({
      ok: true,
      value: {
        process: 'assembly',
        flow: 'chair',
        amount: 1,
        unit: 'kg',
        total: 78,
        sharePercent: 100,
        direct: 10,
        rest: 0,
        children: [
          {
            process: 'seats',
            amount: 2,
            total: 60,
            direct: 0,
            rest: 0,
            children: [{ process: 'foam', amount: 6, total: 60, direct: 60, children: [], rest: 0 }],
          },
          { process: 'leg', total: 8, direct: 8 },
        ],
      },
    });
  });

  it('keeps what it does not open as rest', () => {
    expect(contributionTree(systemOf(chair), { thresholdPercent: 11 })).toMatchObject({
      value: { children: [{ process: 'seats', children: [{ process: 'foam' }] }], rest: 8 },
    });
    expect(contributionTree(systemOf(chair), { maxNodes: 1 })).toMatchObject({
      value: { children: [], rest: 68 },
    });
    expect(contributionTree(systemOf(chair), { maxNodes: 2 })).toMatchObject({
      value: { children: [{ process: 'seats', children: [], rest: 60 }], rest: 8 },
    });
  });

  it('shows a branch that reaches the threshold exactly, and none without emissions', () => {
    const [assembly, seats, ...sealed] = chair.processes as [UnitProcess, UnitProcess, SealedProcess];
    // 80 = power 12 + seats 60 + legs 8
    const exchanges = [
      ...assembly.exchanges.map((one) => (one.id === 'power' ? { ...one, amount: 12 } : one)),
      input('water', 1, 'kg'),
    ];
    const drawing = {
      ...chair,
      flows: [...chair.flows, flow('water')],
      processes: [
        { ...assembly, exchanges },
        seats,
        ...sealed,
        sealedProcess('water', { components: noEmissions }),
      ],
      links: [...chair.links, link('assembly', 'water', 'water')],
    };
    const shown = (thresholdPercent: number) => {
      const tree = contributionTree(systemOf(drawing), { thresholdPercent });
      return tree.ok && [tree.value.children.map(({ process }) => process), tree.value.rest];
    };
    expect(shown(10)).toEqual([['seats', 'leg'], 0]);
    expect(shown(0)).toEqual([['seats', 'leg'], 0]);
    expect(shown(10.1)).toEqual([['seats'], 8]);
  });

  it('has no rest of rounding where all is shown, and shares of what is asked for', () => {
    // 0.1 + 0.2 is not 0.3 in doubles.
    const leg = sealedProcess('leg', { components: { ...noEmissions, fossil: 0.2 } });
    const power = input('power', 0.1, 'kWh', { factor: factor(1, 'kgCO2e/kWh') });
    const assembly = unitProcess('assembly', [output('chair', 1, 'kg'), input('leg', 1, 'kg'), power]);
    const pair = { process: 'assembly', flow: 'chair', amount: 2, unit: 'kg' };
    const drawing = draft([assembly, leg], [link('assembly', 'leg', 'leg')]);
    expect(contributionTree(systemOf(drawing))).toMatchObject({ value: { rest: 0 } });
    expect(contributionTree(systemOf({ ...drawing, referenceFlow: pair }))).toMatchObject({
      value: { total: 2 * (0.1 + 0.2), sharePercent: 100, children: [{ amount: 2 }] },
    });
  });

  it('refuses what leaves the range of numbers', () => {
    const power = input('power', 1e200, 'kWh', { factor: factor(1, 'kgCO2e/kWh') });
    const drawing = draft([unitProcess('assembly', [output('chair', 1, 'kg'), power])]);
    const asked = { process: 'assembly', flow: 'chair', amount: 1e200, unit: 'kg' };
    expect(contributionTree(systemOf({ ...drawing, referenceFlow: asked }))).toMatchObject({
      ok: false,
      findings: [{ code: 'value.tooLarge', path: ['total'] }],
    });
  });

  it('refuses a cut that is none', () => {
    expect(contributionTree(systemOf(chair), { thresholdPercent: -1, maxNodes: 0 })).toMatchObject({
      ok: false,
      findings: [
        { code: 'value.outOfDomain', path: ['thresholdPercent'] },
        { code: 'value.outOfDomain', path: ['maxNodes'] },
      ],
    });
  });
});

describe('hotSpots', () => {
  it('are the fewest lines that make most of it', () => {
    const names = (percent?: number) => hotSpots(footprintOf(chair), percent).map(({ process }) => process);
    expect(names(70)).toEqual(['foam']);
    expect(names()).toEqual(['foam', 'assembly']);
    expect(names(100)).toEqual(['foam', 'assembly', 'leg']);
    expect(hotSpots({ contributions: [] })).toEqual([]);
  });
});

describe('sealFootprint', () => {
  it('shows the result and nothing of its lines', () => {
    expect(sealFootprint(footprintOf(chair), { studyId: 's', version: '3', flow: 'seat' })).toEqual({
      studyId: 's',
      version: '3',
      flow: 'seat',
      declaredUnitAmount: 1,
      declaredUnitOfMeasurement: 'kg',
      components: { fossil: 78, biogenicEmission: 0, biogenicRemoval: 0, dLuc: 0, aircraft: 0 },
      business: 'B2B',
      primaryDataSharePercent: expect.closeTo(((60 + 8) * 0.4 * 100) / 78, 10),
    });
  });
});

describe('canonicalInputs', () => {
  it('tells every change', () => {
    const text = canonicalInputs({ draft: chair });
    const [assembly, ...others] = chair.processes;
    expect(canonicalInputs({ draft: { ...chair, processes: [...others, assembly!] } })).toBe(text);
    expect(canonicalInputs({ draft: { ...chair, period: null } })).not.toBe(text);
    expect(canonicalInputs({ draft: { ...chair, studyId: undefined } as never })).toBe(text);
    expect(text.startsWith('{"boundary":{"business":"B2B","productKind":"goods"},"flows":[{')).toBe(true);
    expect(JSON.parse(text).links).toHaveLength(3);
  });
});

describe('cascadeOrder', () => {
  const study = (id: string, ...usesStudies: string[]) => ({ id, usesStudies });

  it('puts each study after those it uses', () => {
    const studies = [study('car', 'door', 'wheel'), study('wheel', 'tyre'), study('tyre'), study('door')];
    expect(cascadeOrder(studies)).toMatchObject({ ok: true, value: ['door', 'tyre', 'wheel', 'car'] });
    expect(cascadeOrder([])).toMatchObject({ ok: true, value: [] });
  });

  it('names a circle in full', () => {
    const studies = [study('z', 'a'), study('a', 'b', 'ore'), study('b', 'c'), study('c', 'a'), study('ore')];
    expect(cascadeOrder(studies)).toEqual({
      ok: false,
      findings: [
        {
          code: 'cascade.cycle',
          severity: 'error',
          path: ['studies', 1, 'usesStudies'],
          values: { studies: 'a → b → c → a' },
        },
      ],
    });
    expect(cascadeOrder([study('a', 'a')])).toMatchObject({ findings: [{ values: { studies: 'a → a' } }] });
  });

  it('names of several circles the first by name, without the way to it', () => {
    const circle = (...studies: CascadeStudy[]) => cascadeOrder(studies).findings[0]?.values.studies;
    expect(circle(study('x', 'y'), study('y', 'x'), study('a', 'b'), study('b', 'a'))).toBe('a → b → a');
    expect(circle(study('a', 'b'), study('b', 'c'), study('c', 'b'))).toBe('b → c → b');
    expect(circle(study('a', 'c', 'b'), study('b', 'a'), study('c', 'a'))).toBe('a → b → a');
  });

  it('refuses studies that are not there or there twice', () => {
    expect(cascadeOrder([study('a', 'b'), study('a')])).toMatchObject({
      ok: false,
      findings: [
        { code: 'id.duplicate', path: ['studies', 1, 'id'], values: { id: 'a' } },
        { code: 'cascade.studyUnknown', path: ['studies', 0, 'usesStudies', 0], values: { study: 'b' } },
      ],
    });
  });
});

it('sums keep what a naive sum loses', () => {
  expect(sumOf([1, 1e100, 1, -1e100])).toBe(2);
  expect(sumOf([])).toBe(0);
  expect(sumOf([1e308, 1e308])).toBe(Number.POSITIVE_INFINITY);
  expect(percentOf(1, 4)).toBe(25);
  expect(percentOf(1, 0)).toBeNull();
});

it('a priority queue gives the highest first, of equals the earlier', () => {
  const queue = priorityQueue<string>((text) => text.length);
  for (const text of ['aa', 'b', 'ccc', 'dd', 'eee', 'f', 'gggg']) queue.push(text);
  const out: string[] = [];
  for (let next = queue.pop(); next; next = queue.pop()) out.push(next);
  expect(out).toEqual(['gggg', 'ccc', 'eee', 'aa', 'dd', 'b', 'f']);
});
