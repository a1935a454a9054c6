import type { TenantTransaction } from '@slipstream/db';
import type { ProductSystemDraft } from '@slipstream/footprint';
import { readDeclaredUnit } from '@slipstream/inventory-sheet';
import { convert, errorAt, plainText } from '@slipstream/quantity';
import { recordAudit } from '../audit.ts';
import { inTenant, requireRole, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { jsonText } from '../json-rows.ts';
import { documentOf, isAsDrawn } from '../product-system/document.ts';
import { markStale } from '../product-system/mark-stale.ts';

/** What a declared unit can be refused for. */
export const declaredUnitFindingCodes = ['declaredUnit.unreadable', 'declaredUnit.notConvertible'] as const;

/**
 * What a new declared unit says. `amounts`: the amounts of the drawing were for this much all along; they stay and so
 * does the figure, told per another amount. `figure`: the amounts are for what they were; the figure is converted.
 */
export const declaredUnitMeanings = ['amounts', 'figure'] as const;
export type DeclaredUnitMeaning = (typeof declaredUnitMeanings)[number];

interface Stated {
  readonly amount: number;
  readonly unit: string;
}

/**
 * Changes what a product's footprint is told per (ISO 14067 6.3.3), as typed: `1 公噸`, `1000 kg`. The drawing follows
 * and is calculated anew. Refused where no product is counted in the unit (`declaredUnit.unreadable`), and for
 * `figure` where the output of the drawing does not convert to it (`declaredUnit.notConvertible`). A drawing that
 * nobody has worked on still follows its bill of materials afterwards.
 */
export async function setDeclaredUnit(
  ctx: ServiceContext,
  input: {
    readonly productId: string;
    readonly declaredUnit: string;
    readonly meaning: DeclaredUnitMeaning;
  },
): Promise<void> {
  requireRole(ctx, 'owner', 'manager', 'filler');
  const { organizationId } = ctx.actor;
  const stated = readDeclaredUnit(input.declaredUnit);
  if (!stated)
    throw new ServiceError('refused', {}, [
      errorAt('declaredUnit.unreadable', ['declaredUnit'], {
        found: plainText(input.declaredUnit).slice(0, 60),
      }),
    ]);
  await inTenant(ctx, async (tx) => {
    const product = await tx.product.findUnique({
      where: { organizationId_id: { organizationId, id: input.productId } },
      select: { id: true },
    });
    if (!product) throw new ServiceError('notFound');
    await tx.product.update({
      where: { organizationId_id: { organizationId, id: product.id } },
      data: { declaredUnit: stated.unit, declaredUnitAmount: stated.amount },
    });
    await restateDrawing(tx, ctx, product.id, stated, input.meaning);
    await recordAudit(tx, ctx, {
      action: 'product.setDeclaredUnit',
      subjectKind: 'Product',
      subjectId: product.id,
      detail: { unit: stated.unit, meaning: input.meaning },
    });
  });
}

async function restateDrawing(
  tx: TenantTransaction,
  ctx: ServiceContext,
  productId: string,
  stated: Stated,
  meaning: DeclaredUnitMeaning,
): Promise<void> {
  const { organizationId } = ctx.actor;
  // Whoever saves the drawing meanwhile waits here, and then finds a newer version.
  const [system] = await tx.$queryRaw<{ id: string; version: number; document: unknown }[]>`
    SELECT "id", "version", "document" FROM "ProductSystem"
    WHERE "organizationId" = ${organizationId}::uuid AND "productId" = ${productId}::uuid FOR UPDATE`;
  if (!system) return;
  const { draft, ...rest } = documentOf(system.document);
  const document = {
    ...rest,
    draft: perStated(meaning === 'amounts' ? withOutput(draft, stated) : draft, stated),
    ...(isAsDrawn(system) && { drawnVersion: system.version + 1 }),
  };
  if (meaning === 'figure') assertConvertible(draft, stated);
  await tx.$executeRaw`
    UPDATE "ProductSystem" SET "document" = ${jsonText(document)}::jsonb, "version" = ${system.version + 1}, "updatedAt" = now()
    WHERE "organizationId" = ${organizationId}::uuid AND "id" = ${system.id}::uuid`;
  await markStale(tx, ctx, [system.id]);
}

/** The drawing's reference: what leaves the product's own process. */
function outputOf({ referenceFlow, processes }: ProductSystemDraft) {
  const process = processes.find(({ id }) => id === referenceFlow?.process);
  return process?.kind === 'unit'
    ? process.exchanges.find(({ isInput, flow }) => !isInput && flow === referenceFlow?.flow)
    : undefined;
}

function assertConvertible(draft: ProductSystemDraft, { unit }: Stated): void {
  const output = outputOf(draft);
  const flow = draft.flows.find(({ id }) => id === output?.flow);
  const converted = convert(1, unit, output?.unit ?? '', { ...flow });
  if (!converted.ok)
    throw new ServiceError('refused', {}, [
      errorAt('declaredUnit.notConvertible', ['declaredUnit'], { unit, expected: output?.unit ?? '' }),
    ]);
}

function withOutput(draft: ProductSystemDraft, { amount, unit }: Stated): ProductSystemDraft {
  const output = outputOf(draft);
  return {
    ...draft,
    processes: draft.processes.map((process) =>
      process.kind === 'unit' && process.id === draft.referenceFlow?.process
        ? {
            ...process,
            exchanges: process.exchanges.map((exchange) =>
              exchange === output ? { ...exchange, amount, unit } : exchange,
            ),
          }
        : process,
    ),
  };
}

function perStated(draft: ProductSystemDraft, { amount, unit }: Stated): ProductSystemDraft {
  return {
    ...draft,
    statedUnit: draft.statedUnit && { ...draft.statedUnit, amount, unit },
    referenceFlow: draft.referenceFlow && { ...draft.referenceFlow, amount, unit },
  };
}
