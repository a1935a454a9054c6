import type { TenantTransaction } from '@slipstream/db';
import type { ServiceContext } from '../context.ts';
import { requestJob } from '../outbox/request-job.ts';

/** Says, in the transaction of a change, that product systems are to be calculated anew. */
export async function markStale(
  tx: TenantTransaction,
  ctx: ServiceContext,
  productSystemIds: readonly string[],
): Promise<void> {
  const { organizationId } = ctx.actor;
  await tx.productSystem.updateMany({
    where: { organizationId, id: { in: [...productSystemIds] } },
    data: { staleSince: ctx.clock() },
  });
  for (const productSystemId of productSystemIds)
    await requestJob(tx, organizationId, 'recalculate-product-system', { organizationId, productSystemId });
}
