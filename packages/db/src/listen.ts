import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

/** A connection that carries nothing is asked this often whether it still does. */
const heartbeatMs = 30_000;
const answerWithinMs = 5_000;
const firstRetryMs = 100;
const longestRetryMs = 5_000;

/**
 * Hears what committed transactions announce on a channel (`pg_notify`), over a connection of its own that is taken up
 * again whenever it is lost. `onHearing` says that it hears from now on: whatever was announced before may have been
 * missed, so whoever listens looks for themselves.
 */
export function listen(options: {
  readonly url: string;
  readonly channel: string;
  readonly onNotice: (payload: string) => void;
  readonly onHearing: () => void;
  /** Told of lost connections, and of attempts that failed. */
  readonly onError: (error: Error) => void;
}): { close(): Promise<void> } {
  const closing = new AbortController();
  const hear = async () => {
    const client = new pg.Client({
      connectionString: options.url,
      connectionTimeoutMillis: answerWithinMs,
      query_timeout: answerWithinMs,
      keepAlive: true,
    });
    const lost = new Promise<void>((resolve) => client.once('end', resolve));
    const stopped = new Promise<void>((resolve) =>
      closing.signal.addEventListener('abort', () => resolve(), { once: true }),
    );
    client.on('error', (error) => closing.signal.aborted || options.onError(error));
    client.on('notification', ({ payload }) => options.onNotice(payload ?? ''));
    try {
      await client.connect();
      await client.query(`LISTEN ${client.escapeIdentifier(options.channel)}`);
      options.onHearing();
      await Promise.race([lost, stopped, silence(client, closing.signal)]);
    } finally {
      // Of a connection that answers nothing any more, not even the end comes: nobody waits for it.
      const ended = client.end().catch(() => {});
      await Promise.race([ended, wait(1_000, undefined, { ref: false })]);
    }
  };
  const hearing = (async () => {
    let retryMs = firstRetryMs;
    while (!closing.signal.aborted) {
      const began = performance.now();
      await hear().catch((error) => closing.signal.aborted || options.onError(error));
      if (performance.now() - began > longestRetryMs) retryMs = firstRetryMs;
      await wait(retryMs, undefined, { signal: closing.signal }).catch(() => {});
      retryMs = Math.min(2 * retryMs, longestRetryMs);
    }
  })();
  return {
    async close() {
      closing.abort();
      await hearing;
    },
  };
}

/** Asks a connection again and again whether it is there; rejects once it does not answer. */
async function silence(client: pg.Client, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await wait(heartbeatMs, undefined, { signal, ref: false }).catch(() => {});
    if (!signal.aborted) await client.query('SELECT 1');
  }
}
