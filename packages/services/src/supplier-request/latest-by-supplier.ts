import type { SupplierRequestState, TenantTransaction } from '@slipstream/db';

/** The request a supplier got last. */
export interface LatestRequest {
  readonly id: string;
  readonly state: SupplierRequestState;
}

/** What the caller asked each of its suppliers last, by supplying organization; what was taken back does not count. */
export async function latestRequests(
  tx: TenantTransaction,
  organizationId: string,
): Promise<Readonly<Record<string, LatestRequest>>> {
  const requests = await tx.supplierRequest.findMany({
    where: { dataRecipientId: organizationId, state: { notIn: ['draft', 'cancelled', 'superseded'] } },
    select: { id: true, state: true, dataOwnerId: true },
    orderBy: { createdAt: 'asc' },
  });
  return Object.fromEntries(requests.map(({ id, state, dataOwnerId }) => [dataOwnerId, { id, state }]));
}
