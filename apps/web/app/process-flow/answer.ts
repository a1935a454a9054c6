import { calculateKnownPart, type ProductSystemDraft } from '@slipstream/footprint';
import type { Finding } from '@slipstream/quantity';
import { lineKey } from './line-key.ts';
import { sealedInputs } from './sealed-inputs.ts';

/** What a drawing comes to while it is drawn, in kg CO2e for its stated unit. */
export interface Answer {
  /** The known part; null where there is no figure at all. */
  readonly total: number | null;
  /** Keys of the inputs that have no answer, see {@link lineKey}: `total` is without them. */
  readonly open: ReadonlySet<string>;
  readonly findings: readonly Finding[];
  /** kg CO2e by {@link lineKey}; the way an input travels and the sealed footprint it alone takes are part of it. */
  readonly byLine: ReadonlyMap<string, number>;
  /** Keys of the lines that rest on measured amounts and a supplier's own factor. */
  readonly primary: ReadonlySet<string>;
}

/** Calculates a drawing by the functions the server uses: what is drawn is what is calculated. */
export function answerOf(draft: ProductSystemDraft): Answer {
  const { footprint, open, findings } = calculateKnownPart(draft);
  const inputOf = new Map([...sealedInputs(draft)].map(([input, sealed]) => [sealed.id, input]));
  const byLine = new Map<string, number>();
  const primary = new Set<string>();
  for (const { process, exchange, emissions, primaryShare } of footprint?.contributions ?? []) {
    const line = lineKey(process, exchange);
    const key = inputOf.get(line) ?? line;
    byLine.set(key, (byLine.get(key) ?? 0) + emissions);
    if (primaryShare === 1) primary.add(key);
  }
  return {
    total: footprint?.total ?? null,
    open: new Set(open.map(({ process, exchange }) => lineKey(process, exchange))),
    findings,
    byLine,
    primary,
  };
}
