import {
  accept,
  errorAt,
  type Finding,
  notNegative,
  numberFaults,
  percentOfWhole,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';
import type { Allocation } from '../model/allocation.ts';
import type { EmissionFactor } from '../model/emission-factor.ts';
import type { Exchange, Process, SealedFootprint } from '../model/process.ts';
import type { ProductSystemDraft } from '../model/product-system.ts';

export const modelChangeFindingCodes = [
  'change.processUnknown',
  'change.exchangeUnknown',
  'change.linkUnknown',
  'change.factorNotUsed',
  'change.unitsDiffer',
  'change.amountMissing',
] as const;
type ModelChangeCode = (typeof modelChangeFindingCodes)[number] | ValueFindingCode;

/**
 * One thing to try: `amount` scales an exchange (0.9 = a tenth less); `shift` moves a percentage of one exchange to
 * another of the same process and unit (recycled for primary material); `factor` puts another factor wherever one
 * is used; `allocation` shares a process, or one exchange of it, by another rule; `provider` buys elsewhere;
 * `supplierFootprint` takes another result of a supplier.
 */
export type ModelChange =
  | { readonly kind: 'amount'; readonly process: string; readonly exchange: string; readonly times: number }
  | {
      readonly kind: 'shift';
      readonly process: string;
      readonly from: string;
      readonly to: string;
      readonly percent: number;
    }
  | { readonly kind: 'factor'; readonly replaces: string; readonly factor: EmissionFactor }
  | {
      readonly kind: 'allocation';
      readonly process: string;
      readonly exchange?: string;
      readonly allocation: Allocation;
    }
  | { readonly kind: 'provider'; readonly link: string; readonly provider: string; readonly flow?: string }
  | { readonly kind: 'supplierFootprint'; readonly process: string; readonly footprint: SealedFootprint };

/**
 * A copy of a drawing with the changes made in their order; the drawing itself is never touched. Refused: a place
 * that is not there, an amount that cannot be scaled. Whether the copy can be calculated is `checkProductSystem`'s
 * to say.
 */
export function applyChanges(
  draft: ProductSystemDraft,
  changes: readonly ModelChange[],
): Result<ProductSystemDraft, ModelChangeCode> {
  let changed = draft;
  for (const [index, change] of changes.entries()) {
    const result = applyChange(changed, change, ['changes', index]);
    if (!result.ok) return result;
    changed = result.value;
  }
  return accept(changed);
}

type Applied = Result<ProductSystemDraft, ModelChangeCode>;
type Path = Finding['path'];

function applyChange(draft: ProductSystemDraft, change: ModelChange, path: Path): Applied {
  switch (change.kind) {
    case 'amount': {
      const faults = numberFaults(change.times, notNegative, [...path, 'times']);
      if (faults.length > 0) return refuse(...faults);
      return changeExchange(draft, change.process, change.exchange, path, (exchange) =>
        scaled(exchange, change.times),
      );
    }
    case 'shift':
      return shift(draft, change, path);
    case 'factor':
      return replaceFactor(draft, change.replaces, change.factor, path);
    case 'allocation': {
      const { process, exchange, allocation } = change;
      return exchange === undefined
        ? changeProcess(draft, process, path, (unit) =>
            unit.kind === 'unit' ? { ...unit, allocation } : null,
          )
        : changeExchange(draft, process, exchange, path, (one) => ({ ...one, allocation }));
    }
    case 'provider': {
      if (!draft.links.some(({ id }) => id === change.link)) {
        return refuse(errorAt('change.linkUnknown', [...path, 'link'], { link: change.link }));
      }
      const links = draft.links.map((link) =>
        link.id === change.link
          ? { ...link, provider: change.provider, flow: change.flow ?? link.flow }
          : link,
      );
      return accept({ ...draft, links });
    }
    case 'supplierFootprint':
      return changeProcess(draft, change.process, path, (process) =>
        process.kind === 'sealed' ? { ...process, footprint: change.footprint } : null,
      );
  }
}

function shift(draft: ProductSystemDraft, change: ModelChange & { kind: 'shift' }, path: Path): Applied {
  const { process, from, to, percent } = change;
  const faults = numberFaults(percent, percentOfWhole, [...path, 'percent']);
  if (faults.length > 0) return refuse(...faults);
  const exchanges = draft.processes.flatMap((one) =>
    one.id === process && one.kind === 'unit' ? one.exchanges : [],
  );
  const [source, target] = [from, to].map((id) => exchanges.find((exchange) => exchange.id === id));
  if (!source || !target) {
    const missing = source ? 'to' : 'from';
    return refuse(
      errorAt('change.exchangeUnknown', [...path, missing], { process, exchange: change[missing] }),
    );
  }
  if (source.unit !== target.unit) {
    return refuse(errorAt('change.unitsDiffer', [...path, 'to'], { from: source.unit, to: target.unit }));
  }
  const { amount } = source;
  if (amount === null || target.amount === null)
    return refuse(errorAt('change.amountMissing', [...path, 'from']));
  const moved = (amount * percent) / 100;
  const lessened = changeExchange(draft, process, from, path, (exchange) => ({
    ...exchange,
    amount: amount - moved,
  }));
  return lessened.ok
    ? changeExchange(lessened.value, process, to, path, (exchange) => ({
        ...exchange,
        amount: (exchange.amount ?? 0) + moved,
      }))
    : lessened;
}

function replaceFactor(
  draft: ProductSystemDraft,
  replaces: string,
  factor: EmissionFactor,
  path: Path,
): Applied {
  let uses = 0;
  const replaced = (used: EmissionFactor): EmissionFactor => {
    if (used.id !== replaces) return used;
    uses++;
    return factor;
  };
  const processes = draft.processes.map((process): Process => {
    if (process.kind === 'sealed') return process;
    const exchanges = process.exchanges.map((exchange): Exchange => {
      const transport = exchange.transport?.map((leg) =>
        leg.factor ? { ...leg, factor: replaced(leg.factor) } : leg,
      );
      return {
        ...exchange,
        ...(exchange.factor ? { factor: replaced(exchange.factor) } : {}),
        ...(transport ? { transport } : {}),
      };
    });
    return { ...process, exchanges };
  });
  if (uses === 0) return refuse(errorAt('change.factorNotUsed', [...path, 'replaces'], { factor: replaces }));
  return accept({ ...draft, processes });
}

/** A transported mass that was entered on its own follows the amount. */
function scaled(exchange: Exchange, times: number): Exchange | null {
  if (exchange.amount === null) return null;
  const transport = exchange.transport?.map((leg) =>
    leg.mass && leg.mass.amount !== null
      ? { ...leg, mass: { ...leg.mass, amount: leg.mass.amount * times } }
      : leg,
  );
  return { ...exchange, amount: exchange.amount * times, ...(transport ? { transport } : {}) };
}

function changeProcess(
  draft: ProductSystemDraft,
  id: string,
  path: Path,
  make: (process: Process) => Process | null,
): Applied {
  const process = draft.processes.find((candidate) => candidate.id === id);
  const made = process ? make(process) : null;
  if (!made) return refuse(errorAt('change.processUnknown', [...path, 'process'], { process: id }));
  return accept({ ...draft, processes: draft.processes.map((one) => (one === process ? made : one)) });
}

function changeExchange(
  draft: ProductSystemDraft,
  process: string,
  id: string,
  path: Path,
  make: (exchange: Exchange) => Exchange | null,
): Applied {
  const unit = draft.processes.find((candidate) => candidate.id === process);
  if (unit?.kind !== 'unit')
    return refuse(errorAt('change.processUnknown', [...path, 'process'], { process }));
  const exchange = unit.exchanges.find((candidate) => candidate.id === id);
  if (!exchange) {
    return refuse(errorAt('change.exchangeUnknown', [...path, 'exchange'], { process, exchange: id }));
  }
  const made = make(exchange);
  if (!made) return refuse(errorAt('change.amountMissing', [...path, 'exchange'], { process, exchange: id }));
  const exchanges = unit.exchanges.map((one) => (one === exchange ? made : one));
  return changeProcess(draft, process, path, () => ({ ...unit, exchanges }));
}
