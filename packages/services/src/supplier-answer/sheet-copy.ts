import { randomUUID } from 'node:crypto';
import { Prisma, type TenantTransaction } from '@slipstream/db';

const jsonOf = (value: Prisma.JsonValue) =>
  value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue);

/** Gives each item whose newest sheet is frozen a copy of it as the next version, which can be changed. */
export async function copyFrozenSheets(tx: TenantTransaction, itemIds: readonly string[]): Promise<void> {
  const sheets = await tx.inventorySheet.findMany({
    // What is copied must not have passed through a double.
    relationLoadStrategy: 'query',
    where: { requestedItemId: { in: [...itemIds] } },
    orderBy: { version: 'desc' },
    distinct: ['requestedItemId'],
    include: { lines: true, suppliedFootprints: { orderBy: { version: 'desc' }, take: 1 } },
  });
  for (const { suppliedFootprints, ...sheet } of sheets) {
    if (!sheet.frozenAt) continue;
    const id = await copySheet(tx, sheet, { version: sheet.version + 1 });
    const [answer] = suppliedFootprints;
    if (!answer) continue;
    await tx.suppliedFootprint.create({
      data: {
        ...answer,
        id: randomUUID(),
        inventorySheetId: id,
        version: answer.version + 1,
        result: answer.result as Prisma.InputJsonValue,
      },
    });
  }
}

/** Writes a sheet with its lines once more, as `place` says, to be changed on its own; returns its id. */
export async function copySheet(
  tx: TenantTransaction,
  { lines, createdAt, updatedAt, ...sheet }: Prisma.InventorySheetGetPayload<{ include: { lines: true } }>,
  place: { readonly version: number; readonly requestedItemId?: string },
): Promise<string> {
  const id = randomUUID();
  await tx.inventorySheet.create({
    data: {
      ...sheet,
      ...place,
      id,
      basicData: sheet.basicData as Prisma.InputJsonValue,
      frozenAt: null,
    },
  });
  await tx.activityData.createMany({
    data: lines.map((line) => ({
      ...line,
      id: randomUUID(),
      inventorySheetId: id,
      allocation: jsonOf(line.allocation),
      factor: jsonOf(line.factor),
      transport: jsonOf(line.transport),
      dataQuality: jsonOf(line.dataQuality),
    })),
  });
  return id;
}
