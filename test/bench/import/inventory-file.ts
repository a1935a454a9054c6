import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packWorkbook, worksheet } from '../../upload/zip.ts';

const header = [
  '項次',
  '階段',
  '群組',
  '名稱',
  '規格',
  '總量',
  '單位',
  '數據類型',
  '數據來源',
  '係數名稱',
  '係數數值',
  '係數單位',
  '係數來源',
  '係數年份',
  '備註',
];
const materials = [
  '鋁錠',
  '熱軋鋼板',
  '冷軋鋼捲',
  '聚丙烯 PP',
  'ABS 樹脂',
  '銅線',
  '石墨負極',
  '電解液',
  '瓦楞紙箱',
  'Nickel sulfate',
  '玻璃纖維',
];
const suppliers = Array.from(
  { length: 200 },
  (_, index) => `供應商${String(index + 1).padStart(3, '0')} 股份有限公司`,
);
const groups = ['主要原料', '輔助原料', '產品包裝'];

/** Writes, once, an inventory sheet of `rows` lines and 15 columns with shared strings, and returns its path. */
export function inventoryFile(folder: string, rows: number): string {
  const path = join(folder, `inventory-${rows}.xlsx`);
  if (existsSync(path)) return path;
  let seed = 42;
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 4294967296;
  };
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const strings = new Map<string, number>();
  const cell = (value: string | number, column: number, row: number): string => {
    const reference = `${String.fromCharCode(65 + column)}${row}`;
    if (value === '') return '';
    if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`;
    let index = strings.get(value);
    if (index === undefined) {
      index = strings.size;
      strings.set(value, index);
    }
    return `<c r="${reference}" t="s"><v>${index}</v></c>`;
  };
  const pieces: string[] = [];
  for (let row = 1; row <= rows + 1; row++) {
    const material = pick(materials);
    const values =
      row === 1
        ? header
        : [
            row - 1,
            '原料取得',
            pick(groups),
            `${material}-${row}`,
            `規格 ${Math.floor(random() * 500)}`,
            Math.round(random() * 1e6) / 1000,
            'kg',
            random() < 0.5 ? '一級' : '二級',
            pick(suppliers),
            material,
            Math.round(random() * 1e5) / 1e4,
            'kg CO2e/kg',
            pick(['平台公用係數', 'ecoinvent 3.10', '供應商實測']),
            2020 + Math.floor(random() * 5),
            random() < 0.1 ? `備註 ${row}` : '',
          ];
    pieces.push(
      `<row r="${row}" spans="1:15">${values.map((value, column) => cell(value, column, row)).join('')}</row>`,
    );
  }
  mkdirSync(folder, { recursive: true });
  const shared = [...strings.keys()].map((text) => `<si><t xml:space="preserve">${text}</t></si>`).join('');
  const bytes = packWorkbook({
    sheet: worksheet(pieces.join('')),
    sharedStrings: `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${shared}</sst>`,
    styles:
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0"/></cellXfs></styleSheet>',
  });
  writeFileSync(path, bytes);
  return path;
}
