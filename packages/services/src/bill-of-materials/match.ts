import { randomUUID } from 'node:crypto';
import type { TenantTransaction } from '@slipstream/db';
import type { BomLine } from '@slipstream/inventory-sheet';
import { plainText } from '@slipstream/quantity';
import type { ServiceContext } from '../context.ts';

/** What lines of a file were matched to; `of` is for what every line has, `find` for what it may lack. */
export interface Matched<Value = string> {
  of(line: BomLine): Value;
  find(line: BomLine): Value | undefined;
}

function matched<Value>(
  keyOf: (line: BomLine) => string | null,
  byKey: ReadonlyMap<string, Value>,
): Matched<Value> {
  const find = (line: BomLine) => {
    const key = keyOf(line);
    return key === null ? undefined : byKey.get(key);
  };
  return {
    find,
    of(line) {
      const value = find(line);
      if (value === undefined) throw new TypeError('A line was not matched');
      return value;
    },
  };
}

const partKey = ({ partNumber, name }: BomLine) => plainText(partNumber ?? name ?? '').slice(0, 200);
const supplierKey = ({ supplier }: BomLine) => (supplier === null ? null : plainText(supplier).slice(0, 300));

/** Finds the part of every line by its number (its name, where it has none); makes the parts that are new. */
export async function matchParts(
  tx: TenantTransaction,
  ctx: ServiceContext,
  lines: readonly BomLine[],
): Promise<Matched> {
  const { organizationId } = ctx.actor;
  const firstOf = new Map<string, BomLine>();
  for (const line of lines) if (!firstOf.has(partKey(line))) firstOf.set(partKey(line), line);
  const known = await tx.part.findMany({
    where: { organizationId, partNumber: { in: [...firstOf.keys()] } },
    select: { id: true, partNumber: true },
  });
  const byKey = new Map(known.map(({ id, partNumber }) => [partNumber, id]));
  const fresh = [...firstOf].filter(([key]) => !byKey.has(key));
  for (const [key] of fresh) byKey.set(key, randomUUID());
  await tx.part.createMany({
    data: fresh.map(([partNumber, line]) => ({
      organizationId,
      id: byKey.get(partNumber) as string,
      partNumber,
      name: plainText(line.name ?? partNumber).slice(0, 300),
      specification: line.specification,
      material: line.material,
      unit: line.unit ?? line.unitTyped ?? 'pcs',
      massPerUnitKg: line.kgPerPiece,
    })),
  });
  return matched(partKey, byKey);
}

/**
 * Finds the supplier of every line that names one, by the name the lead firm uses. A supplier nobody knows becomes an
 * organization that waits to be claimed, with the lead firm's own relation to it.
 */
export async function matchSuppliers(
  tx: TenantTransaction,
  ctx: ServiceContext,
  lines: readonly BomLine[],
): Promise<Matched<{ relationId: string; organizationId: string }>> {
  const { organizationId } = ctx.actor;
  const names = new Set(lines.flatMap((line) => supplierKey(line) ?? []));
  const known = await tx.supplierRelation.findMany({
    where: { organizationId, name: { in: [...names] } },
    select: { id: true, name: true, supplierId: true },
  });
  const byKey = new Map(
    known.map(({ id, name, supplierId }) => [name, { relationId: id, organizationId: supplierId }]),
  );
  const fresh = [...names]
    .filter((name) => !byKey.has(name))
    .map((name) => ({ name, relationId: randomUUID(), supplierId: randomUUID() }));
  await tx.organization.createMany({
    data: fresh.map(({ name, supplierId }) => ({
      id: supplierId,
      kind: 'supplier',
      name,
      createdById: organizationId,
    })),
  });
  await tx.supplierRelation.createMany({
    data: fresh.map(({ name, relationId, supplierId }) => ({
      organizationId,
      id: relationId,
      supplierId,
      name,
    })),
  });
  for (const { name, relationId, supplierId } of fresh)
    byKey.set(name, { relationId, organizationId: supplierId });
  await storeSoleSources(tx, organizationId, lines, byKey);
  return matched(supplierKey, byKey);
}

/** What the file says of sole sources goes to the relation, unless a person has said so before. */
async function storeSoleSources(
  tx: TenantTransaction,
  organizationId: string,
  lines: readonly BomLine[],
  byKey: ReadonlyMap<string, { readonly relationId: string }>,
): Promise<void> {
  const sole = lines
    .filter(({ soleSource }) => soleSource === true)
    .flatMap((line) => byKey.get(supplierKey(line) ?? '')?.relationId ?? []);
  await tx.supplierRelation.updateMany({
    where: { organizationId, id: { in: [...new Set(sole)] }, soleSource: null },
    data: { soleSource: true },
  });
}
