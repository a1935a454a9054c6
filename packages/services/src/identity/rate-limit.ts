import { createHash } from 'node:crypto';
import type { IdentityTransaction } from '@slipstream/db';
import { ServiceError } from '../errors.ts';

/** How many attempts a key has in a window that begins with its first. */
export interface Limit {
  readonly name: string;
  readonly attempts: number;
  readonly windowSeconds: number;
}

/** The limits of identity, per subject. */
export const limits = {
  signInOfAccountFromAddress: { name: 'sign-in', attempts: 10, windowSeconds: 15 * 60 },
  signInOfAccount: { name: 'sign-in-account', attempts: 50, windowSeconds: 3600 },
  signInFromAddress: { name: 'sign-in-address', attempts: 100, windowSeconds: 3600 },
  resetOfAccount: { name: 'reset-account', attempts: 3, windowSeconds: 3600 },
  resetFromAddress: { name: 'reset-address', attempts: 20, windowSeconds: 3600 },
  linkFromAddress: { name: 'link-address', attempts: 60, windowSeconds: 3600 },
} as const satisfies Record<string, Limit>;

/** The key as stored: no address or e-mail stands in the table. */
function keyOf(limit: Limit, subject: string): string {
  return `${limit.name}:${createHash('sha256').update(subject).digest('base64url')}`;
}

/**
 * Counts an attempt before it is made, in one statement, so that attempts at once cannot slip through together.
 * Refuses with `tooManyAttempts` and the seconds to wait.
 */
export async function countAttempt(
  tx: IdentityTransaction,
  limit: Limit,
  subject: string,
  now: Date,
): Promise<void> {
  const windowEndsAt = new Date(now.getTime() + limit.windowSeconds * 1000);
  const [row] = await tx.$queryRaw<{ attempts: number; windowEndsAt: Date }[]>`
    INSERT INTO "RateLimit" AS present ("key", "attempts", "windowEndsAt")
    VALUES (${keyOf(limit, subject)}, 1, ${windowEndsAt})
    ON CONFLICT ("key") DO UPDATE SET
      "attempts" = CASE WHEN present."windowEndsAt" <= ${now} THEN 1 ELSE present."attempts" + 1 END,
      "windowEndsAt" = CASE WHEN present."windowEndsAt" <= ${now} THEN ${windowEndsAt} ELSE present."windowEndsAt" END
    RETURNING "attempts", "windowEndsAt"`;
  if (row && row.attempts > limit.attempts) {
    const retryAfterSeconds = Math.max(1, Math.ceil((row.windowEndsAt.getTime() - now.getTime()) / 1000));
    throw new ServiceError('tooManyAttempts', { retryAfterSeconds });
  }
}

/** Forgives a subject, after it has shown who it is. */
export async function forgetAttempts(tx: IdentityTransaction, limit: Limit, subject: string): Promise<void> {
  await tx.rateLimit.deleteMany({ where: { key: keyOf(limit, subject) } });
}
