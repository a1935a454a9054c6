import type { SupplierRequestState, TenantTransaction } from '@slipstream/db';

/** The request a supplier got last. */
export interface LatestRequest {
  readonly id: string;
  readonly state: SupplierRequestState;
}

/**
 * The caller's suppliers by supplying organization, with one query: their names and relations, and what each was asked
 * last; what was taken back does not count.
 */
export async function knownSuppliers(
  tx: TenantTransaction,
  organizationId: string,
): Promise<{
  readonly supplierNames: Readonly<Record<string, string>>;
  readonly supplierRelations: Readonly<Record<string, string>>;
  readonly requests: Readonly<Record<string, LatestRequest>>;
}> {
  const { supplierRelations, requestsMade } = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: {
      supplierRelations: { select: { id: true, supplierId: true, name: true } },
      requestsMade: {
        where: { state: { notIn: ['draft', 'cancelled', 'superseded'] } },
        select: { id: true, state: true, dataOwnerId: true },
        orderBy: { createdAt: 'asc' },
      },
    },
  });
  return {
    supplierNames: Object.fromEntries(supplierRelations.map(({ supplierId, name }) => [supplierId, name])),
    supplierRelations: Object.fromEntries(supplierRelations.map(({ id, supplierId }) => [supplierId, id])),
    requests: Object.fromEntries(
      requestsMade.map(({ id, state, dataOwnerId }) => [dataOwnerId, { id, state }]),
    ),
  };
}
