import { withIdentity } from '@slipstream/db';
import type { Runtime } from '../context.ts';
import { recordIdentityEvent } from './identity-event.ts';
import { endSession, type SignedIn } from './session.ts';

/** Ends the browser's session. */
export async function signOut(runtime: Runtime, token: string | undefined): Promise<void> {
  await withIdentity(runtime.database, (tx) => endSession(tx, token));
}

/** Ends every session of the person, this one too. */
export async function signOutEverywhere(
  runtime: Runtime,
  signedIn: SignedIn,
  requestId: string,
): Promise<void> {
  await withIdentity(runtime.database, async (tx) => {
    await tx.session.deleteMany({ where: { userId: signedIn.user.id } });
    await recordIdentityEvent(tx, 'signedOutEverywhere', { userId: signedIn.user.id, requestId });
  });
}
