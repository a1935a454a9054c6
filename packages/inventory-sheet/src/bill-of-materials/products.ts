import { plainText } from '@slipstream/quantity';
import { readCode, readText } from '../table/cells.ts';
import { cellFinding, rowFinding } from '../table/findings.ts';
import { comparisonKey } from '../table/plain.ts';
import type { TableBlock } from '../table/read.ts';
import type { TableLog, TableRow } from '../table/rows.ts';
import { readUnit } from '../table/unit.ts';
import type { Cell } from '../workbook/workbook.ts';
import type { BomField } from './columns.ts';
import { type DeclaredUnit, declaredUnitInName, readDeclaredUnit } from './declared-unit.ts';
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
  '產品名稱productname',
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
/** What a product is declared per; ERP systems call it the base quantity of the bill. */
const declaredUnitLabels = [
  '宣告單位',
  '宣告單位declaredunit',
  'declaredunit',
  '基本數量',
  '基礎數量',
  'basequantity',
  'baseqty',
];
const labels = new Set([...nameLabels, ...numberLabels, ...declaredUnitLabels]);
const defaultSheetName = /^(?:sheet|工作表|worksheet|csv|(?:物料清單\s*)?bom|物料清單|零件表|清單)\s*\d*$/i;

/** The products of a file as they are met: in a column, in a title, as a row of level 0, or as the sheet's name. */
export class ProductList {
  readonly #products: BomProduct[] = [];
  readonly #byKey = new Map<string, number>();

  all(): BomProduct[] {
    return this.#products;
  }

  /** Every product, with what its name says it is declared per where nothing else says so. */
  declared(): BomProduct[] {
    return this.#products.map((product) => ({
      ...product,
      declaredUnit: product.declaredUnit ?? declaredUnitInName(product.name ?? ''),
    }));
  }

  /** The product a block's title names: `產品名稱：鋁輪圈`, or a label with its value in the next cell. */
  fromTitle(block: TableBlock<BomField>, log: TableLog<BomFindingCode>): BomProduct {
    let name: string | null = null;
    let partNumber: string | null = null;
    let declaredUnit: DeclaredUnit | null = null;
    for (const cells of block.above) {
      let used = 0;
      for (const { label, value, width, at } of labelled(cells)) {
        const key = comparisonKey(label);
        if (value === null) {
          used += width;
          continue;
        }
        if (nameLabels.includes(key)) name ??= value;
        else if (numberLabels.includes(key)) partNumber ??= plainText(value);
        else if (declaredUnitLabels.includes(key)) {
          const read = readDeclaredUnit(value);
          declaredUnit ??= read;
          if (read === null)
            log.add(
              cellFinding('bom.declaredUnitUnreadable', 'warning', block.sheet.name, at.row, at.column, {
                found: value.slice(0, 60),
              }),
            );
        } else continue;
        used += width;
      }
      if (used === 0 && cells.length === 1) log.heading += 1;
      else {
        log.heading += used;
        log.flagged += cells.length - used;
        if (used < cells.length)
          log.add(
            rowFinding('table.rowAboveTable', 'warning', block.sheet.name, cells[0]?.row ?? 1, {
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
    return { sheet: block.sheet.name, partNumber, name, declaredUnit };
  }

  /** The index of the product a row belongs to: its own column's, else the block's. */
  ofRow(block: TableBlock<BomField>, row: TableRow<BomField>, ofBlock: BomProduct): number {
    const { declaredUnit } = ofBlock;
    const own = readText(row.at('product'));
    if (own !== null)
      return this.#index(
        { sheet: block.sheet.name, partNumber: null, name: own, declaredUnit },
        `column ${plainText(own)}`,
      );
    const level = readCode(row.at('level'));
    if (level === '0') {
      const partNumber = readCode(row.at('partNumber'));
      const name = readText(row.at('name'));
      return this.#index(
        { sheet: block.sheet.name, partNumber, name, declaredUnit },
        `row ${partNumber ?? name}`,
      );
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
  describe(
    index: number,
    partNumber: string | null,
    name: string | null,
    declaredUnit: DeclaredUnit | null = null,
  ): void {
    const product = this.#products[index];
    if (product)
      this.#products[index] = {
        ...product,
        partNumber: product.partNumber ?? partNumber,
        name: product.name ?? name,
        declaredUnit: product.declaredUnit ?? declaredUnit,
      };
  }

  #index(product: BomProduct, key: string): number {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    this.#byKey.set(key, this.#products.length);
    return this.#products.push(product) - 1;
  }
}

/** Whether a row above a table says something of the product: a label with its value. */
export function saysOfProduct(cells: readonly Cell[]): boolean {
  return labelled(cells).some(({ value }) => value !== null);
}

interface LabelledValue {
  readonly label: string;
  /** Null where the label stands alone, as in a form nobody filled in. */
  readonly value: string | null;
  /** How many cells it takes. */
  readonly width: number;
  /** The cell the value begins in. */
  readonly at: Cell;
}

/** Label and value pairs of a title row; an amount may have its unit in the cell behind it. */
function labelled(cells: readonly Cell[]): LabelledValue[] {
  const pairs: LabelledValue[] = [];
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index] as Cell;
    const colon = /^([^:：]{1,20})[:：]\s*(.*)$/s.exec(cell.text);
    const next = cells[index + 1];
    if (colon && (colon[2] ?? '').trim() !== '')
      pairs.push({ label: colon[1] ?? '', value: (colon[2] ?? '').trim(), width: 1, at: cell });
    else {
      const label = colon ? (colon[1] ?? '') : cell.text;
      if (!labels.has(comparisonKey(label))) continue;
      if (!next || next.text.trim() === '' || labels.has(comparisonKey(next.text))) {
        pairs.push({ label, value: null, width: 1, at: cell });
        continue;
      }
      const unit = cells[index + 2]?.text.trim() ?? '';
      const isSplit = /^[\d.,]+$/.test(next.text.trim()) && readUnit(unit) !== null;
      const value = isSplit ? `${next.text.trim()} ${unit}` : next.text.trim();
      pairs.push({ label, value, width: isSplit ? 3 : 2, at: next });
      index += isSplit ? 2 : 1;
    }
  }
  return pairs;
}
