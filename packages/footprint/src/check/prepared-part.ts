import type { Finding } from '@slipstream/quantity';
import type { FootprintComponents } from '../model/footprint-components.ts';
import type { LineIdentity } from '../model/product-system.ts';

interface SharedPart {
  readonly path: Finding['path'];
  /** Id of the exchange it comes from; blank for a sealed process. */
  readonly exchange: string;
  /** Weight of each product of the process; not all zero. */
  readonly weights: readonly number[];
}

/** An amount of another process's product, in the unit of that product, for the run of the process. */
export interface PreparedInput extends SharedPart {
  readonly kind: 'input';
  /** Position of the providing process in the draft. */
  readonly provider: number;
  /** Place of the product among those of its process. */
  readonly place: number;
  readonly amount: number;
}

/** Activity of a line for the run of the process, in the unit of its factor; not yet shared among the products. */
export interface PreparedLine extends SharedPart {
  readonly kind: 'line';
  readonly identity: LineIdentity;
  readonly enteredAmount: number;
  readonly enteredUnit: string;
  readonly amount: number;
  readonly unit: string;
  readonly components: FootprintComponents;
}

/** An exchange left out; the amount is the estimate in kg CO2e for the run of the process. */
export interface PreparedExclusion extends SharedPart {
  readonly kind: 'exclusion';
  readonly process: string;
  readonly name: string;
  readonly reason: string;
  readonly amount: number;
}

/** One thing an exchange means for its process, ready to be shared among the products. */
export type PreparedPart = PreparedInput | PreparedLine | PreparedExclusion;
