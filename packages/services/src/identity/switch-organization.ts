import { withIdentity } from '@slipstream/db';
import type { Runtime } from '../context.ts';
import { ServiceError } from '../errors.ts';
import type { SignedIn } from './session.ts';

/** Makes another of the person's organizations the one this browser works for. */
export async function switchOrganization(
  runtime: Runtime,
  signedIn: SignedIn,
  input: { readonly organizationId: string },
): Promise<void> {
  if (!signedIn.memberships.some(({ organizationId }) => organizationId === input.organizationId))
    throw new ServiceError('notFound');
  await withIdentity(runtime.database, (tx) =>
    tx.session.update({ where: { id: signedIn.sessionId }, data: { organizationId: input.organizationId } }),
  );
}
