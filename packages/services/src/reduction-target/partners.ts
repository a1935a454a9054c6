import type { SupplierRequestState, TenantTransaction } from '@slipstream/db';
import type { ServiceContext } from '../context.ts';

/** The other side of a promise, by the name the caller knows it under. */
export interface TargetPartner {
  readonly organizationId: string;
  readonly name: string;
}

/** The two sides of a promise between the caller and a partner; a lead firm receives it, a supplier makes it. */
export function sidesOf(ctx: ServiceContext, partnerId: string) {
  const { organizationId, organizationKind } = ctx.actor;
  return organizationKind === 'leadFirm'
    ? { dataOwnerId: partnerId, dataRecipientId: organizationId }
    : { dataOwnerId: organizationId, dataRecipientId: partnerId };
}

/**
 * Who can promise the caller, or be promised by it: a supplier that a request went out to, a lead firm that sent one.
 * Two organizations that do not know each other from a request have no target.
 */
export async function partnersOf(
  tx: Pick<TenantTransaction, 'supplierRequest' | 'supplierRelation' | 'organization'>,
  ctx: ServiceContext,
): Promise<readonly TargetPartner[]> {
  const { organizationId, organizationKind } = ctx.actor;
  const known = { state: { notIn: ['draft', 'cancelled'] satisfies SupplierRequestState[] } };
  if (organizationKind === 'leadFirm') {
    const asked = await tx.supplierRequest.findMany({
      where: { ...known, dataRecipientId: organizationId },
      select: { dataOwnerId: true },
      distinct: ['dataOwnerId'],
    });
    const relations = await tx.supplierRelation.findMany({
      where: { supplierId: { in: asked.map(({ dataOwnerId }) => dataOwnerId) } },
      select: { supplierId: true, name: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    });
    return relations.map(({ supplierId, name }) => ({ organizationId: supplierId, name }));
  }
  const requests = await tx.supplierRequest.findMany({
    where: { ...known, dataOwnerId: organizationId },
    select: { dataRecipient: { select: { id: true, name: true } } },
    distinct: ['dataRecipientId'],
  });
  return requests
    .map(({ dataRecipient }) => ({ organizationId: dataRecipient.id, name: dataRecipient.name }))
    .sort((one, other) => one.name.localeCompare(other.name, 'zh-TW'));
}
