import { crc32, deflateRawSync } from 'node:zlib';

/** One entry to pack, with what it may lie about. */
export interface EntryDraft {
  readonly name: string;
  readonly data: string | Uint8Array;
  /** Bytes to put instead of the deflated data. */
  readonly compressed?: Uint8Array;
  readonly method?: number;
  readonly size?: number;
  readonly crc?: number;
  readonly flags?: number;
  readonly externalAttributes?: number;
  /** Says that the entry lies at the start of the data of the entry of this index, and writes none of its own. */
  readonly inside?: number;
}

/** Packs entries as told, true or not. `zip64` writes every size and place in the 64-bit form. */
export function packZip(entries: readonly EntryDraft[], zip64 = false): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  const dataPlaces: number[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const data = typeof entry.data === 'string' ? Buffer.from(entry.data) : entry.data;
    const method = entry.method ?? 8;
    const compressed = entry.compressed ?? (method === 8 ? deflateRawSync(data, { level: 1 }) : data);
    const inside = entry.inside === undefined ? undefined : dataPlaces[entry.inside];
    const size = entry.size ?? data.length;
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(zip64 ? 45 : 20, 0);
    fields.writeUInt16LE(entry.flags ?? 0x800, 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(0x00210000, 6);
    fields.writeUInt32LE(entry.crc ?? crc32(data), 10);
    fields.writeUInt32LE(zip64 ? 0xffffffff : compressed.length, 14);
    fields.writeUInt32LE(zip64 ? 0xffffffff : Math.min(size, 0xfffffffe), 18);
    fields.writeUInt16LE(name.length, 22);
    const at = inside ?? offset;
    const wide = Buffer.alloc(zip64 ? 28 : 0);
    if (zip64) {
      wide.writeUInt16LE(1, 0);
      wide.writeUInt16LE(24, 2);
      wide.writeBigUInt64LE(BigInt(size), 4);
      wide.writeBigUInt64LE(BigInt(compressed.length), 12);
      wide.writeBigUInt64LE(BigInt(at), 20);
    }
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    fields.copy(central, 6);
    central.writeUInt16LE(wide.length, 30);
    central.writeUInt32LE(entry.externalAttributes ?? 0, 38);
    central.writeUInt32LE(zip64 ? 0xffffffff : at, 42);
    directory.push(central, name, wide);
    dataPlaces.push(at + 30 + name.length);
    if (inside !== undefined) continue;
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), fields, name, compressed]);
    pieces.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(zip64 ? 0xffff : entries.length & 0xffff, 8);
  end.writeUInt16LE(zip64 ? 0xffff : entries.length & 0xffff, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(zip64 ? 0xffffffff : offset, 16);
  return new Uint8Array(
    Buffer.concat([
      ...pieces,
      central,
      ...(zip64 ? endOf64(offset, central.length, entries.length) : []),
      end,
    ]),
  );
}

function endOf64(offset: number, length: number, count: number): Buffer[] {
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(length), 40);
  record.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + length), 8);
  locator.writeUInt32LE(1, 16);
  return [record, locator];
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What differs from a small honest workbook. */
export interface WorkbookDraft {
  /** The worksheet's whole XML, or its rows. */
  readonly sheet?: string | Uint8Array;
  readonly rows?: string;
  /** XML behind the rows: merged cells, protection. */
  readonly behind?: string;
  readonly sharedStrings?: string | Uint8Array;
  readonly styles?: string;
  readonly workbook?: string;
  readonly workbookRelations?: string;
  readonly more?: readonly EntryDraft[];
}

/** Rows of an honest little bill of materials. */
export const honestRows =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>料號</t></is></c><c r="B1" t="inlineStr"><is><t>品名</t></is></c><c r="C1" t="inlineStr"><is><t>數量</t></is></c><c r="D1" t="inlineStr"><is><t>單位</t></is></c></row>' +
  '<row r="2"><c r="A2" t="inlineStr"><is><t>P-001</t></is></c><c r="B2" t="inlineStr"><is><t>鋁錠</t></is></c><c r="C2"><v>12.5</v></c><c r="D2" t="inlineStr"><is><t>kg</t></is></c></row>';

/** A worksheet part with these rows. */
export function worksheet(rows: string, behind = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${behind}</worksheet>`;
}

/** The entries of a workbook. */
export function workbookEntries(draft: WorkbookDraft = {}): EntryDraft[] {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  const list = (inner: string) =>
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  return [
    {
      name: '[Content_Types].xml',
      data: '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    { name: '_rels/.rels', data: list(relation('rId1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      data:
        draft.workbook ??
        `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data:
        draft.workbookRelations ??
        list(
          relation('rId1', 'worksheet', 'worksheets/sheet1.xml') +
            (draft.styles ? relation('rId2', 'styles', 'styles.xml') : '') +
            (draft.sharedStrings ? relation('rId3', 'sharedStrings', 'sharedStrings.xml') : ''),
        ),
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      data: draft.sheet ?? worksheet(draft.rows ?? honestRows, draft.behind),
    },
    ...(draft.styles ? [{ name: 'xl/styles.xml', data: draft.styles }] : []),
    ...(draft.sharedStrings ? [{ name: 'xl/sharedStrings.xml', data: draft.sharedStrings }] : []),
    ...(draft.more ?? []),
  ];
}

/** A workbook file. */
export function packWorkbook(draft: WorkbookDraft = {}): Uint8Array {
  return packZip(workbookEntries(draft));
}
