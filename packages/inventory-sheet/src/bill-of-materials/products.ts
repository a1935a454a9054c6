import { plainText } from '@slipstream/quantity';
import { readCode, readText } from '../table/cells.ts';
import { rowFinding } from '../table/findings.ts';
import { comparisonKey } from '../table/plain.ts';
import type { TableBlock } from '../table/read.ts';
import type { TableLog, TableRow } from '../table/rows.ts';
import type { Cell } from '../workbook/workbook.ts';
import type { BomField } from './columns.ts';
import type { BomFindingCode, BomProduct } from './model.ts';

const nameLabels = [
  '產品',
  '產品名稱',
  '品名',
  '成品',
  '成品名稱',
  '機種',
  '機型',
  '型號',
  '產品型號',
  '名稱',
  'product',
  'productname',
  'model',
  'assembly',
  'finishedgood',
];
const numberLabels = [
  '料號',
  '成品料號',
  '產品料號',
  '品號',
  '產品編號',
  '主件料號',
  '主件品號',
  'partno',
  'partnumber',
  'productno',
  'productcode',
  'itemno',
];
const defaultSheetName = /^(?:sheet|工作表|worksheet|csv|bom|物料清單|零件表|清單)\s*\d*$/i;

/** The products of a file as they are met: in a column, in a title, as a row of level 0, or as the sheet's name. */
export class ProductList {
  readonly #products: BomProduct[] = [];
  readonly #byKey = new Map<string, number>();

  all(): BomProduct[] {
    return this.#products;
  }

  /** The product a block's title names: `產品名稱：鋁輪圈`, or a label with its value in the next cell. */
  fromTitle(block: TableBlock<BomField>, log: TableLog<BomFindingCode>): BomProduct {
    let name: string | null = null;
    let partNumber: string | null = null;
    for (const cells of block.above) {
      let used = 0;
      for (const [label, value, width] of labelled(cells)) {
        const key = comparisonKey(label);
        if (nameLabels.includes(key)) name ??= value;
        else if (numberLabels.includes(key)) partNumber ??= plainText(value);
        else continue;
        used += width;
      }
      if (used === 0 && cells.length === 1) log.heading += 1;
      else {
        log.heading += used;
        log.flagged += cells.length - used;
        if (used < cells.length)
          log.add(
            rowFinding('table.rowOutsideTable', 'warning', block.sheet.name, cells[0]?.row ?? 1, {
              found: cells
                .map(({ text }) => plainText(text))
                .join(' | ')
                .slice(0, 120),
            }),
          );
      }
    }
    if (name === null && partNumber === null && !defaultSheetName.test(block.sheet.name))
      name = block.sheet.name;
    return { sheet: block.sheet.name, partNumber, name };
  }

  /** The index of the product a row belongs to: its own column's, else the block's. */
  ofRow(block: TableBlock<BomField>, row: TableRow<BomField>, ofBlock: BomProduct): number {
    const own = readText(row.at('product'));
    if (own !== null)
      return this.#index(
        { sheet: block.sheet.name, partNumber: null, name: own },
        `column ${plainText(own)}`,
      );
    const level = readCode(row.at('level'));
    if (level === '0') {
      const partNumber = readCode(row.at('partNumber'));
      const name = readText(row.at('name'));
      return this.#index({ sheet: block.sheet.name, partNumber, name }, `row ${partNumber ?? name}`);
    }
    const open = this.#products.length - 1;
    const last = this.#products[open];
    const inColumn = block.columns.some(({ field }) => field === 'product');
    if (
      last &&
      last.sheet === block.sheet.name &&
      (inColumn || this.#byKey.get(`row ${last.partNumber ?? last.name}`) === open)
    )
      return open;
    return this.#index(ofBlock, `title ${ofBlock.sheet} ${ofBlock.partNumber} ${ofBlock.name}`);
  }

  /** Adds what a row of level 0 says of its product. */
  describe(index: number, partNumber: string | null, name: string | null): void {
    const product = this.#products[index];
    if (product)
      this.#products[index] = {
        ...product,
        partNumber: product.partNumber ?? partNumber,
        name: product.name ?? name,
      };
  }

  #index(product: BomProduct, key: string): number {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    this.#byKey.set(key, this.#products.length);
    return this.#products.push(product) - 1;
  }
}

/** Label and value pairs of a title row, with how many cells each takes. */
function labelled(cells: readonly Cell[]): (readonly [label: string, value: string, width: number])[] {
  const pairs: (readonly [string, string, number])[] = [];
  for (let index = 0; index < cells.length; index++) {
    const text = cells[index]?.text ?? '';
    const colon = /^([^:：]{1,20})[:：]\s*(.*)$/s.exec(text);
    const next = cells[index + 1];
    if (colon && (colon[2] ?? '').trim() !== '') pairs.push([colon[1] ?? '', (colon[2] ?? '').trim(), 1]);
    else if (next && next.text.trim() !== '') {
      const label = colon ? (colon[1] ?? '') : text;
      if ([...nameLabels, ...numberLabels].includes(comparisonKey(label))) {
        pairs.push([label, next.text.trim(), 2]);
        index += 1;
      }
    }
  }
  return pairs;
}
