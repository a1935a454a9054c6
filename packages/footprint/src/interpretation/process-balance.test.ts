import { describe, expect, it } from 'vitest';
import type { Process, UnitProcess } from '../model/process.ts';
import { placeBalances } from './process-balance.ts';
import { coilDraft, exchangeOf, factorOf, rolling, withExchanges, withProcess } from './rolling-mill.ts';

const found = (draft = coilDraft, kind: 'mass' | 'energy' = 'mass') =>
  placeBalances(draft, kind).map(({ id, scope, balance, unweighed }) => ({
    id,
    scope,
    in: balance.ok ? balance.value.inputTotal : balance.findings[0]?.code,
    out: balance.ok ? balance.value.outputTotal : null,
    unweighed,
  }));

describe('balances of places (R11)', () => {
  it('weighs what has mass, in kilograms, and leaves energy out', () => {
    // 800 + 250 + 40 kg in, 1,000 kg out.
    expect(found()).toEqual([{ id: 'rolling', scope: 'process', in: 1090, out: 1000, unweighed: [] }]);
    expect(found(withExchanges({ oil: { amount: 50, unit: 'L' } }))[0]).toMatchObject({ in: 1090 });
  });

  it('lists what it cannot weigh', () => {
    const draft = withExchanges({ ingotB: { amount: 3, unit: 'm3' }, ingotA: { amount: null } });
    expect(found(draft)[0]).toEqual({
      id: 'rolling',
      scope: 'process',
      in: 40,
      out: 1000,
      unweighed: ['rolling/ingotA', 'rolling/ingotB'],
    });
  });

  it('cannot tell what has no known unit, which is not nothing', () => {
    for (const unit of [null, '籮']) {
      const draft = withExchanges({ glue: { flow: 'oil', amount: 2, unit } });
      expect(found(draft)[0]?.unweighed).toEqual(['rolling/glue']);
      expect(found(draft, 'energy')[0]?.unweighed).toEqual([]);
    }
  });

  it('does not wait for the mass of a fuel, which leaves as flue gas', () => {
    const burnt = { flow: 'gas', amount: 90, unit: 'm3', factor: factorOf('gas', 2.1, 'm3') };
    expect(found(withExchanges({ burnt }))[0]?.unweighed).toEqual(['rolling/burnt']);
    for (const boundary of ['lifeCycle', 'combustion'] as const) {
      const fuel = { ...burnt, factor: { ...burnt.factor, boundary } };
      expect(found(withExchanges({ burnt: fuel }))[0]).toMatchObject({ in: 1090, out: 1000, unweighed: [] });
    }
  });

  it('leaves out what is avoided elsewhere, and does not weigh what has no amount', () => {
    const scrap = { flow: 'scrap', amount: 50, isInput: false, isAvoidedProduct: true };
    const draft = withExchanges({ scrap, ingotB: { amount: Number.POSITIVE_INFINITY } });
    expect(found(draft)[0]).toMatchObject({ in: 840, out: 1000, unweighed: ['rolling/ingotB'] });
  });

  it('balances energy in megajoules', () => {
    const heat = withExchanges({ heat: { flow: 'electricity', isInput: false, amount: 2000, unit: 'MJ' } });
    expect(found(heat, 'energy')).toEqual([
      { id: 'rolling', scope: 'process', in: 2160, out: 2000, unweighed: [] },
    ]);
    expect(found(coilDraft, 'energy')[0]).toMatchObject({ in: 2160, out: 0 });
  });

  it('counts what processes of a site hand to each other on neither side', () => {
    const site = 'Kaohsiung';
    const casting: UnitProcess = {
      kind: 'unit',
      id: 'casting',
      name: 'casting',
      stage: 'manufacturing',
      site,
      quantitativeReference: 'ingot',
      exchanges: [
        exchangeOf('ingot', 'ingot', 900, 'kg', { isInput: false }),
        exchangeOf('scrap', 'scrap', 1000, 'kg'),
      ],
    };
    const draft = withProcess(casting, withProcess({ ...rolling, site } as Process));
    const links = draft.links.map((link) => (link.id === 'a' ? { ...link, provider: 'casting' } : link));
    // In: scrap 1,000 + ingot B 250 + oil 40; out: coil 1,000 and the 100 kg ingot that rolling did not take.
    expect(found({ ...draft, links }).at(-1)).toEqual({
      id: site,
      scope: 'site',
      in: 1290,
      out: 1100,
      unweighed: [],
    });
    // Slag comes first and is no ingot; an ingot in pieces cannot be weighed against kilograms.
    const cast = (id: string, more: Partial<UnitProcess['exchanges'][number]>) =>
      withProcess(
        {
          ...casting,
          exchanges: [
            exchangeOf('slag', 'slag', 100, 'kg', { isInput: false }),
            ...casting.exchanges.map((one) => (one.id === id ? { ...one, ...more } : one)),
          ],
        },
        draft,
      );
    expect(found({ ...cast('', {}), links }).at(-1)).toMatchObject({ in: 1290, out: 1200 });
    expect(found({ ...cast('ingot', { unit: 'pcs' }), links }).at(-1)).toMatchObject({
      in: 2090,
      unweighed: ['casting/ingot'],
    });
  });

  it('has nothing to balance without input', () => {
    const empty = withExchanges({ ingotA: null, ingotB: null, oil: null });
    expect(found({ ...empty, links: [] })[0]).toMatchObject({ in: 'balance.noInput' });
  });
});
