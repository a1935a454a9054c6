import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProductSystem } from '../check/check-product-system.ts';
import type { ProductSystem, ProductSystemDraft } from '../model/product-system.ts';
import { draft, flow, input, link, output, sealedProcess, unitProcess } from '../test-drafts.ts';
import { calculateFootprint } from './calculate-footprint.ts';
import { canonicalInputs } from './canonical-inputs.ts';
import { contributionTree } from './contribution-tree.ts';
import type { ContributionNode } from './product-footprint.ts';
import {
  anySystem,
  denseIntensities,
  drawn,
  flowId,
  inputAmount,
  productsIn,
  type RandomProcess,
} from './random-systems.ts';
import { sealFootprint } from './seal-footprint.ts';

const checked = (drawing: ProductSystemDraft): ProductSystem => {
  const result = checkProductSystem(drawing);
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.value;
};
const footprintOf = (drawing: ProductSystemDraft) => {
  const result = calculateFootprint(checked(drawing));
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.value;
};
/** What a rounding error is measured against: emissions and removals by size. */
const sizeOf = (drawing: ProductSystemDraft) =>
  footprintOf(drawing).contributions.reduce((sum, line) => sum + Math.abs(line.emissions), 1e-300);
const expectNear = (actual: number, expected: number, size: number) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * size);
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

// Hundreds of systems per law: on a busy machine more than the usual five seconds.
const patient = { timeout: 60_000 };

