import { type Database, withRelay } from '@slipstream/db';
import type { JobQueue } from '@slipstream/jobs';

const batchSize = 200;
/** A message handed over this long ago whose job has not run is handed over again: the queue may have lost it. */
const lostAfterMs = 60_000;
const keptMs = 7 * 24 * 3600 * 1000;

/**
 * Hands waiting messages to the queue and marks them. A message handed over twice, after a crash or by two relays,
 * has the same job id, which the queue takes once. Returns how many it handed over.
 */
export async function relayOutbox(database: Database, queue: JobQueue, now: Date): Promise<number> {
  const lost = new Date(now.getTime() - lostAfterMs);
  const waiting = await withRelay(database, (tx) =>
    tx.outboxMessage.findMany({
      where: { completedAt: null, OR: [{ enqueuedAt: null }, { enqueuedAt: { lt: lost } }] },
      orderBy: { createdAt: 'asc' },
      take: batchSize,
      select: { id: true, job: true, payload: true },
    }),
  );
  if (waiting.length === 0) return 0;
  await queue.enqueue(waiting);
  await withRelay(database, (tx) =>
    tx.outboxMessage.updateMany({
      where: { id: { in: waiting.map(({ id }) => id) } },
      data: { enqueuedAt: now },
    }),
  );
  return waiting.length;
}

/** Notes that the job of a message has run. A job that had no message (a scheduled one) changes nothing. */
export async function completeMessage(database: Database, jobId: string, now: Date): Promise<void> {
  await withRelay(
    database,
    (tx) => tx.$executeRaw`UPDATE "OutboxMessage" SET "completedAt" = ${now} WHERE "id"::text = ${jobId}`,
  );
}

/** Forgets messages done a week ago or longer. */
export async function pruneOutbox(database: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptMs);
  await withRelay(database, (tx) => tx.outboxMessage.deleteMany({ where: { completedAt: { lt: before } } }));
}
