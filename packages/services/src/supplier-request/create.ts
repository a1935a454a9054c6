import { randomUUID } from 'node:crypto';
import { errorAt } from '@slipstream/quantity';
import { recordAudit } from '../audit.ts';
import { inTenant, requireRole, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { mayDecide } from './made-request.ts';

/**
 * Drafts a request to a supplier for the parts it supplies (all of them, or `partIds`). The draft is the caller's alone
 * until it is sent. A draft for the same supplier that was never sent is taken up again, with these parts.
 */
export async function createSupplierRequest(
  ctx: ServiceContext,
  input: { readonly supplierRelationId: string; readonly partIds?: readonly string[] | undefined },
): Promise<{ readonly id: string }> {
  requireRole(ctx, ...mayDecide);
  const { organizationId } = ctx.actor;
  return inTenant(ctx, async (tx) => {
    const relation = await tx.supplierRelation.findFirst({
      // What is copied must not have passed through a double.
      relationLoadStrategy: 'query',
      where: { organizationId, id: input.supplierRelationId },
      include: {
        supplies: {
          where: input.partIds ? { partId: { in: [...input.partIds] } } : {},
          include: { part: true },
          orderBy: { part: { partNumber: 'asc' } },
        },
      },
    });
    if (!relation) throw new ServiceError('notFound');
    if (relation.supplies.length === 0)
      throw new ServiceError('refused', {}, [
        errorAt('supplierRequest.nothingToAsk', ['items'], { supplier: relation.name }),
      ]);
    const parties = { dataRecipientId: organizationId, dataOwnerId: relation.supplierId };
    const draft = await tx.supplierRequest.findFirst({
      where: { ...parties, state: 'draft' },
      select: { id: true },
    });
    const id = draft?.id ?? randomUUID();
    if (draft) await tx.requestedItem.deleteMany({ where: { ...parties, requestId: id } });
    else await tx.supplierRequest.create({ data: { ...parties, id, createdAt: ctx.clock() } });
    await tx.requestedItem.createMany({
      data: relation.supplies.map(({ part, annualVolume }) => ({
        ...parties,
        requestId: id,
        partId: part.id,
        code: part.partNumber,
        name: part.name,
        declaredUnit: part.unit,
        annualAmount: annualVolume,
      })),
    });
    await recordAudit(tx, ctx, {
      action: draft ? 'supplierRequest.redraft' : 'supplierRequest.create',
      subjectKind: 'SupplierRequest',
      subjectId: id,
    });
    return { id };
  });
}
