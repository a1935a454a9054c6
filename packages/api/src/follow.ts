import { setTimeout as wait } from 'node:timers/promises';
import type { ServiceContext } from '@slipstream/services';
import type { ApiContext } from './context.ts';
import { apiErrorOf } from './errors.ts';

/** Looked at this often where nothing wakes us: an announcement may be lost. */
const atLeastEveryMs = 1_000;
/** However often jobs announce, the database is asked no more often than this. */
const atMostEveryMs = 150;

/**
 * Follows a state until it is settled: reads it at once, whenever a job of the caller's organization announces, and
 * at least every second; yields what differs from what was last yielded. Each reading is done as the caller stands
 * then, so that who has signed out or left the organization sees no more.
 */
export async function* follow<State>(
  { ctx, jobEvents, streams, renew }: ApiContext,
  signal: AbortSignal | undefined,
  source: {
    readonly read: (ctx: ServiceContext) => Promise<State>;
    readonly isSettled: (state: State) => boolean;
  },
): AsyncGenerator<State, void, void> {
  const { organizationId, sessionId } = ctx.actor;
  let leave = () => {};
  let wake = () => {};
  let isAwake = false;
  const forget = jobEvents.follow(organizationId, () => {
    isAwake = true;
    wake();
  });
  try {
    leave = streams.enter(sessionId ?? '');
    let shown: string | undefined;
    while (!signal?.aborted) {
      isAwake = false;
      const state = await source.read(await renew());
      const text = JSON.stringify(state);
      if (text !== shown) yield state;
      shown = text;
      if (source.isSettled(state)) return;
      await pause(atMostEveryMs, signal);
      if (isAwake) continue;
      const woken = new AbortController();
      wake = () => woken.abort();
      const ends = signal ? AbortSignal.any([signal, woken.signal]) : woken.signal;
      await pause(atLeastEveryMs - atMostEveryMs, ends);
    }
  } catch (error) {
    // Nobody is there any more to be told, and a rejection nobody takes would end the process.
    if (!signal?.aborted) throw apiErrorOf(error);
  } finally {
    forget();
    leave();
  }
}

/** Waits, or less long where the signal comes. */
async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  await wait(ms, undefined, { signal }).catch(() => {});
}
