import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { TenantTransaction } from '@slipstream/db';
import { canonicalInputs } from '@slipstream/footprint';
import { recordAudits } from '../audit.ts';
import { inTenant, type ServiceContext } from '../context.ts';
import { jsonRows, jsonText } from '../json-rows.ts';
import { calculateDrawing } from './calculate-drawing.ts';
import { documentOf, type ProductSystemDocument } from './document.ts';
import { figuresOf, firstLinesOf } from './shown-footprint.ts';

/** Edition of the calculation: a new one makes new results of the same inputs. */
export const engineVersion = '2';

/** Bytes of drawings, as they are stored, that are calculated at once: many small ones, or one of some thousand lines. */
const mostBytes = 100_000;

interface System {
  readonly id: string;
  readonly version: number;
  readonly staleSince: Date | null;
  readonly document: ProductSystemDocument;
  readonly inputHash: string;
}

/** Calculates one product system, see `recalculateProductSystems`. */
export function recalculateProductSystem(
  ctx: ServiceContext,
  input: { readonly productSystemId: string },
): Promise<void> {
  return recalculateProductSystems(ctx, { productSystemIds: [input.productSystemId] });
}

/**
 * Calculates product systems as they stand now and stores the answers, once per input: the same input finds the
 * answer it already has. A model without an answer is a stored result with its findings, no failure. Safe to run
 * again after it was cut off anywhere, and beside another run: stale stays what moved on in the meantime. Small ones are
 * read and stored together; `onProgress` is called when some more are there.
 */
export async function recalculateProductSystems(
  ctx: ServiceContext,
  { productSystemIds }: { readonly productSystemIds: readonly string[] },
  onProgress: () => Promise<void> = async () => {},
): Promise<void> {
  for (const ids of await inPortions(ctx, productSystemIds)) {
    await onProgress();
    const systems = await readSystems(ctx, ids);
    const known = await knownInputs(ctx, systems);
    const answers: string[] = [];
    for (const system of systems) {
      if (known.has(`${system.id} ${system.inputHash}`)) continue;
      answers.push(answerRow(system));
      // Whoever shares this process has a turn between two calculations.
      await nextTurn();
    }
    await inTenant(ctx, (tx) => storeAnswers(tx, ctx, systems, answers));
  }
}

/** The ids of those there are, in portions that do not take more memory than a large one. */
async function inPortions(ctx: ServiceContext, ids: readonly string[]): Promise<readonly string[][]> {
  const sizes = await inTenant(
    ctx,
    (tx) => tx.$queryRaw<{ id: string; bytes: number }[]>`
      SELECT "id", pg_column_size("document") AS "bytes" FROM "ProductSystem"
      WHERE "organizationId" = ${ctx.actor.organizationId}::uuid
        AND "id" IN (SELECT json_array_elements_text(${jsonRows(ids)}::json)::uuid)`,
  );
  const portions: string[][] = [];
  let room = 0;
  for (const { id, bytes } of sizes) {
    if (bytes > room || portions.length === 0) {
      portions.push([]);
      room = mostBytes;
    }
    portions.at(-1)?.push(id);
    room -= bytes;
  }
  return portions;
}

async function readSystems(ctx: ServiceContext, ids: readonly string[]): Promise<readonly System[]> {
  const { organizationId } = ctx.actor;
  const systems = await inTenant(ctx, (tx) =>
    tx.productSystem.findMany({
      where: { organizationId, id: { in: [...ids] } },
      select: { id: true, version: true, staleSince: true, document: true },
    }),
  );
  return systems.map((system) => {
    const document = documentOf(system.document);
    const inputHash = createHash('sha256')
      .update(`${engineVersion}\n${canonicalInputs({ draft: document.draft })}`)
      .digest('hex');
    return { ...system, document, inputHash };
  });
}

