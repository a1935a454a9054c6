import {
  foundOrganization,
  getImport,
  type Runtime,
  receiveBillOfMaterials,
  systemContext,
} from '@slipstream/services';
import { expect, it } from 'vitest';
import { useDatabase } from '../../../../test/support/database.ts';
import { makeRuntime } from '../../../../test/support/runtime.ts';
import { jobHandlers } from './index.ts';

const { database } = useDatabase();

it('ends an import whose job failed for the last time with what became of it, and not before', async () => {
  const runtime = makeRuntime(database);
  const { organizationId } = await foundOrganization(runtime, {
    kind: 'leadFirm',
    name: '大同機械',
    owner: { email: `${crypto.randomUUID()}@example.test`, name: '王小明', password: 'correct horse 電池' },
  });
  const ctx = systemContext(runtime, { id: organizationId, kind: 'leadFirm' }, 'test');
  const { importBatchId } = await receiveBillOfMaterials(ctx, {
    fileName: 'bom.csv',
    contentType: 'text/csv',
    bytes: new Blob(['料號,品名,數量,單位\nA,軸,1,個']).stream(),
  });
  const storeIsAway: Runtime = {
    ...runtime,
    files: { ...runtime.files, get: () => Promise.reject(new Error('the object store is away')) },
  };
  const told: string[] = [];
  const run = (from: Runtime, isLastAttempt: boolean) =>
    jobHandlers(from)['import-bill-of-materials']?.({
      id: crypto.randomUUID(),
      payload: { organizationId, importBatchId },
      attempt: isLastAttempt ? 3 : 2,
      isLastAttempt,
      announce: async () => void told.push('moved'),
    });

  await expect(run(storeIsAway, false)).rejects.toThrow('away');
  expect(await getImport(ctx, { id: importBatchId })).toMatchObject({
    state: 'reading',
    leftOut: { count: 0 },
  });

  told.length = 0;
  await expect(run(storeIsAway, true)).rejects.toThrow('away');
  const refused = await getImport(ctx, { id: importBatchId });
  expect(refused).toMatchObject({
    state: 'refused',
    leftOut: { shown: [{ code: 'import.failed', severity: 'error' }] },
    products: { count: 0 },
  });
  // Once that it began, once that it ended.
  expect(told).toHaveLength(2);

  await run(runtime, true);
  expect(await getImport(ctx, { id: importBatchId })).toEqual(refused);
});

it('tells what failed first, though giving up fails as well, and hands on the first', async () => {
  const logged: (readonly [string, unknown])[] = [];
  const runtime: Runtime = {
    ...makeRuntime(database),
    log: { info() {}, warn() {}, error: (fields, message) => void logged.push([message, fields.error]) },
  };
  const run = jobHandlers(runtime)['import-bill-of-materials']?.({
    id: crypto.randomUUID(),
    // No id of an organization: both the import and giving it up are refused by the database's own door.
    payload: { organizationId: 'nobody 42', importBatchId: crypto.randomUUID() },
    attempt: 3,
    isLastAttempt: true,
    announce: async () => {},
  });
  await expect(run).rejects.toThrow('A tenant needs the id');
  expect(logged.map(([message]) => message)).toEqual([
    'A job failed for the last time',
    'A job could not be given up',
  ]);
  expect(logged[0]?.[1]).toMatchObject({
    type: 'TypeError',
    message: 'A tenant needs the id of an organization',
  });
  expect(JSON.stringify(logged)).not.toContain('nobody 42');
});
