import type { Finding } from '@slipstream/quantity';
import type { Quantity } from '../entered.ts';
import type { EmissionFactor } from '../model/emission-factor.ts';
import type { LifeCycleStage } from '../model/life-cycle.ts';
import type { Exchange, Flow, UnitProcess } from '../model/process.ts';
import type { LineIdentity } from '../model/product-system.ts';
import type { Provider } from './check-links.ts';
import type { DraftIndex } from './draft-index.ts';

/** An exchange with all that surrounds it. */
export interface ExchangePlace {
  readonly index: DraftIndex;
  readonly process: UnitProcess;
  readonly exchange: Exchange;
  readonly path: Finding['path'];
  readonly isProduct: boolean;
  readonly isLinked: boolean;
  readonly provider: Provider | undefined;
  /** Weight of each product of the process; empty where they cannot be told. */
  readonly weights: readonly number[];
}

/** A flow with its position in the draft; undefined where the exchange names one that is not there. */
export type Carrier = { readonly flow: Flow; readonly index: number } | undefined;

/** An exchange whose flow and amount have been looked at; either is undefined where it is at fault. */
export interface CountedExchange extends ExchangePlace {
  readonly carrier: Carrier;
  /** Negative for a credit. */
  readonly quantity: Quantity | undefined;
}

/** Where the amount that is converted and the unit it is converted from stand. */
export function enteredPlace(exchange: Finding['path'], part: 'value' | 'from'): Finding['path'] {
  return [...exchange, part === 'value' ? 'amount' : 'unit'];
}

/** What a line of this exchange says about itself. */
export function lineIdentity(place: CountedExchange, factor: EmissionFactor): LineIdentity {
  const { index, process, exchange, carrier } = place;
  return {
    kind: 'activity',
    process: process.id,
    exchange: exchange.id,
    leg: null,
    name: carrier?.flow.name ?? exchange.flow,
    stage: stageOf(place),
    supplier: exchange.supplier ?? process.supplier ?? null,
    dataType: exchange.dataType,
    period: exchange.period ?? process.period ?? index.draft.period,
    evidence: exchange.evidence ?? [],
    activityQuality: exchange.quality ?? null,
    activityUncertaintyPercent: exchange.uncertaintyPercent ?? null,
    factor,
    study: null,
    primaryShare: exchange.dataType === 'primary' && factor.sourceType === 'supplierPrimary' ? 1 : 0,
  };
}

/** Where an exchange is reported: its own stage, else that of its process. */
export function stageOf({ process, exchange }: ExchangePlace): LifeCycleStage {
  return exchange.stage ?? process.stage;
}
