import { describe, expect, it } from 'vitest';
import { checkProductSystem } from '../check/check-product-system.ts';
import type { ProductSystemDraft } from '../model/product-system.ts';
import { draft, factor, input, link, output, sealedProcess, unitProcess } from '../test-drafts.ts';
import { calculateFootprint } from './calculate-footprint.ts';

const footprintOf = (drawn: ProductSystemDraft) => {
  const system = checkProductSystem(drawn);
  if (!system.ok) throw new Error(JSON.stringify(system.findings));
  const footprint = calculateFootprint(system.value);
  if (!footprint.ok) throw new Error(JSON.stringify(footprint.findings));
  return footprint.value;
};

describe('calculateFootprint', () => {
  it('adds activity × factor per unit of product', () => {
    const footprint = footprintOf(
      draft([
        unitProcess('press', [
          output('cup', 100, 'kg'),
          input('electricity', 50, 'kWh', { factor: factor(0.5, 'kgCO2e/kWh') }),
          input('resin', 110, 'kg', { factor: factor(2, 'kgCO2e/kg') }),
        ]),
      ]),
    );
    expect(footprint.total).toBeCloseTo(2.45, 12);
    expect(footprint.contributions).toMatchObject([
      { exchange: 'resin', enteredAmount: 1.1, unit: 'kg', emissions: 2.2 },
      { exchange: 'electricity', enteredAmount: 0.5, unit: 'kWh', emissions: 0.25 },
    ]);
  });

  it('follows links, a loop and a sealed footprint', () => {
    const footprint = footprintOf(
      draft(
        [
          unitProcess('cast', [output('coil', 1, 'kg'), input('ingot', 1.2, 'kg'), input('steel', 500, 'g')]),
          unitProcess('remelt', [
            output('ingot', 1, 'kg'),
            input('coil', 0.25, 'kg'),
            input('gas', 1, 'm3', { factor: factor(3, 'kgCO2e/m3') }),
          ]),
          sealedProcess('steel'),
        ],
        [link('cast', 'ingot', 'remelt'), link('remelt', 'coil', 'cast'), link('cast', 'steel', 'steel')],
      ),
    );
    // coil = 1.2 × ingot + 1, ingot = 0.25 × coil + 3  →  coil = 4.6 / 0.7
    expect(footprint.total).toBeCloseTo(4.6 / 0.7, 12);
  });
});
