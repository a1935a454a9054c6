import { warningAt } from '@slipstream/quantity';
import { type Notes, Refusal } from '../findings.ts';
import type { WorkbookLimits } from '../limits.ts';
import type { SheetState, Workbook, Worksheet } from '../workbook.ts';
import { elementId } from '../xml/scanner.ts';
import { readZipDirectory } from '../zip/directory.ts';
import type { ZipPlatform } from '../zip/inflate.ts';
import { elementsOnly, type OpcPackage, openPackage, readRelations } from './package.ts';
import { readSharedStrings, TextTable } from './shared-strings.ts';
import { readStyleKinds } from './styles.ts';
import { readWorksheet } from './worksheet.ts';

const sheetElement = elementId('sheet');
const workbookProperties = elementId('workbookPr');

/** Reads an Office Open XML workbook (ISO/IEC 29500) from its bytes; throws `Refusal`. */
export async function readXlsx(
  bytes: Uint8Array,
  platform: ZipPlatform,
  limits: WorkbookLimits,
  notes: Notes,
): Promise<Workbook> {
  const entries = readZipDirectory(bytes, limits);
  const opc = openPackage(entries, platform, limits);
  const main = await findWorkbookPart(opc);
  const { sheets, uses1904 } = await readSheetList(opc, main);
  const relations = await readRelations(opc, main);
  if (entries.has('xl/vbaproject.bin')) notes.add(warningAt('workbook.macrosIgnored'));
  if ([...entries.keys()].some((name) => name.startsWith('xl/externallinks/')))
    notes.add(warningAt('workbook.externalLinksIgnored'));

  const table = new TextTable(limits.textBytes);
  const shared = relations.find(({ type }) => type === 'sharedStrings');
  if (shared && entries.has(shared.target.toLowerCase())) await readSharedStrings(opc, shared.target, table);
  const sharedCount = table.texts.length;
  const styles = relations.find(({ type }) => type === 'styles');
  const styleKinds =
    styles && entries.has(styles.target.toLowerCase())
      ? await readStyleKinds(opc, styles.target)
      : new Uint8Array();

  const read: Worksheet[] = [];
  let cellsLeft = limits.cells;
  for (const { name, state, relation } of sheets) {
    const target = relations.find(({ id }) => id === relation);
    if (!target) throw new Refusal('workbook.partMissing', { part: name });
    if (target.type !== 'worksheet') {
      notes.add(warningAt('workbook.sheetNotCells', [name], { sheet: name, found: target.type }));
      continue;
    }
    if (state !== 'visible') notes.add(warningAt('workbook.sheetHidden', [name], { sheet: name }));
    const sheet = await readWorksheet(opc, {
      name,
      state,
      part: target.target,
      table,
      sharedCount,
      styleKinds,
      uses1904,
      notes,
      cellsLeft,
    });
    cellsLeft -= sheet.cellCount;
    read.push(sheet);
  }
  const listed = new Set(
    sheets.map(({ relation }) => relations.find(({ id }) => id === relation)?.target.toLowerCase()),
  );
  for (const [key, { name }] of entries)
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(key) && !listed.has(key))
      notes.add(warningAt('workbook.sheetNotListed', [name], { part: name }));
  if (read.length === 0) throw new Refusal('workbook.noSheet');
  return { format: 'xlsx', encoding: null, sheets: read };
}

/** The part the package names as its document; what else an archive may be is told apart here. */
async function findWorkbookPart(opc: OpcPackage): Promise<string> {
  const relations = await readRelations(opc, '');
  const main = relations.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (opc.entries.has('xl/workbook.bin') || main.endsWith('.bin')) throw new Refusal('workbook.binaryXlsb');
  if (opc.entries.has('content.xml') && opc.entries.has('mimetype'))
    throw new Refusal('workbook.openDocument');
  if (!opc.entries.has(main.toLowerCase()) || main.startsWith('word/') || main.startsWith('ppt/'))
    throw new Refusal('workbook.zipWithoutWorkbook', {
      found: [...opc.entries.values()][0]?.name.slice(0, 80) ?? null,
    });
  return main;
}

interface SheetEntry {
  readonly name: string;
  readonly state: SheetState;
  readonly relation: string;
}

async function readSheetList(opc: OpcPackage, part: string) {
  const sheets: SheetEntry[] = [];
  let uses1904 = false;
  await opc.scan(
    part,
    elementsOnly((element, found) => {
      if (element === workbookProperties) uses1904 = ['1', 'true'].includes(found.get('date1904') ?? '');
      if (element !== sheetElement) return;
      if (sheets.length >= opc.limits.sheets)
        throw new Refusal('workbook.tooManySheets', { limit: opc.limits.sheets });
      const state = found.get('state');
      const relation = [...found].find(([name]) => name === 'r:id' || name.endsWith(':id'))?.[1] ?? '';
      sheets.push({
        name: (found.get('name') ?? '').slice(0, 100),
        state: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
        relation,
      });
    }),
  );
  return { sheets, uses1904 };
}
