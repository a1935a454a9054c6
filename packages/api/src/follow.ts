import { setTimeout as wait } from 'node:timers/promises';
import type { ServiceContext } from '@slipstream/services';

/** What is followed: how it is read, when to read it, and when there is no more to come. */
export interface Followed<State> {
  /** Reads it for the caller as they stand now. */
  readonly read: (ctx: ServiceContext) => Promise<State>;
  readonly isSettled: (state: State) => boolean;
  /** Calls back when there may be something new, until the returned function is called. */
  readonly onNews: (listener: () => void) => () => void;
  /** Looked at this often where nothing calls back: that may be lost. */
  readonly atLeastEveryMs: number;
  /** However often it calls back, the database is asked no more often than this. */
  readonly atMostEveryMs: number;
}

/** A state as it was read. */
export interface Reading<State> {
  readonly state: State;
  /** The ISO instant at which it was asked for: what a page has read later is newer. */
  readonly at: string;
  readonly isSettled: boolean;
}

/**
 * Follows a state until it is settled: reads it at once, whenever there may be news, and at least every so often; yields
 * what differs from what was last yielded. Each later reading is done as the caller stands then, so that who has signed
 * out or left the organization sees no more.
 */
export async function* follow<State>(
  { ctx, renew }: { readonly ctx: ServiceContext; readonly renew: () => Promise<ServiceContext> },
  signal: AbortSignal,
  { read, isSettled, onNews, atLeastEveryMs, atMostEveryMs }: Followed<State>,
): AsyncGenerator<Reading<State>, void, void> {
  let wake = () => {};
  let isAwake = false;
  const forget = onNews(() => {
    isAwake = true;
    wake();
  });
  try {
    let shown: string | undefined;
    for (let caller = ctx; !signal.aborted; caller = await renew()) {
      isAwake = false;
      const at = caller.clock().toISOString();
      const state = await read(caller);
      const text = JSON.stringify(state);
      const settled = isSettled(state);
      if (text !== shown) yield { state, at, isSettled: settled };
      shown = text;
      if (settled) return;
      await pause(atMostEveryMs, signal);
      if (isAwake) continue;
      const woken = new AbortController();
      wake = () => woken.abort();
      await pause(atLeastEveryMs - atMostEveryMs, AbortSignal.any([signal, woken.signal]));
    }
  } catch (error) {
    // Nobody is there any more to be told, and a rejection nobody takes would end the process.
    if (!signal.aborted) throw error;
  } finally {
    forget();
  }
}

/** Waits, or less long where the signal comes. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal }).catch(() => {});
}
