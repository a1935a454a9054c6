import { calculateKnownPart, type ProductSystemDraft } from '@slipstream/footprint';
import type { Finding } from '@slipstream/quantity';

/** What a drawing comes to while it is drawn, in kg CO2e for its stated unit. */
export interface Answer {
  /** The known part; null where there is no figure at all. */
  readonly total: number | null;
  /** Keys of the inputs that have no answer, see {@link lineKey}: `total` is without them. */
  readonly open: ReadonlySet<string>;
  readonly findings: readonly Finding[];
  /** kg CO2e by {@link lineKey}, the way an input travels included. */
  readonly byLine: ReadonlyMap<string, number>;
  /** Keys of the lines that rest on measured amounts and a supplier's own factor. */
  readonly primary: ReadonlySet<string>;
}

/** The key of an input or output of a process; a sealed process is one line without an exchange. */
export function lineKey(process: string, exchange: string | null): string {
  return exchange === null ? process : `${process} ${exchange}`;
}

/** Calculates a drawing by the functions the server uses: what is drawn is what is calculated. */
export function answerOf(draft: ProductSystemDraft): Answer {
  const { footprint, open, findings } = calculateKnownPart(draft);
  const byLine = new Map<string, number>();
  const primary = new Set<string>();
  for (const { process, exchange, emissions, primaryShare } of footprint?.contributions ?? []) {
    const key = lineKey(process, exchange);
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
