import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actualUse } from './actual-use.ts';
import { balance, balanceQuestions } from './balance.ts';

describe('mass and energy balance (R11)', () => {
  it('closes within 10 % of the input, the limit included', () => {
    expect(balance([1000, 1000], [1800])).toEqual({
      ok: true,
      value: {
        inputTotal: 2000,
        outputTotal: 1800,
        errorPercent: 10,
        withinLimit: true,
        direction: 'inputExceedsOutput',
        questions: [],
      },
      findings: [],
    });
    expect(balance([2000], [1799.9])).toMatchObject({ value: { withinLimit: false } });
  });

  it('calls sums equal that differ by the rounding of doubles alone', () => {
    expect(balance([0.1, 0.2], [0.3])).toMatchObject({ value: { direction: 'equal', questions: [] } });
    expect(balance([0.3], [0.1, 0.2])).toMatchObject({ value: { direction: 'equal' } });
    expect(balance([1], [1 + 1e-8])).toMatchObject({ value: { direction: 'outputExceedsInput' } });
    expect(balance([1], [1 - 1e-8])).toMatchObject({ value: { direction: 'inputExceedsOutput' } });
  });

  it('asks every question once, the most telling first', () => {
    const questions = (inputs: number[], outputs: number[]) => {
      const result = balance(inputs, outputs);
      return result.ok ? result.value.questions : [];
    };
    expect(questions([100], [50])).toEqual([...balanceQuestions]);
    expect(questions([50], [100]).slice(0, 2)).toEqual([
      'calculatedFromComposition',
      'reusedMaterialAsSingleUse',
    ]);
    expect(questions([1000], [1])[0]).toBe('wrongUnit');
    expect(questions([1000], [2])[0]).toBe('wrongUnit');
    expect(questions([1000], [2.01])[0]).toBe('missedOrEnteredTwice');
    expect(questions([1000], [0])[0]).toBe('missedOrEnteredTwice');
    expect(questions([1], [1000]).slice(0, 2)).toEqual(['wrongUnit', 'calculatedFromComposition']);
    expect([...questions([1], [1000])].sort()).toEqual([...balanceQuestions].sort());
  });

  it('takes another limit', () => {
    expect(balance([100], [96], 3)).toMatchObject({ value: { withinLimit: false } });
    expect(balance([100], [96], 4)).toMatchObject({ value: { withinLimit: true } });
  });

  it('refuses what cannot be: each place named', () => {
    expect(balance([], [5])).toMatchObject({ findings: [{ code: 'balance.noInput', path: ['inputs'] }] });
    expect(balance([1, -2], [Number.NaN], -1)).toMatchObject({
      ok: false,
      findings: [
        { code: 'value.outOfDomain', path: ['inputs', 1] },
        { code: 'value.notNumeric', path: ['outputs', 0] },
        { code: 'value.outOfDomain', path: ['limitPercent'] },
      ],
    });
    expect(balance([1e308, 1e308], [1])).toMatchObject({ findings: [{ code: 'value.tooLarge' }] });
  });

  it('does not depend on the unit', () => {
    const amounts = fc.array(fc.double({ min: 0.001, max: 1e6, noNaN: true }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(amounts, amounts, (inputs, outputs) => {
        const inKg = balance(inputs, outputs);
        const doubled = balance(
          inputs.map((amount) => amount * 1024),
          outputs.map((amount) => amount * 1024),
        );
        if (!inKg.ok || !doubled.ok) throw new Error('refused');
        expect(doubled.value.errorPercent).toBe(inKg.value.errorPercent);
        expect(doubled.value.direction).toBe(inKg.value.direction);
      }),
    );
  });
});

describe('actual use (R12)', () => {
  it('is what was issued less what is left', () => {
    expect(actualUse(500, 120)).toEqual({ ok: true, value: 380, findings: [] });
    expect(actualUse(500, 500)).toMatchObject({ value: 0 });
  });

  it('refuses more left than issued, and negative amounts', () => {
    expect(actualUse(5, 6)).toEqual({
      ok: false,
      findings: [
        {
          code: 'actualUse.stockExceedsIssued',
          severity: 'error',
          path: ['remainingStock'],
          values: { issued: 5, remainingStock: 6 },
        },
      ],
    });
    expect(actualUse(-1, -2)).toMatchObject({
      findings: [
        { code: 'value.outOfDomain', path: ['issued'] },
        { code: 'value.outOfDomain', path: ['remainingStock'] },
      ],
    });
  });
});
