import { setTimeout as wait } from 'node:timers/promises';
import type { TenantTransaction } from '@slipstream/db';
import { inTenant, type ServiceContext } from '../context.ts';

/** A busy machine may need many times what a quiet one does. */
const timeoutMs = 60_000;
const lookAgainMs = 100;
const mostWaitMs = 120_000;

/**
 * Runs `work` in a transaction that no other import of the organization is in: two files that name the same parts
 * are stored one after the other. Who has to wait holds no connection meanwhile. Throws where its turn does not come
 * within two minutes, so that the job is tried again.
 */
export async function inTurn<Outcome>(
  ctx: ServiceContext,
  work: (tx: TenantTransaction) => Promise<Outcome>,
): Promise<Outcome> {
  const began = performance.now();
  for (;;) {
    const done = await inTenant(
      ctx,
      async (tx) => {
        const [turn] = await tx.$queryRaw<{ isOurs: boolean }[]>`
          SELECT pg_try_advisory_xact_lock(hashtextextended('import ' || ${ctx.actor.organizationId}, 0)) AS "isOurs"`;
        return turn?.isOurs ? { outcome: await work(tx) } : null;
      },
      { timeoutMs },
    );
    if (done) return done.outcome;
    if (performance.now() - began > mostWaitMs) throw new Error('Other imports took too long');
    await wait(lookAgainMs);
  }
}
