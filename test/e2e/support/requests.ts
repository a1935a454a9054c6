import { withTenant } from '@slipstream/db';
import {
  createSupplierRequest,
  declineRequest,
  type Runtime,
  type ServiceContext,
  sendSupplierRequest,
  systemContext,
} from '@slipstream/services';
import { makeRuntime } from '../../support/runtime.ts';
import { inProduct } from './product-database.ts';

interface Firm {
  readonly organizationId: string;
  readonly userId: string;
}

/** The owner of a firm, acting in the product's own database. */
function actingFor(runtime: Runtime, firm: Firm, kind: 'leadFirm' | 'supplier'): ServiceContext {
  const context = systemContext(runtime, { id: firm.organizationId, kind }, 'walk');
  return { ...context, actor: { ...context.actor, userId: firm.userId, roles: ['owner', 'manager'] } };
}

/** A lead firm has asked a supplier that works here for the footprint of a part; returns the request's id. */
export function askFor(part: string, lead: Firm, supplier: Firm): Promise<string> {
  return inProduct(async (database) => {
    const ctx = actingFor({ ...makeRuntime(database), clock: () => new Date() }, lead, 'leadFirm');
    const { organizationId } = lead;
    const supplierRelationId = await withTenant(database, ctx.actor, async (tx) => {
      const relation = await tx.supplierRelation.create({
        data: { organizationId, supplierId: supplier.organizationId, name: '被問的供應商' },
      });
      const { id: partId } = await tx.part.create({
        data: { organizationId, partNumber: part, name: part, unit: 'kg' },
      });
      await tx.partSupply.create({ data: { organizationId, partId, supplierRelationId: relation.id } });
      return relation.id;
    });
    const { id: requestId } = await createSupplierRequest(ctx, { supplierRelationId });
    await sendSupplierRequest(ctx, {
      requestId,
      dueDate: '2099-12-31',
      mode: 'either',
      confidentialityOffered: ['footprintOnly'],
      message: '',
    });
    return requestId;
  });
}

/** The supplier declines, with a reason. */
export function decline(supplier: Firm, requestId: string): Promise<void> {
  return inProduct((database) => {
    const runtime = { ...makeRuntime(database), clock: () => new Date() };
    return declineRequest(actingFor(runtime, supplier, 'supplier'), { requestId, reason: '今年停工' });
  });
}
