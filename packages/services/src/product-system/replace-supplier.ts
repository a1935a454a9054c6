import type { Prisma, TenantTransaction } from '@slipstream/db';
import type { ServiceContext } from '../context.ts';
import { documentOf, isAsDrawn } from './document.ts';
import { markStale } from './mark-stale.ts';

/** Names another organization as supplier in every drawing of the caller's organization that names `from`. */
export async function replaceSupplier(
  tx: TenantTransaction,
  ctx: ServiceContext,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const { organizationId } = ctx.actor;
  const systems = await tx.$queryRaw<{ id: string; version: number; document: unknown }[]>`
    SELECT "id", "version", "document" FROM "ProductSystem"
    WHERE "organizationId" = ${organizationId}::uuid AND position(${from} IN "document"::text) > 0
    ORDER BY "id" FOR UPDATE`;
  for (const system of systems) {
    const { draft, ...rest } = documentOf(system.document);
    const processes = draft.processes.map((process) => ({
      ...process,
      ...(process.supplier === from && { supplier: to }),
      ...(process.kind === 'unit' && {
        exchanges: process.exchanges.map((exchange) =>
          exchange.supplier === from ? { ...exchange, supplier: to } : exchange,
        ),
      }),
    }));
    const document = {
      ...rest,
      draft: { ...draft, processes },
      ...(isAsDrawn(system) && { drawnVersion: system.version + 1 }),
    };
    await tx.productSystem.update({
      where: { organizationId_id: { organizationId, id: system.id } },
      data: { document: document as unknown as Prisma.InputJsonObject, version: system.version + 1 },
    });
  }
  await markStale(
    tx,
    ctx,
    systems.map(({ id }) => id),
  );
}
