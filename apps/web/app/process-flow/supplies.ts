import {
  type Exchange,
  type LifeCycleStage,
  lifeCycleStages,
  type ProductSystemDraft,
  type UnitProcess,
} from '@slipstream/footprint';
import { lineKey } from './line-key.ts';
import { sealedInputs } from './sealed-inputs.ts';

/** Bought inputs of one process that come from one hand: drawn as a node of their own, kept in the process. */
export interface Supply {
  readonly id: string;
  readonly process: string;
  /** Organization they come from; null where none is named. */
  readonly supplier: string | null;
  /** Where they are reported. */
  readonly stage: LifeCycleStage;
  /** Ids of the inputs, largest contribution first. */
  readonly exchanges: readonly string[];
}

/** One node before a process: a supply, or what is left of them after the largest. */
export interface SupplyBundle {
  readonly id: string;
  readonly process: string;
  readonly stage: LifeCycleStage;
  /** One, or the several that are folded up, largest first. */
  readonly supplies: readonly Supply[];
}

/** So many nodes can still be read at a glance, those that fold the others included. */
export const mostBundles = 10;

/**
 * The bought inputs of a drawing, by process, supplier and stage, largest contribution first. An input is bought where
 * it names a supplier other than the one that runs the process, is reported in an earlier stage than the process, or
 * alone takes a supplier's sealed footprint. What another link answers comes from a process of its own, and an energy
 * or aid of the process stays inside it.
 */
export function suppliesOf(
  draft: ProductSystemDraft,
  kgByLine: ReadonlyMap<string, number>,
): readonly Supply[] {
  const linked = new Set(draft.links.map(({ process, exchange }) => lineKey(process, exchange)));
  const sealed = sealedInputs(draft);
  return draft.processes.flatMap((process) => {
    if (process.kind !== 'unit') return [];
    const kgOf = (exchange: string) => Math.abs(kgByLine.get(lineKey(process.id, exchange)) ?? 0);
    const bought = process.exchanges.flatMap((exchange) => {
      const key = lineKey(process.id, exchange.id);
      const from = sealed.get(key);
      if (!from && (linked.has(key) || !isBought(process, exchange))) return [];
      const supplier = from?.supplier ?? exchange.supplier ?? null;
      const stage = from?.stage ?? exchange.stage ?? process.stage;
      return [{ exchange: exchange.id, supplier, stage }];
    });
    const groups = Map.groupBy(
      bought,
      ({ supplier, stage }) => `supply:${process.id}:${supplier ?? ''}:${stage}`,
    );
    const supplies = [...groups].flatMap(([id, inputs]): Supply[] => {
      const [first] = inputs;
      if (!first) return [];
      const exchanges = inputs.map(({ exchange }) => exchange).sort((a, b) => kgOf(b) - kgOf(a));
      return [{ id, process: process.id, supplier: first.supplier, stage: first.stage, exchanges }];
    });
    return supplies.sort((a, b) => sum(b.exchanges.map(kgOf)) - sum(a.exchanges.map(kgOf)));
  });
}

/**
 * Folds supplies up to at most {@link mostBundles} nodes: the largest of the whole drawing stand alone, the others of
 * each process become one node, unless that process is in `unfolded`. A single supply is never folded.
 */
export function bundleSupplies(
  supplies: readonly Supply[],
  kgByLine: ReadonlyMap<string, number>,
  unfolded: ReadonlySet<string>,
  most = mostBundles,
): readonly SupplyBundle[] {
  const kgOf = ({ process, exchanges }: Supply) =>
    Math.abs(sum(exchanges.map((id) => kgByLine.get(lineKey(process, id)) ?? 0)));
  const isCrowded = supplies.length > most;
  const folding = new Set(supplies.map(({ process }) => process)).size;
  const alone = new Set(
    isCrowded
      ? [...supplies].sort((a, b) => kgOf(b) - kgOf(a)).slice(0, Math.max(0, most - folding))
      : supplies,
  );
  return [...Map.groupBy(supplies, ({ process }) => process)].flatMap(([process, all]) => {
    const rest = unfolded.has(process) ? [] : all.filter((supply) => !alone.has(supply));
    const folded = rest.length > 1 ? rest : [];
    const singles = all.filter((supply) => !folded.includes(supply)).map(bundleOfOne);
    const [first] = folded;
    if (!first) return singles;
    return [...singles, { id: `supplies:${process}`, process, stage: first.stage, supplies: folded }];
  });
}

function bundleOfOne(supply: Supply): SupplyBundle {
  return { id: supply.id, process: supply.process, stage: supply.stage, supplies: [supply] };
}

function isBought(process: UnitProcess, { isInput, supplier, stage, isAvoidedProduct }: Exchange): boolean {
  if (!isInput || isAvoidedProduct) return false;
  if (supplier !== undefined) return supplier !== process.supplier;
  if (process.supplier !== undefined || stage === undefined) return false;
  return lifeCycleStages.indexOf(stage) < lifeCycleStages.indexOf(process.stage);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
