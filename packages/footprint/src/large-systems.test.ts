import { describe, expect, it } from 'vitest';
import { calculateFootprint } from './calculation/calculate-footprint.ts';
import { contributionTree } from './calculation/contribution-tree.ts';
import { checkProductSystem } from './check/check-product-system.ts';
import { intensities } from './solver/intensities.ts';
import { planSolve } from './solver/plan.ts';
import { scalingFactors } from './solver/scaling-factors.ts';
import { accepted } from './solver/test-system.ts';
import { chain, draft, input, output, unitProcess } from './test-drafts.ts';

// Larger than a call stack and a list of arguments bear. Apart, because mutation testing leaves what is slow out.

describe('large systems', { timeout: 60_000 }, () => {
  it('follow a chain of processes to any depth', () => {
    // `npm run bench -- depth` does the same with a million.
    const depth = 100_000;
    const system = accepted(checkProductSystem(chain(depth)));
    expect(calculateFootprint(system)).toMatchObject({ ok: true, value: { total: depth / 2 } });
    expect(contributionTree(system)).toMatchObject({
      value: { total: depth / 2, direct: 0.5, children: [{ direct: 0.5, children: [{ direct: 0.5 }] }] },
    });
  });

  it('have room for more findings than a call takes arguments', () => {
    const open = Array.from({ length: 150_000 }, (_, index) =>
      input(`part ${index}`, 1, 'kg', { flow: 'resin' }),
    );
    const drawing = draft([unitProcess('press', [output('cup', 10, 'kg'), ...open])]);
    expect(checkProductSystem(drawing).findings).toHaveLength(150_000);
  });

  it('solve a chain of a million processes', () => {
    const n = 1_000_000;
    const exchanges = {
      rowStart: new Int32Array(n + 1),
      column: new Int32Array(n - 1),
      amount: new Float64Array(n - 1),
    };
    for (let i = 0; i < n - 1; i++) {
      exchanges.column[i] = i + 1;
      exchanges.amount[i] = 1;
    }
    for (let i = 0; i <= n; i++) exchanges.rowStart[i] = Math.min(i, n - 1);
    const plan = planSolve({ n, ...exchanges });
    expect(accepted(intensities(plan, new Float64Array(n).fill(1)))[0]).toBe(n);
    expect(accepted(scalingFactors(plan, 0, 1))[n - 1]).toBe(1);
  });
});