/** Which of these have their answer, as `id inputHash`. */
async function knownInputs(ctx: ServiceContext, systems: readonly System[]): Promise<ReadonlySet<string>> {
  const { organizationId } = ctx.actor;
  const known = await inTenant(ctx, (tx) =>
    tx.footprintCalculation.findMany({
      where: {
        organizationId,
        OR: systems.map(({ id, inputHash }) => ({ productSystemId: id, inputHash })),
      },
      select: { productSystemId: true, inputHash: true },
    }),
  );
  return new Set(known.map(({ productSystemId, inputHash }) => `${productSystemId} ${inputHash}`));
}

/** What a calculation comes to, as a row for `storeAnswers`. */
function answerRow({ id, version, document, inputHash }: System): string {
  const { result, findings } = calculateDrawing(document.draft);
  const isWhole = result !== null && result.open.length === 0;
  return jsonText({
    id: crypto.randomUUID(),
    productSystemId: id,
    inputHash,
    documentVersion: version,
    ...(isWhole && {
      kgCo2e: result.footprint.total,
      declaredUnit: `${result.footprint.statedUnit.amount} ${result.footprint.statedUnit.unit}`,
    }),
    result,
    ...(result && { figures: figuresOf(result, document), firstLines: firstLinesOf(result, document) }),
    findings,
    factors: factorsOf(result?.footprint.contributions ?? []),
  });
}

async function storeAnswers(
  tx: TenantTransaction,
  ctx: ServiceContext,
  systems: readonly System[],
  answers: readonly string[],
): Promise<void> {
  const { organizationId, userId } = ctx.actor;
  if (answers.length > 0) {
    const written = await tx.$queryRaw<{ productSystemId: string; inputHash: string }[]>`
      INSERT INTO "FootprintCalculation" ("organizationId", "engineVersion", "createdById", "id", "productSystemId",
        "inputHash", "documentVersion", "kgCo2e", "declaredUnit", "result", "figures", "firstLines",
        "findings", "factors")
      SELECT ${organizationId}::uuid, ${engineVersion}, ${userId}::uuid, answer.*
      FROM json_to_recordset(${`[${answers.join(',')}]`}::json) AS answer("id" uuid, "productSystemId" uuid,
        "inputHash" text, "documentVersion" int, "kgCo2e" float8, "declaredUnit" text, "result" jsonb,
        "figures" jsonb, "firstLines" jsonb, "findings" jsonb, "factors" jsonb)
      ON CONFLICT ("organizationId", "productSystemId", "inputHash") DO NOTHING
      RETURNING "productSystemId", "inputHash"`;
    await recordAudits(
      tx,
      ctx,
      written.map(({ productSystemId, inputHash }) => ({
        action: 'productSystem.recalculate',
        subjectKind: 'ProductSystem',
        subjectId: productSystemId,
        detail: { inputHash, engineVersion },
      })),
    );
  }
  const seen = jsonRows(
    systems.map(({ id, version, staleSince, inputHash }) => ({ id, version, staleSince, inputHash })),
  );
  // Locked in one order, whoever else is at some of them.
  await tx.$queryRaw`
    SELECT "id" FROM "ProductSystem" WHERE "organizationId" = ${organizationId}::uuid
      AND "id" IN (SELECT "id" FROM json_to_recordset(${seen}::json) AS seen("id" uuid))
    ORDER BY "id" FOR NO KEY UPDATE`;
  await tx.$executeRaw`
    UPDATE "ProductSystem" system SET "staleSince" = NULL, "inputHash" = seen."inputHash", "updatedAt" = now()
    FROM json_to_recordset(${seen}::json)
      AS seen("id" uuid, "version" int, "staleSince" timestamptz, "inputHash" text)
    WHERE system."organizationId" = ${organizationId}::uuid AND system."id" = seen."id"
      AND system."version" = seen."version" AND system."staleSince" IS NOT DISTINCT FROM seen."staleSince"`;
}

/** Every factor used, once. */
function factorsOf(
  contributions: readonly { readonly factor: { readonly id: string; readonly version: string } | null }[],
) {
  const factors = contributions.flatMap(({ factor }) => (factor ? [factor] : []));
  return [...new Map(factors.map((factor) => [JSON.stringify(factor), factor])).values()];
}
