import { errorAt } from '@slipstream/quantity';
import { recordAudit } from '../audit.ts';
import { inTenant, requireRole, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';

/**
 * Notes how willing a supplier is, 1 (declined, no longer ranked: R14.3) to 5; null says nobody knows. The supplier
 * never sees it.
 */
export async function setWillingness(
  ctx: ServiceContext,
  input: { readonly supplierRelationId: string; readonly willingness: number | null },
): Promise<void> {
  requireRole(ctx, 'owner', 'manager');
  const { willingness } = input;
  if (willingness !== null && !(Number.isInteger(willingness) && willingness >= 1 && willingness <= 5))
    throw new ServiceError('refused', {}, [
      errorAt('ranking.willingnessInvalid', ['willingness'], { found: willingness }),
    ]);
  const { organizationId } = ctx.actor;
  await inTenant(ctx, async (tx) => {
    const set = await tx.supplierRelation.updateMany({
      where: { organizationId, id: input.supplierRelationId },
      data: { willingness },
    });
    if (set.count !== 1) throw new ServiceError('notFound');
    await recordAudit(tx, ctx, {
      action: 'supplierRelation.setWillingness',
      subjectKind: 'SupplierRelation',
      subjectId: input.supplierRelationId,
    });
  });
}
