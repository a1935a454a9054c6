import { withIdentity } from '@slipstream/db';
import type { Runtime } from '../context.ts';

const day = 24 * 3600 * 1000;

/** Removes sessions, resets and counters nobody can use any more. */
export async function forgetExpired(runtime: Runtime): Promise<void> {
  const now = runtime.clock();
  await withIdentity(runtime.database, async (tx) => {
    await tx.session.deleteMany({ where: { lastVerifiedAt: { lt: new Date(now.getTime() - 10 * day) } } });
    await tx.passwordReset.deleteMany({ where: { expiresAt: { lt: new Date(now.getTime() - day) } } });
    await tx.rateLimit.deleteMany({ where: { windowEndsAt: { lt: now } } });
  });
}
