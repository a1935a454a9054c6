import { errorAt, type Finding } from '@slipstream/quantity';
import type { FootprintFindingCode } from '../finding-codes.ts';
import type { Process, ProcessLink } from '../model/process.ts';
import { type DraftIndex, exchangesOf } from './draft-index.ts';
import type { Product } from './process-products.ts';

/** A link whose two ends exist: `product` of the process at `provider` answers an exchange. */
export interface Provider {
  readonly link: number;
  readonly provider: number;
  /** Place of the product among those of its process. */
  readonly place: number;
  readonly product: Product;
}

/** What links lead to each exchange, by position of process and exchange. */
export interface LinkedExchanges {
  /** Undefined where no link leads to the exchange or the link's provider is at fault. */
  readonly providerOf: (process: number, exchange: number) => Provider | undefined;
  /** Whether any link, sound or not, leads to the exchange. */
  readonly isLinked: (process: number, exchange: number) => boolean;
}

/**
 * Follows every link of the draft from its provider to the exchange it answers. Pushes findings for links to or from
 * nowhere, for flows that do not fit and for second providers.
 */
export function followLinks(
  index: DraftIndex,
  products: readonly (readonly Product[])[],
  findings: Finding<FootprintFindingCode>[],
): LinkedExchanges {
  const { firstExchange, exchanges } = numberExchanges(index.draft.processes);
  const linkOf = new Int32Array(exchanges).fill(-1);
  const providers: (Provider | undefined)[] = [];
  const place = (process: number, exchange: number) => (firstExchange[process] ?? 0) + exchange;
  index.draft.links.forEach((link, at) => {
    const process = index.processOf(link.process);
    const exchange = process === undefined ? undefined : index.exchangeOf(process, link.exchange);
    providers.push(providingEnd(link, at, index, products, findings));
    if (process === undefined) {
      findings.push(errorAt('link.processUnknown', ['links', at, 'process'], { process: link.process }));
      return;
    }
    if (exchange === undefined) {
      findings.push(
        errorAt('link.exchangeUnknown', ['links', at, 'exchange'], {
          process: link.process,
          exchange: link.exchange,
        }),
      );
      return;
    }
    if (linkOf[place(process, exchange)] !== -1) {
      findings.push(
        errorAt('exchange.secondProvider', ['links', at], {
          process: link.process,
          exchange: link.exchange,
          provider: link.provider,
        }),
      );
      return;
    }
    linkOf[place(process, exchange)] = at;
    const carried = flowOf(index, process, exchange);
    if (carried !== link.flow) {
      findings.push(
        errorAt('link.flowMismatch', ['links', at, 'flow'], { flow: link.flow, exchangeFlow: carried }),
      );
    }
  });
  return {
    providerOf: (process, exchange) => providers[linkOf[place(process, exchange)] ?? -1],
    isLinked: (process, exchange) => linkOf[place(process, exchange)] !== -1,
  };
}

/** Exchanges of the whole draft in one row: where those of each process begin, and how many there are. */
function numberExchanges(processes: readonly Process[]) {
  const firstExchange = new Int32Array(processes.length);
  let exchanges = 0;
  processes.forEach((process, at) => {
    firstExchange[at] = exchanges;
    exchanges += exchangesOf(process).length;
  });
  return { firstExchange, exchanges };
}

function providingEnd(
  link: ProcessLink,
  at: number,
  index: DraftIndex,
  products: readonly (readonly Product[])[],
  findings: Finding<FootprintFindingCode>[],
): Provider | undefined {
  const provider = index.processOf(link.provider);
  if (provider === undefined) {
    findings.push(errorAt('link.providerUnknown', ['links', at, 'provider'], { provider: link.provider }));
    return undefined;
  }
  const made = products[provider] ?? [];
  const place = made.findIndex(({ flow }) => flow === link.flow);
  const product = made[place];
  if (product === undefined) {
    findings.push(
      errorAt('link.flowNotProvided', ['links', at, 'flow'], { provider: link.provider, flow: link.flow }),
    );
    return undefined;
  }
  return { link: at, provider, place, product };
}

function flowOf({ draft }: DraftIndex, process: number, exchange: number): string | null {
  const owner = draft.processes[process];
  return owner?.kind === 'unit' ? (owner.exchanges[exchange]?.flow ?? null) : null;
}
