import { recordAudit } from '../audit.ts';
import { inTenant, requireRole, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { endUnstored } from './end-unstored.ts';

/**
 * Stops an import of a bill of materials before anything of it is stored: whoever reads the file finds it ended. Once
 * it is being stored it can no longer be stopped (`conflict`), and what it stored is all there.
 */
export async function cancelImport(ctx: ServiceContext, input: { readonly id: string }): Promise<void> {
  requireRole(ctx, 'owner', 'manager', 'filler');
  const { organizationId } = ctx.actor;
  await inTenant(ctx, async (tx) => {
    const batch = await tx.importBatch.findUnique({
      where: { organizationId_id: { organizationId, id: input.id } },
      select: { kind: true },
    });
    if (batch?.kind !== 'billOfMaterials') throw new ServiceError('notFound');
    // Who stores it holds the row until it is stored; nobody waits for that here.
    const free = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "ImportBatch"
      WHERE "organizationId" = ${organizationId}::uuid AND "id" = ${input.id}::uuid FOR UPDATE SKIP LOCKED`;
    const isEnded =
      free.length > 0 &&
      (await endUnstored(tx, {
        organizationId,
        importBatchId: input.id,
        code: 'import.cancelled',
        finishedAt: ctx.clock(),
      }));
    if (!isEnded) throw new ServiceError('conflict');
    await recordAudit(tx, ctx, {
      action: 'billOfMaterials.cancelImport',
      subjectKind: 'ImportBatch',
      subjectId: input.id,
    });
  });
}
