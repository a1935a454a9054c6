import { type Balance, type ProductSystemDraft, placeBalances } from '@slipstream/footprint';

/** Why the balance of a process cannot be told. */
export const balanceGaps = ['noInput', 'noOutput', 'unweighed', 'unreadable'] as const;
export type BalanceGap = (typeof balanceGaps)[number];

/** How the mass balance of a process stands (R11.1): a balance that cannot be told is not one that is off. */
export type BalanceLight =
  | { readonly kind: 'balanced' | 'off'; readonly balance: Balance }
  | {
      readonly kind: 'unknown';
      readonly gap: BalanceGap;
      /** Ids of the exchanges whose mass is not known. */
      readonly unweighed: readonly string[];
    };

/** The light of every unit process of a drawing, by process id. */
export function balanceLights(draft: ProductSystemDraft): ReadonlyMap<string, BalanceLight> {
  return new Map(
    placeBalances(draft, 'mass')
      .filter(({ scope }) => scope === 'process')
      .map(({ id, balance, unweighed }): [string, BalanceLight] => {
        const unknown = (gap: BalanceGap): [string, BalanceLight] => [
          id,
          { kind: 'unknown', gap, unweighed: unweighed.map((place) => place.slice(id.length + 1)) },
        ];
        if (unweighed.length > 0) return unknown('unweighed');
        if (!balance.ok)
          return unknown(
            balance.findings.some(({ code }) => code === 'balance.noInput') ? 'noInput' : 'unreadable',
          );
        if (balance.value.outputTotal === 0) return unknown('noOutput');
        return [id, { kind: balance.value.withinLimit ? 'balanced' : 'off', balance: balance.value }];
      }),
  );
}
