import type { IdentityTransaction, TenantTransaction } from '@slipstream/db';
import { type JobName, type JobPayload, parsePayload } from '@slipstream/jobs';

/**
 * Asks for a background job in the transaction that wants it: it will run if, and only if, that commits.
 * Returns the job's id, by which its progress can be followed.
 */
export async function requestJob<Name extends JobName>(
  tx: Pick<TenantTransaction | IdentityTransaction, 'outboxMessage'>,
  organizationId: string | null,
  job: Name,
  payload: JobPayload<Name>,
): Promise<string> {
  const message = await tx.outboxMessage.create({
    data: { organizationId, job, payload: parsePayload(job, payload) },
    select: { id: true },
  });
  return message.id;
}
