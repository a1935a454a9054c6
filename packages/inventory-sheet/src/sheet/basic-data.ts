import { plainText } from '@slipstream/quantity';
import { readAmount } from '../table/amount.ts';
import { readText } from '../table/cells.ts';
import { cellFinding, rowFinding } from '../table/findings.ts';
import { readPeriod } from '../table/period.ts';
import { comparisonKey } from '../table/plain.ts';
import type { TableLog } from '../table/rows.ts';
import { readUnit } from '../table/unit.ts';
import type { Cell, Worksheet } from '../workbook/workbook.ts';
import type { BasicData, SheetFindingCode } from './model.ts';
import { readBoundary } from './words.ts';

/** The form's fields of sheet 1 in its order; `templateVersion` marks our own workbooks. */
export const basicFields = [
  'templateVersion',
  'firm',
  'site',
  'contact',
  'contactEmail',
  'filler',
  'reviewer',
  'productName',
  'productSpecification',
  'unitMass',
  'functionalUnit',
  'productCategoryRule',
  'period',
  'boundary',
  'production',
] as const;
export type BasicField = (typeof basicFields)[number];

const labels: Readonly<Record<BasicField, readonly string[]>> = {
  templateVersion: ['表單版本', 'Form version', 'Template version'],
  firm: ['公司名稱', '廠商名稱', '企業名稱', '事業名稱', 'Company', 'Company name', 'Firm'],
  site: ['廠址', '工廠名稱', '廠區', '場址', '工廠地址', '地址', 'Site', 'Factory', 'Address'],
  contact: ['聯絡人', '承辦人', '連絡人', 'Contact', 'Contact person'],
  contactEmail: ['電子郵件', 'Email', 'E-mail', '信箱', '聯絡信箱'],
  filler: ['填表人', '填寫人', 'Filled in by', 'Prepared by'],
  reviewer: ['審核人', '覆核人', 'Reviewed by', 'Checked by'],
  productName: ['產品名稱', '標的產品', '盤查產品', 'Product name', 'Product'],
  productSpecification: [
    '產品規格',
    '規格',
    '型號',
    '產品型號',
    'Product specification',
    'Specification',
    'Model',
  ],
  unitMass: [
    '單位產品重量',
    '產品重量',
    '單件重量',
    '產品單重',
    'Mass of one unit',
    'Product mass',
    'Unit mass',
    'Unit weight',
  ],
  functionalUnit: [
    '功能單位',
    '宣告單位',
    '功能單位或宣告單位',
    '標示單位',
    'Functional unit',
    'Declared unit',
    'Functional or declared unit',
  ],
  productCategoryRule: [
    '產品類別規則',
    'PCR',
    '引用PCR',
    'CFP-PCR',
    'Product category rule',
    'Product category rules',
  ],
  period: ['盤查期間', '數據期間', '數據收集期間', '盤查時間', 'Period', 'Data period', 'Reporting period'],
  boundary: ['系統邊界', '盤查邊界', '系統界限', 'System boundary', 'Boundary'],
  production: [
    '期間產量',
    '生產量',
    '總產量',
    '年產量',
    '產量',
    '盤查期間產量',
    'Production of the period',
    'Production',
    'Annual production',
    'Output',
  ],
};

/** Chinese and English label of a field, for the template. */
export function basicLabel(field: BasicField): string {
  const names = labels[field];
  return `${names[0]}\n${names.find((name) => /^[A-Z]/.test(name)) ?? ''}`;
}

const fieldOfLabel = new Map(
  basicFields.flatMap((field) => labels[field].map((label) => [comparisonKey(label), field] as const)),
);

/** A label's cells: the value right of it, and what stands behind the value (its unit). */
interface Entry {
  readonly value: Cell;
  readonly behind: Cell | undefined;
}

/** Labels and values found so far, over all sheets. */
export type BasicEntries = Map<BasicField, { readonly sheet: string; readonly entry: Entry }>;

type Log = TableLog<SheetFindingCode>;

/**
 * Reads rows of labels with values at their right, several pairs in a row too. A cell that belongs to no known label
 * is flagged with its row; one label alone in a row (a title) counts as heading.
 */
