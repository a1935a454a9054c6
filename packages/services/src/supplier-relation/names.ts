import type { TenantTransaction } from '@slipstream/db';

/** The lead firm's names of supplying organizations, by their ids; what is no id of one is left out. */
export async function supplierNamesOf(
  tx: TenantTransaction,
  organizationId: string,
  suppliers: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const ids = [...new Set(suppliers)].filter((id) => id.length === 36);
  const known = await tx.supplierRelation.findMany({
    where: { organizationId, supplierId: { in: ids } },
    select: { supplierId: true, name: true },
  });
  return Object.fromEntries(known.map(({ supplierId, name }) => [supplierId, name]));
}
