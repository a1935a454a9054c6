import type { ProductSystemDraft } from '@slipstream/footprint';
import { inTenant, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { knownSuppliers, type LatestRequest } from '../supplier-request/latest-by-supplier.ts';
import { documentOf } from './document.ts';

/** A product's drawing for the canvas. */
export interface Drawing {
  readonly productName: string;
  readonly version: number;
  readonly draft: ProductSystemDraft;
  readonly positions: Readonly<Record<string, { readonly x: number; readonly y: number }>>;
  /** The lead firm's names of its suppliers, by organization. */
  readonly supplierNames: Readonly<Record<string, string>>;
  /** Its relation to each of them, by organization: what asking one takes. */
  readonly supplierRelations: Readonly<Record<string, string>>;
  /** What each supplier was asked last, by organization. */
  readonly requests: Readonly<Record<string, LatestRequest>>;
}

export async function getDrawing(
  ctx: ServiceContext,
  input: { readonly productId: string },
): Promise<Drawing> {
  const { organizationId } = ctx.actor;
  return inTenant(ctx, async (tx) => {
    const system = await tx.productSystem.findUnique({
      where: { organizationId_productId: { organizationId, productId: input.productId } },
      include: { product: { select: { name: true } }, layout: true },
    });
    if (!system) throw new ServiceError('notFound');
    return {
      productName: system.product.name,
      version: system.version,
      draft: documentOf(system.document).draft,
      positions: (system.layout?.positions ?? {}) as Drawing['positions'],
      ...(await knownSuppliers(tx, organizationId)),
    };
  });
}
