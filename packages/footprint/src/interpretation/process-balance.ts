import { conversionRatio, dimensionOf, isUnitCode, type Result } from '@slipstream/quantity';
import type { Exchange, Flow, UnitProcess } from '../model/process.ts';
import type { ProductSystemDraft } from '../model/product-system.ts';
import { type Balance, balance, balanceLimitPercent } from './balance.ts';

/** What is balanced: mass in kg (R11.1), energy in MJ (R11.3). */
export const balanceKinds = ['mass', 'energy'] as const;
export type BalanceKind = (typeof balanceKinds)[number];

/** The balance of one process, or of all processes of a site; amounts in kg or MJ. */
export interface PlaceBalance {
  /** Id of the process or the site. */
  readonly id: string;
  readonly scope: 'process' | 'site';
  readonly balance: Result<Balance>;
  /** `process/exchange` of flows that could belong to the balance but cannot be brought to its unit. */
  readonly unweighed: readonly string[];
}

const units = { mass: 'kg', energy: 'MJ' } as const;

interface Weighed {
  readonly process: UnitProcess;
  readonly exchange: Exchange;
  /** In kg or MJ; null where nothing joins its unit to that of the balance. */
  readonly amount: number | null;
}

/**
 * Balances every process and every site of a drawing (R11.1, R11.3), whether or not it can be calculated yet.
 * Amounts are those of the run as entered. Flows of another kind (energy in a mass balance) do not take part; a
 * volume without density, pieces without piece mass and what has no known unit are listed as `unweighed`; a fuel is
 * not: it leaves with the flue gas, so what its cubic metres weigh decides nothing. At a site, what one process hands
 * to another of the same site is inside and counts on neither side.
 */
export function placeBalances(
  draft: ProductSystemDraft,
  kind: BalanceKind,
  limitPercent = balanceLimitPercent,
): readonly PlaceBalance[] {
  const flows = new Map(draft.flows.map((flow) => [flow.id, flow]));
  const processes = draft.processes.filter((process) => process.kind === 'unit');
  const weighed = processes.map((process) => weigh(process, flows, kind));
  const ofProcesses = processes.map((process, index) =>
    placeBalance(process.id, 'process', weighed[index] ?? [], limitPercent),
  );
  const sites = Map.groupBy(weighed.flat(), ({ process }) => process.site ?? '');
  const ofSites = [...sites]
    .filter(([site]) => site !== '')
    .map(([site, all]) => placeBalance(site, 'site', withoutInside(all, draft), limitPercent));
  return [...ofProcesses, ...ofSites];
}

function placeBalance(
  id: string,
  scope: PlaceBalance['scope'],
  weighed: readonly Weighed[],
  limitPercent: number,
): PlaceBalance {
  const side = (isInput: boolean) =>
    weighed.flatMap(({ exchange, amount }) =>
      exchange.isInput === isInput && amount !== null ? [amount] : [],
    );
  const unweighed = weighed.filter(({ amount }) => amount === null);
  return {
    id,
    scope,
    balance: balance(side(true), side(false), limitPercent),
    unweighed: unweighed.map(({ process, exchange }) => `${process.id}/${exchange.id}`),
  };
}

function weigh(
  process: UnitProcess,
  flows: ReadonlyMap<string, Flow>,
  kind: BalanceKind,
): readonly Weighed[] {
  return process.exchanges.flatMap((exchange): readonly Weighed[] => {
    const { amount, unit, isAvoidedProduct } = exchange;
    if (isAvoidedProduct) return [];
    if (unit === null || !isUnitCode(unit))
      return kind === 'mass' ? [{ process, exchange, amount: null }] : [];
    const flow = flows.get(exchange.flow);
    const bridge = { densityKgPerL: flow?.densityKgPerL, kgPerPiece: flow?.kgPerPiece, medium: flow?.medium };
    const ratio = conversionRatio(unit, units[kind], bridge);
    if (!ratio.ok) {
      return canTakePart(unit, kind) && !isFuel(exchange) ? [{ process, exchange, amount: null }] : [];
    }
    const known = amount === null || !Number.isFinite(amount) ? null : amount;
    const { numerator, denominator } = ratio.value;
    return [{ process, exchange, amount: known === null ? null : (known * numerator) / denominator }];
  });
}

/** Whether a unit measures the same kind of thing, only the bridge is missing. */
function canTakePart(unit: string, kind: BalanceKind): boolean {
  const dimension = isUnitCode(unit) ? dimensionOf(unit) : null;
  return kind === 'mass' && (dimension === 'volume' || dimension === 'count');
}

/** Fuel burnt and electricity used have a factor over supply and use, or over the burning alone (R7.2). */
function isFuel({ isInput, factor }: Exchange): boolean {
  return isInput && (factor?.boundary === 'lifeCycle' || factor?.boundary === 'combustion');
}

/** Takes out what the processes of a site hand to each other: the input whole, the provider's output by as much. */
function withoutInside(all: readonly Weighed[], draft: ProductSystemDraft): readonly Weighed[] {
  const find = (process: string, matches: (exchange: Exchange) => boolean) =>
    all.find((one) => one.process.id === process && matches(one.exchange));
  const left = new Map(all.map((one) => [one, one.amount]));
  for (const link of draft.links) {
    const taken = find(link.process, ({ id }) => id === link.exchange);
    const given = find(
      link.provider,
      ({ flow, isInput }) => flow === link.flow && isInput !== taken?.exchange.isInput,
    );
    if (!taken || !given || taken.amount === null || given.amount === null) continue;
    left.set(taken, 0);
    left.set(given, Math.max(0, (left.get(given) ?? 0) - taken.amount));
  }
  return all.map((one) => ({ ...one, amount: left.get(one) ?? null }));
}
