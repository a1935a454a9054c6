import type { IdentityTransaction } from '@slipstream/db';

/** What can happen to an account. */
export const identityEventKinds = [
  'signedIn',
  'signInRefused',
  'signedOut',
  'signedOutEverywhere',
  'passwordResetRequested',
  'passwordChanged',
  'invitationAccepted',
  'organizationSwitched',
] as const;
export type IdentityEventKind = (typeof identityEventKinds)[number];

/** Appends to the account's own history. */
export async function recordIdentityEvent(
  tx: IdentityTransaction,
  kind: IdentityEventKind,
  event: { readonly userId: string | null; readonly requestId: string; readonly sessionId?: string },
): Promise<void> {
  await tx.identityEvent.create({
    data: {
      kind,
      userId: event.userId,
      requestId: event.requestId,
      sessionId: event.sessionId ?? null,
    },
  });
}
