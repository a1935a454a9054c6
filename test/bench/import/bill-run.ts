import { randomUUID } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openDatabase } from '@slipstream/db';
import {
  foundOrganization,
  getImport,
  importBillOfMaterials,
  type Runtime,
  recalculateProductSystems,
  receiveBillOfMaterials,
  systemContext,
} from '@slipstream/services';
import { openDiskStore } from '@slipstream/storage';
import { readSheet } from '../../../apps/worker/src/workbook-process/read-sheet.ts';
import { keepReaderReady } from '../../../apps/worker/src/workbook-process/reader.ts';

/** Milliseconds of each part of one import, the longest time nothing else had a turn, and the peak of memory. */
export interface BillRun {
  readonly read: number;
  readonly store: number;
  readonly calculate: number;
  readonly longestBlock: number;
  readonly peakMegabytes: number;
}

/** One worker, one import of one file by a new firm, as the job does it, after one of another firm that warms it up. */
const [, , file = '', url = '', folder = ''] = process.argv;
const database = openDatabase({ url, onError: console.error });
const silent = { info() {}, warn() {}, error() {} };
const runtime: Runtime = {
  database,
  files: openDiskStore(folder),
  mail: { delivers: false, send: async () => {}, close() {} },
  clock: () => new Date(),
  log: silent,
  publicUrl: 'https://carbon.example',
};
keepReaderReady();
await importOnce();
console.log(JSON.stringify(await importOnce()));
await database.close();
process.exit();

async function importOnce(): Promise<BillRun> {
  const { organizationId } = await foundOrganization(runtime, {
    kind: 'leadFirm',
    name: '量測公司',
    owner: { email: `${randomUUID()}@example.test`, name: '量測', password: randomUUID() },
  });
  const ctx = systemContext(runtime, { id: organizationId, kind: 'leadFirm' }, 'bench');
  const { importBatchId } = await receiveBillOfMaterials(ctx, {
    fileName: 'bill.xlsx',
    contentType: 'application/octet-stream',
    bytes: (await openAsBlob(file)).stream(),
  });
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const began = performance.now();
  let read = 0;
  const { productSystemIds } = await importBillOfMaterials(ctx, { importBatchId }, async (bytes) => {
    const from = performance.now();
    const reading = await readSheet('billOfMaterials', bytes);
    read = performance.now() - from;
    return reading;
  });
  const stored = performance.now();
  await recalculateProductSystems(ctx, { productSystemIds });
  const calculated = performance.now();
  delay.disable();
  const report = await getImport(ctx, { id: importBatchId });
  if (report.state !== 'read' || report.calculated !== report.products.count)
    throw new Error(`The import is ${report.state}`);
  return {
    read: Math.round(read),
    store: Math.round(stored - began - read),
    calculate: Math.round(calculated - stored),
    longestBlock: Math.round(delay.max / 1e6),
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}
