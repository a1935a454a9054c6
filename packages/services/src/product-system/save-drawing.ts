import type { Process, SealedProcess } from '@slipstream/footprint';
import { recordAudit } from '../audit.ts';
import { inTenant, requireRole, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { jsonText } from '../json-rows.ts';
import { positionsSchema, readDrawing } from './drawing-schema.ts';
import { markStale } from './mark-stale.ts';

/**
 * Saves a drawing and where its processes stand, made on `version`, and asks for its calculation. Returns the new
 * version; `conflict` where somebody saved in between. A sealed footprint stays as its supplier gave it, whatever was
 * sent; one that was never in the stored drawing is refused. One that is taken out is kept aside, so that taking it out
 * can be undone.
 */
export async function saveDrawing(
  ctx: ServiceContext,
  input: {
    readonly productId: string;
    readonly version: number;
    readonly draft: unknown;
    readonly positions: unknown;
  },
): Promise<{ readonly version: number }> {
  requireRole(ctx, 'owner', 'manager', 'filler');
  const { organizationId } = ctx.actor;
  const sent = readDrawing(input.draft);
  const positions = positionsSchema.safeParse(input.positions);
  if (!sent || !positions.success) throw new ServiceError('refused');
  return inTenant(ctx, async (tx) => {
    // Of a drawing of thousands of parts only the sealed footprints are needed here; the rest is replaced.
    const [system] = await tx.$queryRaw<{ id: string; seals: readonly SealedProcess[] }[]>`
      SELECT "id", coalesce("document" -> 'removedSeals', '[]')
        || jsonb_path_query_array("document", '$.draft.processes[*] ? (@.kind == "sealed")') AS "seals"
      FROM "ProductSystem"
      WHERE "organizationId" = ${organizationId}::uuid AND "productId" = ${input.productId}::uuid`;
    if (!system) throw new ServiceError('notFound');
    const seals = new Map(system.seals.map((process) => [process.id, process]));
    const processes = withStoredSeals(sent.processes, seals);
    const drawn = new Set(processes.map(({ id }) => id));
    const removedSeals = [...seals.values()].filter(({ id }) => !drawn.has(id));
    const version = input.version + 1;
    const saved = await tx.$executeRaw`
      UPDATE "ProductSystem" SET "version" = ${version}, "updatedAt" = now(),
        "document" = ${jsonText({ draft: { ...sent, processes }, removedSeals })}::jsonb
          || jsonb_build_object('reasons', "document" -> 'reasons')
      WHERE "organizationId" = ${organizationId}::uuid AND "id" = ${system.id}::uuid
        AND "version" = ${input.version}`;
    if (saved === 0) throw new ServiceError('conflict');
    await tx.diagramLayout.upsert({
      where: { organizationId_productSystemId: { organizationId, productSystemId: system.id } },
      create: { organizationId, productSystemId: system.id, positions: positions.data },
      update: { positions: positions.data, version: { increment: 1 } },
    });
    await markStale(tx, ctx, [system.id]);
    await recordAudit(tx, ctx, {
      action: 'productSystem.save',
      subjectKind: 'ProductSystem',
      subjectId: system.id,
      detail: { version },
    });
    return { version };
  });
}

function withStoredSeals(
  sent: readonly Process[],
  seals: ReadonlyMap<string, SealedProcess>,
): readonly Process[] {
  return sent.map((process) => {
    if (process.kind !== 'sealed') return process;
    const own = seals.get(process.id);
    if (!own) throw new ServiceError('refused');
    return { ...process, supplier: own.supplier ?? '', footprint: own.footprint };
  });
}
