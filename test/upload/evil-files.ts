import { deflateRawSync } from 'node:zlib';
import { honestRows, packWorkbook, packZip, type WorkbookDraft, workbookEntries, worksheet } from './zip.ts';

/** A file somebody might upload, and the code its reading must end in. */
export interface EvilFile {
  readonly name: string;
  readonly make: () => Uint8Array;
  /** The one code of a refusal, or a code among the notes of a reading; null for an honest file that must read clean. */
  readonly code: string | null;
  readonly refused: boolean;
}

const text = (content: string) => new Uint8Array(Buffer.from(content));
const refused = (name: string, code: string, make: () => Uint8Array): EvilFile => ({
  name,
  make,
  code,
  refused: true,
});
const noted = (name: string, code: string | null, make: () => Uint8Array): EvilFile => ({
  name,
  make,
  code,
  refused: false,
});
const workbook = (draft: WorkbookDraft) => () => packWorkbook(draft);

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheetsOf = (inner: string, properties = '') =>
  `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${relations}">${properties}<sheets>${inner}</sheets></workbook>`;
const relationsOf = (type: string, target: string, id = 'rId1') =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/></Relationships>`;

/** A compound file with one directory entry of this name. */
function compoundFile(stream: string): Uint8Array {
  const bytes = Buffer.alloc(2048);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes);
  bytes.write(stream, 1024, 'utf16le');
  bytes.writeUInt16LE(stream.length * 2 + 2, 1024 + 64);
  return new Uint8Array(bytes);
}

/** Repeats a piece of XML up to about `bytes`. */
function filled(piece: string, bytes: number): string {
  return piece.repeat(Math.ceil(bytes / piece.length));
}

function rowsOf(count: number, cells: (row: number) => string): string {
  const rows: string[] = [];
  for (let row = 1; row <= count; row++) rows.push(`<row r="${row}">${cells(row)}</row>`);
  return rows.join('');
}

const bomRow = (row: number, ...values: (string | number)[]) =>
  `<row r="${row}">${values.map((value, index) => (typeof value === 'number' ? `<c r="${'ABCDEFG'[index]}${row}"><v>${value}</v></c>` : `<c r="${'ABCDEFG'[index]}${row}" t="inlineStr"><is><t>${value}</t></is></c>`)).join('')}</row>`;

const big5 = Buffer.from('aec6b8b92cab7e', 'hex');
const gb2312Header = Buffer.from([
  0xc1, 0xcf, 0xba, 0xc5, 0x2c, 0xc6, 0xb7, 0xc3, 0xfb, 0x2c, 0xca, 0xfd, 0xc1, 0xbf, 0x2c, 0xb5, 0xa5, 0xce,
  0xbb, 0x0a, 0xc2, 0xc1, 0xb6, 0xa7, 0x2c, 0xb9, 0xa9, 0xd3, 0xa6, 0xc9, 0xcc, 0x2c, 0x31, 0x32, 0x2c, 0xb9,
  0xab, 0xbd, 0xef, 0x0a,
]);

/** Every file of the set, made anew by code: nothing evil lies in the repository. */
export const evilFiles: readonly EvilFile[] = [
  // What is not a workbook
  refused('empty', 'workbook.empty', () => new Uint8Array()),
  refused('blanks only', 'workbook.empty', () => text(' \n\r\n\t ')),
  refused('random bytes', 'workbook.notAWorkbook', () =>
    Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256),
  ),
  refused(
    'picture',
    'workbook.notAWorkbook',
    () => new Uint8Array(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
  ),
  refused('pdf', 'workbook.pdf', () => text('%PDF-1.7\n1 0 obj\n<< /OpenAction 2 0 R >>')),
  refused(
    'pdf and zip at once',
    'workbook.pdf',
    () => new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.7\n'), packWorkbook()])),
  ),
  refused('html named xls', 'workbook.html', () =>
    text('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>1</td></tr></table>'),
  ),
  refused('xml spreadsheet of 2003', 'workbook.xmlSpreadsheet2003', () =>
    text('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
  ),
  refused('other xml', 'workbook.notAWorkbook', () =>
    text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
  ),
  refused('rich text', 'workbook.notAWorkbook', () => text('{\\rtf1 hello}')),
  refused('workbook with password', 'workbook.passwordProtected', () => compoundFile('EncryptedPackage')),
  refused('workbook under rights management', 'workbook.rightsManaged', () =>
    compoundFile('DRMEncryptedDataSpace'),
  ),
  refused('xls of before 2007', 'workbook.legacyXls', () => compoundFile('Workbook')),
  refused('old document', 'workbook.notAWorkbook', () => compoundFile('WordDocument')),
  refused('xlsb', 'workbook.binaryXlsb', () =>
    packZip([...workbookEntries(), { name: 'xl/workbook.bin', data: 'x' }]),
  ),
  refused('ods', 'workbook.openDocument', () =>
    packZip([
      { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 },
      { name: 'content.xml', data: '<x/>' },
    ]),
  ),
  refused('docx', 'workbook.zipWithoutWorkbook', () =>
    packZip([
      { name: '_rels/.rels', data: relationsOf('officeDocument', 'word/document.xml') },
      { name: 'word/document.xml', data: '<x/>' },
    ]),
  ),
  refused('zip in zip', 'workbook.zipWithoutWorkbook', () =>
    packZip([{ name: 'inner.xlsx', data: packWorkbook() }]),
  ),
  refused('file too large', 'workbook.fileTooLarge', () => new Uint8Array(31_000_000).fill(65)),

  // Archives that lie
  refused('truncated', 'workbook.damaged', () => packWorkbook().subarray(0, 900)),
  refused('no directory', 'workbook.damaged', () => text('PK\u0003\u0004 and nothing more')),
  refused('climbing path', 'workbook.unsafeEntry', () =>
    packZip([...workbookEntries(), { name: '../../etc/cron.d/x', data: 'x' }]),
  ),
  refused('climbing path with backslashes', 'workbook.unsafeEntry', () =>
    packZip([...workbookEntries(), { name: '..\\..\\x', data: 'x' }]),
  ),
  refused('absolute path', 'workbook.unsafeEntry', () =>
    packZip([...workbookEntries(), { name: '/etc/passwd', data: 'x' }]),
  ),
  refused('drive path', 'workbook.unsafeEntry', () =>
    packZip([...workbookEntries(), { name: 'C:/x', data: 'x' }]),
  ),
  refused('symbolic link', 'workbook.unsafeEntry', () =>
    packZip([...workbookEntries(), { name: 'xl/link', data: '/etc/passwd', externalAttributes: 0xa1ff0000 }]),
  ),
  refused('60,000 entries', 'workbook.tooManyEntries', () =>
    packZip([
      ...workbookEntries(),
      ...Array.from({ length: 60_000 }, (_, index) => ({ name: `x${index}`, data: '', method: 0 })),
    ]),
  ),
  refused('encrypted entry', 'workbook.encryptedEntry', () =>
    packZip(workbookEntries().map((entry) => ({ ...entry, flags: 0x801 }))),
  ),
  refused('strange compression', 'workbook.unsupportedCompression', () =>
    packZip(workbookEntries().map((entry) => ({ ...entry, method: 14 }))),
  ),
  refused('one entry inside another', 'workbook.overlappingEntries', () => {
    const inner = { name: 'xl/b', data: 'x', method: 0 };
    return packZip([
      { name: 'xl/a', data: packZip([inner]), method: 0 },
      { ...inner, inside: 0 },
      ...workbookEntries(),
    ]);
  }),
  refused('declared 4 GB', 'workbook.inflatesTooMuch', () =>
    packZip(workbookEntries().map((entry) => ({ ...entry, size: 4_000_000_000 }))),
  ),
  refused('declares less than it holds', 'workbook.sizeMismatch', () =>
    packZip(
      workbookEntries({ rows: filled(' ', 50_000_000) }).map((entry) =>
        entry.name.endsWith('sheet1.xml') ? { ...entry, size: 1000 } : entry,
      ),
    ),
  ),
  refused('declares more than it holds', 'workbook.sizeMismatch', () =>
    packZip(
      workbookEntries().map((entry) =>
        entry.name.endsWith('sheet1.xml') ? { ...entry, size: 1_000_000 } : entry,
      ),
    ),
  ),
  refused('wrong checksum', 'workbook.checksumMismatch', () =>
    packZip(workbookEntries().map((entry) => ({ ...entry, crc: 7 }))),
  ),
  refused('damaged data', 'workbook.damaged', () =>
    packZip(
      workbookEntries().map((entry) =>
        entry.name.endsWith('sheet1.xml') ? { ...entry, compressed: Buffer.alloc(200, 0xff) } : entry,
      ),
    ),
  ),
  refused('deflate cut short', 'workbook.damaged', () =>
    packZip(
      workbookEntries().map((entry) =>
        entry.name.endsWith('sheet1.xml')
          ? { ...entry, compressed: deflateRawSync(Buffer.from(worksheet(honestRows))).subarray(0, 60) }
          : entry,
      ),
    ),
  ),
  refused('part given twice', 'workbook.duplicatePart', () =>
    packZip([...workbookEntries(), { name: 'xl/worksheets/SHEET1.xml', data: worksheet('') }]),
  ),
  refused('zip64 pointing nowhere', 'workbook.damaged', () => {
    const bytes = Buffer.from(packZip(workbookEntries(), true));
    bytes.writeBigUInt64LE(0xffffffffffffn, bytes.length - 22 - 20 + 8);
    return new Uint8Array(bytes);
  }),
  noted('honest zip64', null, () => packZip(workbookEntries(), true)),

  // Bombs
  refused('200 MB of blanks', 'workbook.inflatesTooMuch', workbook({ rows: filled(' ', 200_000_000) })),
  refused('90 MB of blanks', 'workbook.textTooLong', workbook({ rows: filled(' ', 90_000_000) })),
  refused(
    '90 MB cell',
    'workbook.textTooLong',
    workbook({
      rows: `<row r="1"><c r="A1" t="inlineStr"><is><t>${filled('x', 90_000_000)}</t></is></c></row>`,
    }),
  ),
  refused(
    '90 MB in pieces of one cell',
    'workbook.textTooLong',
    workbook({
      rows: `<row r="1"><c r="A1" t="inlineStr"><is>${filled('<t>xxxxxxxxxxxxxxxxxxxxxxxx</t>', 90_000_000)}</is></c></row>`,
    }),
  ),
  refused(
    '90 MB of shared strings',
    'workbook.tooMuchText',
    workbook({
      sharedStrings: `<sst xmlns="${main}">${filled('<si><t>0123456789012345678901234567890123456789</t></si>', 90_000_000)}</sst>`,
    }),
  ),
  refused(
    'one shared string of 50 MB',
    'workbook.textTooLong',
    workbook({ sharedStrings: `<sst xmlns="${main}"><si><t>${filled('x', 50_000_000)}</t></si></sst>` }),
  ),
  refused(
    'three million cells',
    'workbook.tooManyCells',
    workbook({ rows: rowsOf(30_000, () => filled('<c><v>1</v></c>', 100 * 15)) }),
  ),
  refused(
    'a million cells without places in one row',
    'workbook.columnBeyondLimit',
    workbook({ rows: `<row>${filled('<c><v>1</v></c>', 15_000_000)}</row>` }),
  ),
  refused(
    'a million rows without places',
    'table.notFound',
    workbook({ rows: filled('<row><c><v>1</v></c></row>', 25_000_000) }),
  ),
  refused(
    'far cell',
    'workbook.columnBeyondLimit',
    workbook({ rows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' }),
  ),
  refused(
    'cell beyond the format',
    'workbook.damaged',
    workbook({ rows: '<row r="1"><c r="ZZZZ1"><v>1</v></c></row>' }),
  ),
  refused(
    'row beyond the format',
    'workbook.damaged',
    workbook({ rows: '<row r="4294967296"><c><v>1</v></c></row>' }),
  ),
  noted(
    'dimension that lies',
    null,
    workbook({
      sheet: worksheet(honestRows).replace('<sheetData>', '<dimension ref="A1:XFD1048576"/><sheetData>'),
    }),
  ),
  noted(
    'everything merged',
    null,
    workbook({ behind: '<mergeCells count="1"><mergeCell ref="A3:XFD1048576"/></mergeCells>' }),
  ),
  refused(
    '20,000 merges',
    'workbook.tooManyMerges',
    workbook({ behind: `<mergeCells>${filled('<mergeCell ref="A3:B4"/>', 480_000)}</mergeCells>` }),
  ),
  refused(
    '200,000 elements deep',
    'workbook.xmlTooDeep',
    workbook({ rows: `${filled('<row>', 1_000_000)}` }),
  ),
  refused(
    '100,000 styles',
    'workbook.tooManyStyles',
    workbook({
      styles: `<styleSheet xmlns="${main}"><cellXfs>${'<xf numFmtId="14"/>'.repeat(100_000)}</cellXfs></styleSheet>`,
    }),
  ),
  refused(
    '150 sheets',
    'workbook.tooManySheets',
    workbook({ workbook: sheetsOf('<sheet name="s" sheetId="1" r:id="rId1"/>'.repeat(150)) }),
  ),
  refused(
    'attribute without end',
    'workbook.textTooLong',
    workbook({ rows: `<row r="${filled('1', 50_000_000)}` }),
  ),

  // XML that is not what it seems
  refused(
    'billion laughs',
    'workbook.xmlDoctype',
    workbook({
      sheet: `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${worksheet('&b;')}`,
    }),
  ),
  refused(
    'external entity',
    'workbook.xmlDoctype',
    workbook({
      sharedStrings: `<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst><si><t>&x;</t></si></sst>`,
    }),
  ),
  refused(
    'unknown entity',
    'workbook.xmlMalformed',
    workbook({ rows: honestRows.replace('P-001', '&secret;') }),
  ),
  refused(
    'part in UTF-16',
    'workbook.xmlEncoding',
    workbook({ sheet: Buffer.from(`\ufeff${worksheet(honestRows)}`, 'utf16le') }),
  ),
  refused(
    'bytes that are not UTF-8',
    'workbook.xmlEncoding',
    workbook({ sheet: Buffer.from(worksheet(honestRows).replace('P-001', '\u00ff\u00fe'), 'latin1') }),
  ),
  refused(
    'NUL in a cell',
    'workbook.xmlMalformed',
    workbook({ rows: honestRows.replace('P-001', 'P\u0000001') }),
  ),
  refused(
    'tags crossed',
    'workbook.xmlMalformed',
    workbook({ rows: honestRows.replace('</is></c>', '</c></is>') }),
  ),
  refused('comment without end', 'workbook.xmlMalformed', workbook({ rows: '<!-- and so on' })),
  refused(
    'two roots',
    'workbook.xmlMalformed',
    workbook({
      sheet: worksheet(honestRows).repeat(2).replaceAll('<?xml version="1.0" encoding="UTF-8"?>', ''),
    }),
  ),
  refused('another kind of part', 'workbook.damaged', workbook({ sheet: '<chartsheet/>' })),
  noted('byte-order mark before XML', null, workbook({ sheet: `\ufeff${worksheet(honestRows)}` })),
  noted(
    'names with prefixes',
    null,
    workbook({
      sheet: worksheet(honestRows)
        .replace('xmlns=', 'xmlns:x=')
        .replace(/<(\/?)([a-zA-Z])/g, '<$1x:$2'),
    }),
  ),

  // Workbooks with something missing or hidden
  refused('missing worksheet', 'workbook.partMissing', () =>
    packZip(workbookEntries().filter(({ name }) => !name.endsWith('sheet1.xml'))),
  ),
  refused(
    'missing relation',
    'workbook.partMissing',
    workbook({ workbookRelations: relationsOf('worksheet', 'worksheets/sheet1.xml', 'rId9') }),
  ),
  refused('no sheet', 'workbook.noSheet', workbook({ workbook: sheetsOf('') })),
  refused(
    'chart sheet only',
    'workbook.noSheet',
    workbook({ workbookRelations: relationsOf('chartsheet', 'worksheets/sheet1.xml') }),
  ),
  refused('empty sheet', 'table.notFound', workbook({ rows: '' })),
  noted(
    'macros',
    'workbook.macrosIgnored',
    workbook({ more: [{ name: 'xl/vbaProject.bin', data: 'Sub Auto_Open()' }] }),
  ),
  noted(
    'external links and DDE',
    'workbook.externalLinksIgnored',
    workbook({
      more: [
        {
          name: 'xl/externalLinks/externalLink1.xml',
          data: '<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>',
        },
      ],
    }),
  ),
  noted(
    'hidden sheet',
    'workbook.sheetHidden',
    workbook({ workbook: sheetsOf('<sheet name="a" sheetId="1" state="hidden" r:id="rId1"/>') }),
  ),
  noted(
    'very hidden sheet',
    'workbook.sheetHidden',
    workbook({ workbook: sheetsOf('<sheet name="a" sheetId="1" state="veryHidden" r:id="rId1"/>') }),
  ),
  noted(
    'protected sheet',
    'workbook.sheetProtected',
    workbook({ behind: '<sheetProtection sheet="1" password="CC1A"/>' }),
  ),
  noted(
    'formula without value',
    'workbook.formulaWithoutValue',
    workbook({ rows: honestRows.replace('<v>12.5</v>', '<f>1+1</f>') }),
  ),
  noted(
    'formula with value',
    'workbook.formulaValueUsed',
    workbook({ rows: honestRows.replace('<v>12.5</v>', '<f>1+1</f><v>2</v>') }),
  ),
  noted(
    'error cell',
    'workbook.errorCell',
    workbook({ rows: honestRows.replace('<c r="C2"><v>12.5</v>', '<c r="C2" t="e"><v>#DIV/0!</v>') }),
  ),
  noted(
    'shared string that is not there',
    'workbook.cellUnreadable',
    workbook({ rows: honestRows.replace('<c r="C2"><v>12.5</v>', '<c r="C2" t="s"><v>99</v>') }),
  ),
  noted(
    'number beyond all numbers',
    'workbook.cellUnreadable',
    workbook({ rows: honestRows.replace('12.5', '1e999') }),
  ),
  noted(
    'cell given twice',
    'workbook.duplicateCell',
    workbook({
      rows: honestRows.replace(
        '<c r="C2"><v>12.5</v></c>',
        '<c r="C2"><v>12.5</v></c><c r="C2"><v>99</v></c>',
      ),
    }),
  ),
  noted(
    'cell in the wrong row',
    'workbook.cellUnreadable',
    workbook({ rows: honestRows.replace('r="C2"', 'r="C9"') }),
  ),
  noted(
    'names of JavaScript',
    'table.columnNotUsed',
    workbook({
      workbook: sheetsOf('<sheet name="__proto__" sheetId="1" r:id="rId1"/>'),
      rows: honestRows
        .replace(
          '</row>',
          '<c r="E1" t="inlineStr"><is><t>__proto__</t></is></c><c r="F1" t="inlineStr"><is><t>constructor</t></is></c></row>',
        )
        .replace(/<\/row>$/, '<c r="E2" t="inlineStr"><is><t>toString</t></is></c></row>'),
    }),
  ),
  noted(
    'dates from 1904',
    null,
    workbook({
      workbook: sheetsOf('<sheet name="Sheet1" sheetId="1" r:id="rId1"/>', '<workbookPr date1904="1"/>'),
    }),
  ),

  // Text files
  refused('text with NUL', 'workbook.notAWorkbook', () => text('a,b\n1,\u00002')),
  refused('GB 2312 text', 'text.encodingUncertain', () => new Uint8Array(gb2312Header)),
  refused(
    'Big5 cut in a character',
    'text.encodingUnknown',
    () => new Uint8Array(Buffer.concat([big5, Buffer.from([0xa4])])),
  ),
  refused('quote without end', 'text.quoteNotClosed', () => text('料號,數量\n"P-1,3\n')),
  refused('10,000 columns', 'workbook.columnBeyondLimit', () =>
    text(Array.from({ length: 10_000 }, () => 'x').join(',')),
  ),
  refused('20 MB of separators', 'workbook.empty', () => text(`${' '.repeat(10)}\n`.repeat(1_800_000))),
  refused('20 MB of commas', 'table.notFound', () => text(`${','.repeat(99)}\n`.repeat(200_000))),
  refused('prose', 'table.notFound', () => text('Dear all,\nplease find the list attached.\nRegards')),

  // Bills of materials that cannot be
  noted(
    'cycle',
    'bom.cycle',
    workbook({
      rows:
        bomRow(1, '上階料號', '料號', '品名', '數量', '單位') +
        bomRow(2, 'A', 'B', '乙', 1, '個') +
        bomRow(3, 'B', 'C', '丙', 1, '個') +
        bomRow(4, 'C', 'A', '甲', 1, '個'),
    }),
  ),
  noted(
    'part number twice',
    'bom.partNumberRepeated',
    workbook({ rows: honestRows + bomRow(3, 'P-001', '鋁錠', 1, 'kg') }),
  ),
  noted(
    'unit nobody knows',
    'table.unitUnknown',
    workbook({ rows: honestRows.replace('>kg<', '>wagonload<') }),
  ),
  noted(
    'no headers',
    'table.headerMissing',
    workbook({
      rows:
        bomRow(1, 'P-001', '鋁錠', 12, 'kg') +
        bomRow(2, 'P-002', '螺絲', 4, '個') +
        bomRow(3, 'P-003', '面板', 1, '片'),
    }),
  ),
  noted(
    'quantity in words',
    'table.amountUnreadable',
    workbook({
      rows: honestRows.replace(
        '<c r="C2"><v>12.5</v></c>',
        '<c r="C2" t="inlineStr"><is><t>約三</t></is></c>',
      ),
    }),
  ),
  noted('negative quantity', 'table.amountNegative', workbook({ rows: honestRows.replace('12.5', '-12.5') })),
];