export function readLabels(
  sheet: Worksheet,
  rows: readonly (readonly Cell[])[],
  found: BasicEntries,
  log: Log,
): void {
  for (const cells of rows) {
    const used = new Set<Cell>();
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index];
      const inline = cell && /^([^:：]{1,30})[:：]\s*(\S.*)$/s.exec(cell.text);
      const label = cell?.kind === 'text' ? fieldOf(inline ? (inline[1] ?? '') : cell.text) : undefined;
      if (!cell || !label) continue;
      const value = inline ? textCell(cell, inline[2] ?? '') : cells[index + 1];
      if (!value || (!inline && fieldOf(value.text))) {
        used.add(cell);
        continue;
      }
      const behind = inline ? undefined : cells[index + 2];
      const isUnit = behind !== undefined && !fieldOf(behind.text) && takesUnit(label);
      for (const one of [cell, inline ? cell : value, ...(isUnit ? [behind] : [])]) used.add(one);
      if (found.has(label))
        log.add(
          cellFinding('sheet.labelRepeated', 'warning', sheet.name, cell.row, cell.column, {
            found: plainText(cell.text).slice(0, 40),
          }),
        );
      else found.set(label, { sheet: sheet.name, entry: { value, behind: isUnit ? behind : undefined } });
      index += inline ? 0 : isUnit ? 2 : 1;
    }
    if (used.size === 0 && cells.length === 1) log.heading += 1;
    else {
      log.mapped += used.size;
      log.flagged += cells.length - used.size;
      if (used.size < cells.length) {
        const rest = cells.filter((cell) => !used.has(cell)).map(({ text }) => plainText(text));
        log.add(
          rowFinding('sheet.labelUnknown', 'warning', sheet.name, cells[0]?.row ?? 1, {
            found: rest.join(' | ').slice(0, 120),
          }),
        );
      }
    }
  }
}

/** How many of the rows' first texts are labels of sheet 1. */
export function countLabels(rows: readonly (readonly Cell[])[]): number {
  return rows.reduce(
    (count, cells) =>
      count + (cells.some(({ text, kind }) => kind === 'text' && fieldOf(text) !== undefined) ? 1 : 0),
    0,
  );
}

function fieldOf(text: string): BasicField | undefined {
  if (text.length > 60) return undefined;
  const bare = text.replace(/[(（][^)）]*[)）]/g, '');
  for (const piece of [text, bare, ...bare.split(/[\n/／:：]/)]) {
    const field = fieldOfLabel.get(comparisonKey(piece));
    if (field) return field;
  }
  return undefined;
}

function takesUnit(field: BasicField): boolean {
  return field === 'unitMass' || field === 'production';
}

/** Makes the basic data of what was found; what cannot be read is a finding at its cell. */
export function basicDataOf(found: BasicEntries, log: Log): BasicData {
  const text = (field: BasicField) => readText(found.get(field)?.entry.value);
  const at = (field: BasicField, code: SheetFindingCode, expected: string) => {
    const place = found.get(field);
    if (place) {
      const { row, column, text } = place.entry.value;
      log.add(cellFinding(code, 'warning', place.sheet, row, column, { found: text.slice(0, 60), expected }));
    }
  };
  const amount = (field: 'unitMass' | 'production') => {
    const entry = found.get(field)?.entry;
    const reading = readAmount(entry?.value);
    if (reading.kind === 'absent') return { amount: null, unit: null };
    if (reading.kind === 'unreadable' || reading.amount.value <= 0) {
      at(field, 'table.amountUnreadable', '> 0');
      return { amount: null, unit: null };
    }
    const typed = readText(entry?.behind) ?? reading.unit;
    const unit = typed === null ? null : readUnit(typed.split(/[/／]/)[0] ?? '');
    if (typed !== null && unit === null) at(field, 'table.unitUnknown', 'kg, t, pcs …');
    return { amount: reading.amount, unit };
  };
  const boundaryTyped = text('boundary');
  const boundary = boundaryTyped === null ? null : readBoundary(boundaryTyped);
  if (boundaryTyped !== null && boundary === null)
    at('boundary', 'table.choiceUnknown', '搖籃到大門, 搖籃到墳墓');
  const periodTyped = text('period');
  const period = periodTyped === null ? null : readPeriod(periodTyped);
  if (periodTyped !== null && period === null) at('period', 'table.dateUnreadable', '111/1/1~111/12/31');
  const mass = amount('unitMass');
  const production = amount('production');
  return {
    firm: text('firm'),
    site: text('site'),
    contact: text('contact'),
    contactEmail: text('contactEmail'),
    filler: text('filler'),
    reviewer: text('reviewer'),
    productName: text('productName'),
    productSpecification: text('productSpecification'),
    unitMass: mass.amount,
    unitMassUnit: mass.unit,
    functionalUnit: text('functionalUnit'),
    productCategoryRule: text('productCategoryRule'),
    period,
    boundary,
    production: production.amount,
    productionUnit: production.unit,
  };
}

/** What stands behind the colon of `產品名稱：鋁輪圈`, as a cell of the same place. */
function textCell({ row, column, formula }: Cell, text: string): Cell {
  return { row, column, kind: 'text', text, number: null, formula };
}
