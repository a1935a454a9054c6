import { openAsBlob } from 'node:fs';
import { openDatabase } from '@slipstream/db';
import {
  importBillOfMaterials,
  listProducts,
  type Runtime,
  readSession,
  recalculateProductSystems,
  receiveBillOfMaterials,
  signIn,
  systemContext,
} from '@slipstream/services';
import { openDiskStore } from '@slipstream/storage';
import { readSheet } from '../../../apps/worker/src/workbook-process/read-sheet.ts';
import { billFile } from '../import/bill-file.ts';
import { benchFolder } from '../import/peers.ts';

/** Pages about one large bill, in the order they are measured. */
export interface LargeBill {
  readonly email: string;
  readonly paths: readonly string[];
}

const email = 'lead@suiyuan.example';
const password = 'slipstream-demo';

/** Imports a bill of so many lines for a lead firm of the demo, and calculates it. */
export async function addLargeBill(url: string, folder: string, lines: number): Promise<LargeBill> {
  const database = openDatabase({ url, onError: console.error });
  const runtime: Runtime = {
    database,
    files: openDiskStore(folder),
    mail: { delivers: false, send: async () => {}, close() {} },
    clock: () => new Date(),
    log: { info() {}, warn() {}, error() {} },
    publicUrl: 'https://carbon.example',
  };
  const visit = { requestId: 'bench', address: '127.0.0.1', userAgent: null, sessionToken: undefined };
  const session = await readSession(runtime, await signIn(runtime, visit, { email, password }));
  const id = session?.membership?.organizationId ?? '';
  const ctx = systemContext(runtime, { id, kind: 'leadFirm' }, 'bench');
  const known = new Set((await listProducts(ctx)).map((product) => product.id));
  const { importBatchId } = await receiveBillOfMaterials(ctx, {
    fileName: 'bill.xlsx',
    contentType: 'application/octet-stream',
    bytes: (await openAsBlob(await billFile(benchFolder, lines))).stream(),
  });
  const { productSystemIds } = await importBillOfMaterials(ctx, { importBatchId }, (bytes) =>
    readSheet('billOfMaterials', bytes),
  );
  await recalculateProductSystems(ctx, { productSystemIds });
  const product = (await listProducts(ctx)).find((one) => !known.has(one.id));
  await database.close();
  const path = `/products/${product?.id}`;
  return {
    email,
    paths: [path, `${path}/process-flow`, `${path}/declared-unit`, `/products/imports/${importBatchId}`],
  };
}
