import { withIdentity } from '@slipstream/db';
import type { Runtime } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { requestJob } from '../outbox/request-job.ts';
import { normaliseEmail } from './email-address.ts';
import { recordIdentityEvent } from './identity-event.ts';
import { checkPassword, hashPassword, passwordMatches } from './password.ts';
import { countAttempt, limits } from './rate-limit.ts';
import type { Visit } from './request-origin.ts';
import { secretMatches, splitToken } from './secret.ts';
import { type SignedIn, startSession } from './session.ts';

const validForMs = 60 * 60 * 1000;

/** Asks for a mail that leads back in. The answer is the same whether or not the address has an account. */
export async function requestPasswordReset(
  runtime: Runtime,
  visit: Visit,
  input: { readonly email: string },
): Promise<void> {
  const now = runtime.clock();
  const email = normaliseEmail(input.email);
  await withIdentity(runtime.database, async (tx) => {
    await countAttempt(tx, limits.resetFromAddress, visit.address, now);
    await countAttempt(tx, limits.resetOfAccount, email, now);
    const user = await tx.user.findUnique({ where: { email }, select: { id: true } });
    if (!user) return;
    const reset = await tx.passwordReset.create({
      data: { userId: user.id, createdAt: now, expiresAt: new Date(now.getTime() + validForMs) },
    });
    await requestJob(tx, null, 'send-password-reset', { passwordResetId: reset.id });
    await recordIdentityEvent(tx, 'passwordResetRequested', { userId: user.id, requestId: visit.requestId });
  });
}

/**
 * Sets a new password by a mailed link: once, within the hour, the newest link only. Every session of the person
 * ends; returns the token of a new one.
 */
export async function resetPassword(
  runtime: Runtime,
  visit: Visit,
  input: { readonly token: string; readonly password: string },
): Promise<string> {
  const now = runtime.clock();
  const parts = splitToken(input.token);
  const reset = await withIdentity(runtime.database, async (tx) => {
    await countAttempt(tx, limits.linkFromAddress, visit.address, now);
    return parts ? tx.passwordReset.findUnique({ where: { id: parts.id }, include: { user: true } }) : null;
  });
  if (!reset || !parts || !secretMatches(parts.secret, reset.secretHash))
    throw new ServiceError('linkInvalid');
  checkPassword(input.password, reset.user.email);
  const passwordHash = await hashPassword(input.password);
  return withIdentity(runtime.database, async (tx) => {
    const newest = await tx.passwordReset.findFirst({
      where: { userId: reset.userId, secretHash: { not: null } },
      orderBy: { createdAt: 'desc' },
      select: { id: true },
    });
    const claimed = await tx.passwordReset.updateMany({
      where: { id: reset.id, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (claimed.count !== 1 || newest?.id !== reset.id) throw new ServiceError('linkInvalid');
    await setPassword(tx, reset.userId, passwordHash, now);
    await recordIdentityEvent(tx, 'passwordChanged', { userId: reset.userId, requestId: visit.requestId });
    return startSession(tx, reset.userId, { now, organizationId: null, userAgent: visit.userAgent });
  });
}

/** Changes one's own password, knowing the old one. Every session ends; returns the token of a new one. */
export async function changePassword(
  runtime: Runtime,
  visit: Visit,
  signedIn: SignedIn,
  input: { readonly presentPassword: string; readonly newPassword: string },
): Promise<string> {
  const now = runtime.clock();
  const { id: userId, email } = signedIn.user;
  const credential = await withIdentity(runtime.database, async (tx) => {
    await countAttempt(tx, limits.signInOfAccount, email, now);
    return tx.passwordCredential.findUnique({ where: { userId } });
  });
  if (!(await passwordMatches(input.presentPassword, credential?.passwordHash)))
    throw new ServiceError('signInFailed');
  checkPassword(input.newPassword, email);
  const passwordHash = await hashPassword(input.newPassword);
  return withIdentity(runtime.database, async (tx) => {
    await setPassword(tx, userId, passwordHash, now);
    await recordIdentityEvent(tx, 'passwordChanged', { userId, requestId: visit.requestId });
    return startSession(tx, userId, {
      now,
      organizationId: signedIn.membership?.organizationId ?? null,
      userAgent: visit.userAgent,
    });
  });
}

/** Replaces the credential and ends every session. A person invited without one gets their first. */
async function setPassword(
  tx: Parameters<Parameters<typeof withIdentity>[1]>[0],
  userId: string,
  passwordHash: string,
  now: Date,
) {
  await tx.passwordCredential.deleteMany({ where: { userId } });
  await tx.passwordCredential.create({ data: { userId, passwordHash, changedAt: now } });
  await tx.session.deleteMany({ where: { userId } });
}
