import { withIdentity } from '@slipstream/db';
import { invitationMail, type MailLanguage, passwordResetMail } from '@slipstream/email';
import type { Runtime } from '../context.ts';
import { deliver } from '../notification/deliver.ts';
import { joinToken, makeSecret } from './secret.ts';

/**
 * Job `send-invitation`: makes a fresh link, which kills the one before, and mails it. An invitation accepted, taken
 * back or expired in the meantime is left alone.
 */
export async function sendInvitation(
  runtime: Runtime,
  job: { readonly id: string; readonly invitationId: string },
): Promise<void> {
  const now = runtime.clock();
  const mail = await withIdentity(runtime.database, async (tx) => {
    if (await tx.mail.findUnique({ where: { id: job.id }, select: { id: true } })) return undefined;
    const invitation = await tx.invitation.findUnique({
      where: { id: job.invitationId },
      include: { organization: true, invitedBy: true },
    });
    if (!invitation || invitation.acceptedAt || invitation.revokedAt || invitation.expiresAt <= now)
      return undefined;
    const { secret, hash } = makeSecret();
    await tx.invitationToken.deleteMany({ where: { invitationId: invitation.id } });
    await tx.invitationToken.create({
      data: { invitationId: invitation.id, secretHash: hash, createdAt: now },
    });
    const text = invitationMail(invitation.language as MailLanguage, {
      invitedBy: invitation.invitedBy.name,
      organization: invitation.organization.name,
      link: `${runtime.publicUrl}/invitation/${joinToken(invitation.id, secret)}`,
      expiresAt: invitation.expiresAt,
    });
    return { to: invitation.email, ...text };
  });
  if (mail) await deliver(runtime, job.id, mail);
}

/** Job `send-password-reset`: makes the link and mails it; a reset already used or expired is left alone. */
export async function sendPasswordReset(
  runtime: Runtime,
  job: { readonly id: string; readonly passwordResetId: string },
): Promise<void> {
  const now = runtime.clock();
  const mail = await withIdentity(runtime.database, async (tx) => {
    if (await tx.mail.findUnique({ where: { id: job.id }, select: { id: true } })) return undefined;
    const reset = await tx.passwordReset.findUnique({
      where: { id: job.passwordResetId },
      include: { user: true },
    });
    if (!reset || reset.usedAt || reset.expiresAt <= now) return undefined;
    const { secret, hash } = makeSecret();
    await tx.passwordReset.update({ where: { id: reset.id }, data: { secretHash: hash } });
    const text = passwordResetMail(reset.user.language as MailLanguage, {
      link: `${runtime.publicUrl}/password-reset/${joinToken(reset.id, secret)}`,
      expiresAt: reset.expiresAt,
    });
    return { to: reset.user.email, ...text };
  });
  if (mail) await deliver(runtime, job.id, mail);
}
