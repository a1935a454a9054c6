import { randomUUID } from 'node:crypto';
import { Prisma, type TenantTransaction } from '@slipstream/db';

const jsonOf = (value: Prisma.JsonValue) =>
  value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue);

/** Gives each item whose newest sheet is frozen a copy of it as the next version, which can be changed. */
export async function copyFrozenSheets(tx: TenantTransaction, itemIds: readonly string[]): Promise<void> {
  const sheets = await tx.inventorySheet.findMany({
    where: { requestedItemId: { in: [...itemIds] } },
    orderBy: { version: 'desc' },
    distinct: ['requestedItemId'],
    include: { lines: true, suppliedFootprints: { orderBy: { version: 'desc' }, take: 1 } },
  });
  for (const { lines, suppliedFootprints, createdAt, updatedAt, ...sheet } of sheets) {
    if (!sheet.frozenAt) continue;
    const id = randomUUID();
    await tx.inventorySheet.create({
      data: {
        ...sheet,
        id,
        version: sheet.version + 1,
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
