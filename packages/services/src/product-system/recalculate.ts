import { createHash } from 'node:crypto';
import type { Prisma } from '@slipstream/db';
import { canonicalInputs } from '@slipstream/footprint';
import { recordAudit } from '../audit.ts';
import { inTenant, type ServiceContext } from '../context.ts';
import { calculateDrawing } from './calculate-drawing.ts';
import { documentOf } from './document.ts';

/** Edition of the calculation: a new one makes new results of the same inputs. */
export const engineVersion = '1';

/**
 * Calculates a product system as it stands now and stores the answer, once per input: the same input finds the
 * answer it already has. A model without an answer is a stored result with its findings, no failure. Safe to run
 * again after it was cut off anywhere, and beside another run: stale stays what moved on in the meantime.
 */
export async function recalculateProductSystem(
  ctx: ServiceContext,
  input: { readonly productSystemId: string },
): Promise<void> {
  const { organizationId, userId } = ctx.actor;
  const key = { organizationId_id: { organizationId, id: input.productSystemId } };
  const system = await inTenant(ctx, (tx) => tx.productSystem.findUnique({ where: key }));
  if (!system) return;
  const { draft } = documentOf(system.document);
  const inputHash = createHash('sha256')
    .update(`${engineVersion}\n${canonicalInputs({ draft })}`)
    .digest('hex');
  const known = await inTenant(ctx, (tx) =>
    tx.footprintCalculation.findFirst({
      where: { organizationId, productSystemId: system.id, inputHash },
      select: { id: true },
    }),
  );
  const answer = known ? null : calculateDrawing(draft);
  await inTenant(ctx, async (tx) => {
    if (answer) {
      const { result, findings } = answer;
      const isWhole = result !== null && result.open.length === 0;
      const written = await tx.footprintCalculation.createMany({
        skipDuplicates: true,
        data: {
          organizationId,
          productSystemId: system.id,
          inputHash,
          engineVersion,
          documentVersion: system.version,
          createdById: userId,
          ...(isWhole && {
            kgCo2e: result.footprint.total,
            declaredUnit: `${result.footprint.statedUnit.amount} ${result.footprint.statedUnit.unit}`,
          }),
          ...(result && { result: result as unknown as Prisma.InputJsonObject }),
          findings: findings as unknown as Prisma.InputJsonArray,
          factors: factorsOf(result?.footprint.contributions ?? []) as unknown as Prisma.InputJsonArray,
        },
      });
      if (written.count > 0)
        await recordAudit(tx, ctx, {
          action: 'productSystem.recalculate',
          subjectKind: 'ProductSystem',
          subjectId: system.id,
          detail: { inputHash, engineVersion },
        });
    }
    await tx.productSystem.updateMany({
      where: { organizationId, id: system.id, version: system.version, staleSince: system.staleSince },
      data: { staleSince: null, inputHash },
    });
  });
}

/** Every factor used, once. */
function factorsOf(
  contributions: readonly { readonly factor: { readonly id: string; readonly version: string } | null }[],
) {
  const factors = contributions.flatMap(({ factor }) => (factor ? [factor] : []));
  return [...new Map(factors.map((factor) => [JSON.stringify(factor), factor])).values()];
}
