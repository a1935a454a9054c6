import { decide } from '@slipstream/state-machine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offsetCredits, offsetProjectMachine } from './offset-project.ts';

const now = '2022-03-08T02:00:00Z';

describe('credits', () => {
  it('are baseline less project less leakage, never negative, never more than the baseline', () => {
    const tonnes = fc.double({ min: 0, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(tonnes, tonnes, tonnes, (baselineTonnes, projectTonnes, leakageTonnes) => {
        const result = offsetCredits({ baselineTonnes, projectTonnes, leakageTonnes });
        if (!result.ok) return false;
        const { creditTonnes } = result.value;
        const left = baselineTonnes - projectTonnes - leakageTonnes;
        return creditTonnes <= baselineTonnes && creditTonnes === (left > 0 ? left : 0);
      }),
    );
  });
  it.each([
    [{ projectTonnes: -1 }, 'value.outOfDomain'],
    [{ leakageTonnes: Number.NaN }, 'value.notNumeric'],
    [{ baselineTonnes: null as never }, 'value.absent'],
  ])('%j is refused', (part, code) => {
    const result = offsetCredits({ baselineTonnes: 10, projectTonnes: 5, leakageTonnes: 0, ...part });
    expect(result.findings[0]).toMatchObject({ code, path: Object.keys(part) });
  });
});

describe('an offset project', () => {
  it('names its methodology, and issues only credits that exist', () => {
    const submit = (methodologyId: string | null) =>
      decide(
        offsetProjectMachine,
        'draft',
        { event: 'submit', actor: { role: 'owner', id: 'o' }, facts: { methodologyId } },
        now,
      ).ok;
    expect([submit('TMS-I.001'), submit(' '), submit(null)]).toEqual([true, false, false]);
    const issue = (creditTonnes: number | null) =>
      decide(
        offsetProjectMachine,
        'creditsVerified',
        { event: 'issue', actor: { role: 'registry', id: 'r' }, facts: { creditTonnes } },
        now,
      ).ok;
    expect([issue(12), issue(0), issue(null), issue(Number.NaN)]).toEqual([true, false, false, false]);
  });
});
