import type { ProductSystemDraft } from '@slipstream/footprint';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Answer } from './answer.ts';
import { branchesOf, foldedAtFirst, mostProcesses } from './branches.ts';
import { toDiagram } from './diagram.ts';

/** Processes `p0` (the product), `p1`, …; `takers[i]` is the index of what `p{i + 1}` goes into. Each causes its own kg. */
function drawing(takers: readonly number[], kg: readonly number[]) {
  const ids = Array.from({ length: takers.length + 1 }, (_, index) => `p${index}`);
  const inputsOf = (index: number) =>
    takers.flatMap((taker, at) => (taker === index ? [{ id: `in${at + 1}`, flow: `f${at + 1}` }] : []));
  const exchange = (id: string, flow: string, isInput: boolean) =>
    ({ id, flow, isInput, amount: 1, unit: 'pcs', dataType: 'primary' }) as const;
  const draft: ProductSystemDraft = {
    statedUnit: { kind: 'declaredUnit', description: '', amount: 1, unit: 'pcs' },
    referenceFlow: { process: 'p0', flow: 'f0', amount: 1, unit: 'pcs' },
    boundary: { productKind: 'goods', business: 'B2B' },
    period: { start: '2025-01-01', end: '2025-12-31' },
    flows: ids.map((_, index) => ({ id: `f${index}`, name: `F${index}`, flowType: 'product' })),
    processes: ids.map((id, index) => ({
      kind: 'unit',
      id,
      name: id,
      stage: 'manufacturing',
      quantitativeReference: 'out',
      exchanges: [
        exchange('out', `f${index}`, false),
        exchange('own', 'energy', true),
        ...inputsOf(index).map(({ id: input, flow }) => exchange(input, flow, true)),
      ],
    })),
    links: takers.map((taker, at) => ({
      id: `l${at + 1}`,
      provider: `p${at + 1}`,
      flow: `f${at + 1}`,
      process: `p${taker}`,
      exchange: `in${at + 1}`,
    })),
  };
  const byLine = new Map(ids.map((id, index) => [`${id} own`, kg[index] ?? 0]));
  const total = [...byLine.values()].reduce((sum, one) => sum + one, 0);
  const answer: Answer = { total, byLine, open: new Set(), findings: [], primary: new Set() };
  return { draft, answer };
}
const seen = ({ draft, answer }: ReturnType<typeof drawing>, folded: ReadonlySet<string>) =>
  toDiagram({ draft, answer, folded, positions: {}, supplierNames: {} });

it('folds nothing of a drawing that can be read', () => {
  const small = drawing(Array(mostProcesses - 1).fill(0), []);
  expect(foldedAtFirst(small.draft, small.answer)).toEqual(new Set());
  expect(branchesOf(small.draft, small.answer, new Set())).toEqual([]);
});

it('keeps what causes most and the way to it, and folds the rest where it goes in', () => {
  // p1 to p40 go into the product; p41 causes most and goes into p40, which causes nothing itself.
  const large = drawing(
    [...Array(40).fill(0), 40],
    [0, ...Array.from({ length: 39 }, (_, at) => at + 1), 0, 1000],
  );
  const folded = foldedAtFirst(large.draft, large.answer);
  expect([folded.has('p41'), folded.has('p40'), folded.has('p39'), folded.has('p1')]).toEqual([
    false,
    false,
    false,
    true,
  ]);
  expect(42 - folded.size).toBe(mostProcesses);
  const [branch, ...others] = branchesOf(large.draft, large.answer, folded);
  expect(others).toEqual([]);
  expect(branch).toMatchObject({ id: 'branch:p0', process: 'p0' });
  expect(branch?.next.slice(0, 2)).toEqual(['p18', 'p17']);
});

it('draws a process again whose taker is gone', () => {
  const { draft, answer } = drawing([0, 1], [1, 1, 1]);
  const folded = new Set(['p1', 'p2']);
  expect(branchesOf(draft, answer, folded).map(({ processes }) => processes.toSorted())).toEqual([
    ['p1', 'p2'],
  ]);
  const without = {
    ...draft,
    processes: draft.processes.filter(({ id }) => id !== 'p1'),
    links: [],
  };
  expect(branchesOf(without, answer, folded)).toEqual([]);
});

it('draws every process once, as a node or in a branch, and the nodes add to the total', () => {
  const takers = fc.integer({ min: 1, max: 80 }).chain((count) =>
    fc.record({
      takers: fc.tuple(...Array.from({ length: count }, (_, index) => fc.nat(index))),
      kg: fc.array(fc.double({ min: -50, max: 50, noNaN: true }), {
        minLength: count + 1,
        maxLength: count + 1,
      }),
      folded: fc.array(fc.nat(count), { maxLength: count }),
      loops: fc.array(fc.tuple(fc.nat(count), fc.nat(count)), { maxLength: 4 }),
    }),
  );
  fc.assert(
    fc.property(takers, ({ takers: into, kg, folded, loops }) => {
      const made = drawing(into, kg);
      const links = [
        ...made.draft.links,
        ...loops.map(([from, to], index) => ({
          id: `loop${index}`,
          provider: `p${from}`,
          flow: `f${from}`,
          process: `p${to}`,
          exchange: 'own',
        })),
      ];
      const { nodes, edges } = seen(
        { ...made, draft: { ...made.draft, links } },
        new Set(folded.map((index) => `p${index}`)),
      );
      const ids = nodes.flatMap((node) =>
        node.type === 'branch' ? node.data.branch.processes : node.type === 'process' ? [node.id] : [],
      );
      expect(ids.toSorted()).toEqual(made.draft.processes.map(({ id }) => id).toSorted());
      const sum = nodes.reduce((total, { data }) => total + (data.contribution?.kgCO2e ?? 0), 0);
      expect(sum).toBeCloseTo(made.answer.total ?? Number.NaN, 6);
      const drawn = new Set(nodes.map(({ id }) => id));
      for (const { source, target } of edges)
        expect([drawn.has(source), drawn.has(target)]).toEqual([true, true]);
    }),
  );
});
