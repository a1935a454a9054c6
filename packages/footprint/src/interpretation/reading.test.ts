import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculateFootprint } from '../calculation/calculate-footprint.ts';
import { checkProductSystem } from '../check/check-product-system.ts';
import type { ProductSystemDraft } from '../model/product-system.ts';
import { footprintDataQuality, footprintPrimaryData, footprintSample } from './footprint-reading.ts';
import { footprintBand } from './line-uncertainty.ts';
import { nextSteps } from './next-steps.ts';
import { placeBalances } from './process-balance.ts';
import { coilDraft, factorOf, systemOf, withExchanges } from './rolling-mill.ts';
import { sensitivities } from './sensitivity.ts';
import { whatIf } from './what-if.ts';

/** Every number in a value, nested ones too. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (ArrayBuffer.isView(value) || typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

describe('a footprint, calculated and read', () => {
  const footprint = calculateFootprint(systemOf(coilDraft));
  if (!footprint.ok) throw new Error('refused');
  const { contributions } = footprint.value;

  it('has a sample, a primary-data verdict, a quality, a band around it and a next step', () => {
    expect(footprintSample(footprint.value)).toMatchObject({ value: { selected: ['smelterA'] } });
    expect(footprintPrimaryData(footprint.value)).toMatchObject({
      value: { requiredParties: ['own', 'smelterA'], satisfied: true },
    });
    expect(footprintDataQuality(footprint.value)).toMatchObject({
      value: { overall: expect.closeTo(5, 12), grade: 'insufficient' },
    });
    const band = footprintBand(contributions);
    if (!band.ok) throw new Error('refused');
    expect(band.value.low).toBeLessThan(9380);
    expect(band.value.high).toBeGreaterThan(9380);
    const steps = nextSteps(contributions);
    expect(steps.ok && steps.value[0]).toMatchObject({
      kind: 'improveFactor',
      lines: ['rolling/power'],
      name: 'electricity',
    });
  });

  it('asks a supplier for what it has not answered, and for nothing else', () => {
    const wire = {
      flow: 'scrap',
      amount: 100,
      unit: 'kg',
      supplier: 'smelterA',
      factor: factorOf('wire', 3),
    };
    const asked = (draft: ProductSystemDraft) => {
      const answer = calculateFootprint(systemOf(draft));
      const steps = answer.ok ? nextSteps(answer.value.contributions) : answer;
      if (!steps.ok) throw new Error('refused');
      return steps.value
        .filter(({ kind }) => kind === 'askSupplier')
        .map(({ supplier, lines }) => [supplier, lines]);
    };
    expect(asked(coilDraft)).toEqual([]);
    expect(asked(withExchanges({ wire }))).toEqual([['smelterA', ['rolling/wire']]]);
  });
});

describe('no reading gives NaN or Infinity', () => {
  const any = fc.double();
  const weird = fc
    .record({ ingot: any, power: any, grid: any, back: any, percent: any })
    .map(({ ingot, power, grid, back, percent }): ProductSystemDraft => {
      const factor = factorOf('grid', grid, 'kWh', { uncertaintyPercent: Math.abs(percent) });
      const draft = withExchanges({
        ingotA: { amount: Math.abs(ingot) },
        power: { amount: power, factor },
        back: { flow: 'coil', amount: Math.abs(back) },
      });
      const link = { id: 'r', provider: 'rolling', flow: 'coil', process: 'rolling', exchange: 'back' };
      return { ...draft, links: [...draft.links, link] };
    });

  it('whatever the numbers of the drawing', () => {
    fc.assert(
      fc.property(weird, (draft) => {
        const readings: unknown[] = [placeBalances(draft, 'mass'), placeBalances(draft, 'energy')];
        const system = checkProductSystem(draft);
        if (system.ok) {
          const footprint = calculateFootprint(system.value);
          if (footprint.ok) {
            const { contributions } = footprint.value;
            readings.push(footprintSample(footprint.value), footprintPrimaryData(footprint.value));
            readings.push(
              footprintDataQuality(footprint.value),
              footprintBand(contributions),
              nextSteps(contributions),
            );
          }
          const halved = { kind: 'amount', process: 'rolling', exchange: 'power', times: 0.5 } as const;
          const scenario = whatIf(system.value, [halved]);
          readings.push(sensitivities(system.value), scenario.ok && scenario.value.explanation);
        }
        expect(numbersIn(readings).filter((number) => !Number.isFinite(number))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
