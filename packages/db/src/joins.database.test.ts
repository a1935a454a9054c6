import { expect, it } from 'vitest';
import { useDatabase } from '../../../test/support/database.ts';
import { makeOrganization } from '../../../test/support/factories.ts';
import { withTenant } from './index.ts';

const { database } = useDatabase();
const amount = '12345678901234567.890123456789';

it('reads along with a parent what it reads alone, but decimals as the nearest double', async () => {
  const { organizationId, userId } = await makeOrganization(database);
  const own = { organizationId };
  const read = await withTenant(database, { organizationId, userId }, async (tx) => {
    const evidence = await tx.evidence.create({
      data: {
        ...own,
        fileName: '盤查表.xlsx',
        contentType: 'text/plain',
        byteLength: 2n ** 53n + 1n,
        sha256: 'a',
        storageKey: 'b',
      },
    });
    const batch = await tx.importBatch.create({
      data: { ...own, kind: 'inventorySheet', evidenceId: evidence.id },
    });
    await tx.inventorySheet.create({
      data: {
        ...own,
        name: '𠮷',
        importBatchId: batch.id,
        periodStart: new Date('2025-12-31'),
        frozenAt: new Date('2026-03-02T08:00:00.123Z'),
        production: amount,
        basicData: { kgPerPiece: 0.1, note: null },
      },
    });
    const include = { evidence: true, inventorySheets: true };
    return {
      evidence: await tx.evidence.findFirstOrThrow(),
      sheet: await tx.inventorySheet.findFirstOrThrow(),
      joined: await tx.importBatch.findFirstOrThrow({ include }),
      asked: await tx.importBatch.findFirstOrThrow({ relationLoadStrategy: 'query', include }),
    };
  });
  const [joined] = read.joined.inventorySheets;
  const [asked] = read.asked.inventorySheets;
  expect(asked).toEqual(read.sheet);
  expect(asked?.production?.toFixed()).toBe(amount);
  expect({ ...joined, production: null }).toEqual({ ...read.sheet, production: null });
  expect(joined?.production?.toNumber()).toBe(Number(amount));
  expect(joined?.production?.toFixed()).not.toBe(amount);
  expect(read.joined.evidence).toEqual(read.evidence);
});

it('reads along nothing that another organization may not see', async () => {
  const lead = await makeOrganization(database);
  const supplier = await makeOrganization(database, { kind: 'supplier' });
  const request = await withTenant(database, lead, (tx) =>
    tx.supplierRequest.create({
      data: { dataRecipientId: lead.organizationId, dataOwnerId: supplier.organizationId, state: 'sent' },
    }),
  );
  await withTenant(database, supplier, (tx) =>
    tx.inventorySheet.create({ data: { organizationId: supplier.organizationId, name: '秘密' } }),
  );
  const reach = (party: typeof lead) =>
    withTenant(database, party, (tx) =>
      tx.organization.findMany({
        where: { id: party.organizationId },
        select: {
          requestsMade: { select: { id: true, dataOwnerId: true } },
          requestsReceived: { select: { id: true, dataRecipient: { select: { inventorySheets: true } } } },
          inventorySheets: { select: { name: true } },
        },
      }),
    );
  expect(await reach(lead)).toEqual([
    {
      requestsMade: [{ id: request.id, dataOwnerId: supplier.organizationId }],
      requestsReceived: [],
      inventorySheets: [],
    },
  ]);
  expect(await reach(supplier)).toEqual([
    {
      requestsMade: [],
      requestsReceived: [{ id: request.id, dataRecipient: { inventorySheets: [] } }],
      inventorySheets: [{ name: '秘密' }],
    },
  ]);
});
