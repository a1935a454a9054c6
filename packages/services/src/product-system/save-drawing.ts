import type { Prisma } from '@slipstream/db';
import type { Process, SealedProcess } from '@slipstream/footprint';
import { recordAudit } from '../audit.ts';
import { inTenant, requireRole, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { documentOf } from './document.ts';
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
    const system = await tx.productSystem.findUnique({
      where: { organizationId_productId: { organizationId, productId: input.productId } },
    });
    if (!system) throw new ServiceError('notFound');
    const { draft, reasons, removedSeals = [] } = documentOf(system.document);
    const seals = new Map(
      [...removedSeals, ...draft.processes].flatMap((process) =>
        process.kind === 'sealed' ? [[process.id, process]] : [],
      ),
    );
    const processes = withStoredSeals(sent.processes, seals);
    const drawn = new Set(processes.map(({ id }) => id));
    const document = {
      draft: { ...sent, processes },
      reasons,
      removedSeals: [...seals.values()].filter(({ id }) => !drawn.has(id)),
    } as unknown as Prisma.InputJsonObject;
    const saved = await tx.productSystem.updateMany({
      where: { organizationId, id: system.id, version: input.version },
      data: { document, version: input.version + 1 },
    });
    if (saved.count === 0) throw new ServiceError('conflict');
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
      detail: { version: input.version + 1 },
    });
    return { version: input.version + 1 };
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