describe('a footprint', patient, () => {
  it('agrees with plain elimination on thousands of random systems with loops', () => {
    fc.assert(
      fc.property(anySystem, fc.nat(), (system, choice) => {
        const everyProduct = productsIn(system);
        const at = choice % everyProduct.length;
        const { total, contributions } = footprintOf(drawn(system, everyProduct[at]));
        const size = sum(contributions.map((line) => Math.abs(line.emissions)));
        expectNear(total, denseIntensities(system)[at]!, 1 + size);
      }),
      { numRuns: 2000, endOnFailure: true },
    );
  });

  it('of twice as much is twice as much', () => {
    fc.assert(
      fc.property(anySystem, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (system, times) => {
        const drawing = drawn(system, undefined, times);
        expectNear(footprintOf(drawing).total, times * footprintOf(drawn(system)).total, sizeOf(drawing));
      }),
    );
  });

  it('does not depend on how long a process was watched', () => {
    fc.assert(
      fc.property(anySystem, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (system, times) => {
        const drawing = drawn(system);
        const longer = drawing.processes.map((process, at) =>
          process.kind === 'unit' && at % 2 === 0
            ? {
                ...process,
                exchanges: process.exchanges.map((one) => ({ ...one, amount: one.amount! * times })),
              }
            : process,
        );
        expectNear(
          footprintOf({ ...drawing, processes: longer }).total,
          footprintOf(drawing).total,
          sizeOf(drawing),
        );
      }),
    );
  });

  it('is linear in its factors', () => {
    const withFactors = (system: readonly RandomProcess[], next: (value: number) => number) =>
      drawn(
        system.map((process) => ({
          ...process,
          lines: process.lines.map((line) => ({ ...line, factor: next(line.factor) })),
        })),
      );
    fc.assert(
      fc.property(anySystem, fc.double({ min: -3, max: 3, noNaN: true }), (system, times) => {
        const one = withFactors(system, (value) => value);
        const other = withFactors(system, (value) => Math.sin(value));
        const both = withFactors(system, (value) => value + times * Math.sin(value));
        const size = sizeOf(one) + Math.abs(times) * sizeOf(other);
        expectNear(footprintOf(both).total, footprintOf(one).total + times * footprintOf(other).total, size);
      }),
    );
  });

  it('adds up to its total by line, stage, process and supplier, and component by component', () => {
    fc.assert(
      fc.property(anySystem, (system) => {
        const drawing = drawn(system);
        const footprint = footprintOf(drawing);
        const size = sizeOf(drawing);
        for (const parts of [
          footprint.contributions,
          footprint.byStage,
          footprint.byProcess,
          footprint.bySupplier,
        ]) {
          expectNear(sum(parts.map((part) => part.emissions)), footprint.total, size);
          expectNear(sum(parts.map((part) => part.components.fossil)), footprint.components.fossil, size);
          for (const part of parts) {
            const percent = footprint.total === 0 ? null : (part.emissions / footprint.total) * 100;
            expect(part.sharePercent).toBe(percent);
          }
        }
        for (const line of footprint.contributions) {
          expectNear(line.amount * line.perUnit.fossil, line.emissions, size);
        }
      }),
    );
  });

  it('is the same to the last digit in whatever order it was drawn', () => {
    fc.assert(
      fc.property(anySystem, fc.array(fc.nat(), { minLength: 7, maxLength: 7 }), (system, keys) => {
        const shuffled = <Entry>(entries: readonly Entry[]): Entry[] =>
          entries
            .map((entry, index) => ({ entry, key: ((index + 1) * 2654435761 + keys[index % 7]!) % 1013 }))
            .sort((a, b) => a.key - b.key)
            .map(({ entry }) => entry);
        const drawing = drawn(system);
        const other = {
          ...drawing,
          flows: shuffled(drawing.flows),
          links: shuffled(drawing.links),
          processes: shuffled(drawing.processes).map((process) =>
            process.kind === 'unit'
              ? {
                  ...process,
                  exchanges: shuffled(process.exchanges),
                  allocation: {
                    ...process.allocation!,
                    factors: shuffled(process.allocation!.factors),
                  },
                }
              : process,
          ),
        };
        expect(footprintOf(other)).toEqual(footprintOf(drawing));
        expect(canonicalInputs(checked(other))).toBe(canonicalInputs(checked(drawing)));
        expect(contributionTree(checked(other))).toEqual(contributionTree(checked(drawing)));
      }),
    );
  });

  it('is shared out whole: the products of a process carry all it takes in', () => {
    fc.assert(
      fc.property(anySystem, (system) => {
        const everyProduct = productsIn(system);
        const perKg = everyProduct.map((asked) => footprintOf(drawn(system, asked)).total);
        const sizes = sum(everyProduct.map((asked) => sizeOf(drawn(system, asked))));
        system.forEach((process, at) => {
          const carried = sum(
            process.products.map(({ made }, product) => {
              const index = everyProduct.findIndex((one) => one.process === at && one.product === product);
              return made * perKg[index]!;
            }),
          );
          const takenIn =
            sum(process.lines.map((line) => line.amount * line.factor)) +
            sum(
              process.inputs.map(
                ({ from, part }) => inputAmount(process, part) * perKg[from % perKg.length]!,
              ),
            );
          expectNear(carried, takenIn, 100 * sizes);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('is the same whether a supplier shows its lines or seals them', () => {
    fc.assert(
      fc.property(anySystem, fc.double({ min: 0.1, max: 9, noNaN: true }), (system, amount) => {
        const own = [output('chair', 2, 'kg'), input('seat', amount, 'kg', { flow: flowId(0, 0) })];
        const supplier = drawn(system, undefined, 3);
        const open = draft(
          [unitProcess('assembly', own), ...supplier.processes],
          [link('assembly', 'seat', 'process 0', flowId(0, 0)), ...supplier.links],
          { flows: [flow('chair'), ...supplier.flows] },
        );
        const result = footprintOf(supplier);
        const seal = sealFootprint(result, { studyId: 'seat', version: '2', flow: flowId(0, 0) });
        const nested = draft(
          [unitProcess('assembly', own), sealedProcess('seat', seal)],
          [link('assembly', 'seat', 'seat', flowId(0, 0))],
        );
        expectNear(footprintOf(nested).total, footprintOf(open).total, sizeOf(open));
        expectNear(footprintOf(nested).components.fossil, footprintOf(open).components.fossil, sizeOf(open));
      }),
    );
  });
});

describe('the contribution tree', patient, () => {
  const expectWhole = (root: ContributionNode, size: number): number => {
    let nodes = 0;
    const open = [root];
    for (let node = open.pop(); node; node = open.pop()) {
      nodes++;
      expectNear(node.direct + sum(node.children.map((child) => child.total)) + node.rest, node.total, size);
      open.push(...node.children);
    }
    return nodes;
  };

  it('adds up at every node, wherever it is cut', () => {
    fc.assert(
      fc.property(
        anySystem,
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.integer({ min: 1, max: 60 }),
        (system, thresholdPercent, maxNodes) => {
          const drawing = drawn(system, undefined, 2);
          const tree = contributionTree(checked(drawing), { thresholdPercent, maxNodes });
          if (!tree.ok) throw new Error(JSON.stringify(tree.findings));
          expectNear(tree.value.total, footprintOf(drawing).total, sizeOf(drawing));
          const size = sizeOf(drawing) + Math.abs(tree.value.total);
          expect(expectWhole(tree.value, 100 * size)).toBeLessThanOrEqual(maxNodes);
        },
      ),
    );
  });
});
