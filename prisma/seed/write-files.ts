import { mkdir, writeFile } from 'node:fs/promises';
import { makeBillOfMaterialsTemplate } from '@slipstream/inventory-sheet';
import { chengluBills, suiyuanBills } from './bills.ts';
import { evidenceFiles } from './evidence.ts';
import { answerBooks } from './inventory.ts';

// Writes the files of the demo world: `node prisma/seed/write-files.ts`. The same contents give the same bytes.
const folder = new URL('files/', import.meta.url);
await mkdir(folder, { recursive: true });
const write = async (name: string, bytes: Uint8Array | string) => writeFile(new URL(name, folder), bytes);
await write('bom-chenglu.xlsx', await makeBillOfMaterialsTemplate(chengluBills));
await write('bom-suiyuan.xlsx', await makeBillOfMaterialsTemplate(suiyuanBills));
for (const [name, make] of Object.entries(answerBooks)) await write(name, await make());
for (const [name, text] of Object.entries(evidenceFiles)) await write(name, text);
