import { withIdentity } from '@slipstream/db';
import type { Runtime } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { normaliseEmail } from './email-address.ts';
import { recordIdentityEvent } from './identity-event.ts';
import { passwordMatches } from './password.ts';
import { countAttempt, forgetAttempts, limits } from './rate-limit.ts';
import type { Visit } from './request-origin.ts';
import { endSession, startSession } from './session.ts';

/**
 * Signs a person in and returns the new session's token; the session the browser had before ends. The session works
 * for the organization the page they come for is about (`organizationId`) where they belong to it, else for the one
 * they worked for last. An unknown address and a wrong password are the same `signInFailed`, after the same work.
 */
export async function signIn(
  runtime: Runtime,
  visit: Visit,
  input: {
    readonly email: string;
    readonly password: string;
    readonly organizationId?: string | undefined;
  },
): Promise<string> {
  const now = runtime.clock();
  const email = normaliseEmail(input.email);
  const account = `${email} ${visit.address}`;
  const user = await withIdentity(runtime.database, async (tx) => {
    await countAttempt(tx, limits.signInFromAddress, visit.address, now);
    await countAttempt(tx, limits.signInOfAccount, email, now);
    await countAttempt(tx, limits.signInOfAccountFromAddress, account, now);
    return tx.user.findUnique({ where: { email }, include: { credential: true, memberships: true } });
  });
  const right = await passwordMatches(input.password, user?.credential?.passwordHash);
  return withIdentity(runtime.database, async (tx) => {
    if (!user || !right) {
      await recordIdentityEvent(tx, 'signInRefused', {
        userId: user?.id ?? null,
        requestId: visit.requestId,
      });
      return undefined;
    }
    await forgetAttempts(tx, limits.signInOfAccountFromAddress, account);
    await endSession(tx, visit.sessionToken);
    const wanted = user.memberships.find(({ organizationId }) => organizationId === input.organizationId);
    const last = await tx.session.findFirst({
      where: { userId: user.id, organizationId: { not: null } },
      orderBy: { lastVerifiedAt: 'desc' },
      select: { organizationId: true },
    });
    await recordIdentityEvent(tx, 'signedIn', { userId: user.id, requestId: visit.requestId });
    return startSession(tx, user.id, {
      now,
      organizationId: (wanted ?? last)?.organizationId ?? null,
      userAgent: visit.userAgent,
    });
  }).then((token) => {
    if (!token) throw new ServiceError('signInFailed');
    return token;
  });
}
