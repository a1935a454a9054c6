import type { Prisma, TenantTransaction } from '@slipstream/db';
import type { ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';

/** Who decides for the firm that asks. */
export const mayDecide = ['owner', 'manager'] as const;

/** A request as the firm that made it reads it. */
export type MadeRequest = Prisma.SupplierRequestGetPayload<{ include: { items: true } }>;

/** The request the caller's organization made; any other looks as if it did not exist. */
export async function madeRequest(
  tx: TenantTransaction,
  ctx: ServiceContext,
  id: string,
): Promise<MadeRequest> {
  const request = await tx.supplierRequest.findFirst({
    where: { id, dataRecipientId: ctx.actor.organizationId },
    include: { items: { orderBy: { code: 'asc' } } },
  });
  if (!request) throw new ServiceError('notFound');
  return request;
}

/** The caller as the machine knows it: a person of the firm that asks, or the firm itself in a job. */
export function leadFirm(ctx: ServiceContext) {
  return { role: 'leadFirm', id: ctx.actor.userId ?? ctx.actor.organizationId } as const;
}
