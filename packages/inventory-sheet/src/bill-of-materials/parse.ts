import { accept, errorAt, type Result, refuse } from '@slipstream/quantity';
import { contradicts } from '../table/amount.ts';
import { readText, readYesNo } from '../table/cells.ts';
import { cellFinding, rowFinding } from '../table/findings.ts';
import { type ColumnMapping, mappedTables, type TableBlock } from '../table/read.ts';
import { logHeader, TableLog, type TableRow, walkRows } from '../table/rows.ts';
import { understood } from '../table/understood.ts';
import type { Workbook, Worksheet } from '../workbook/workbook.ts';
import { type BomField, bomColumns, bomFields, isBomTable } from './columns.ts';
import { readDeclaredUnit } from './declared-unit.ts';
import { guessByContent } from './guess.ts';
import type { BillOfMaterials, BomFindingCode } from './model.ts';
import { partNumberOf } from './part-number.ts';
import { ProductList, saysOfProduct } from './products.ts';
import { amountOf, levelOf, type MassReaders, massReaders, unitOf } from './row-cells.ts';
import { type LooseLine, linkLines } from './structure.ts';

/** How a bill of materials is to be read. */
export interface ParseBillOfMaterialsOptions {
  /** Columns a person has set, one mapping a table; other tables are guessed. */
  readonly mappings?: readonly ColumnMapping<BomField>[];
  /** Findings kept; further ones are counted. */
  readonly findingLimit?: number;
}

const bomTable = { isEnough: isBomTable, isTitle: saysOfProduct };
type Log = TableLog<BomFindingCode>;
type Row = TableRow<BomField>;

/**
 * Reads the bill of materials of one or more products (R14.1, R30): columns by their headers in Chinese or English,
 * one row or two, or by their content; units, levels, parents, sole sources. A row that cannot be read is listed in
 * `rejected` with an `error` finding at its cell and everything else goes on. Blank is never zero.
 *
 * Refuses with `table.notFound` where no sheet lists parts, and `table.mappingUnknown` for a mapping of a sheet or
 * field that does not exist.
 */
export function parseBillOfMaterials(
  workbook: Workbook,
  options: ParseBillOfMaterialsOptions = {},
): Result<BillOfMaterials, BomFindingCode> {
  const visible = workbook.sheets.filter(({ state }) => state === 'visible');
  const sheets = visible.length > 0 ? visible : workbook.sheets;
  for (const { sheet, columns } of options.mappings ?? []) {
    const unknown = Object.values(columns).find((field) => field !== null && !bomFields.includes(field));
    if (unknown || !sheets.some(({ name }) => name === sheet))
      return refuse(errorAt('table.mappingUnknown', [sheet], { sheet, field: unknown ?? null }));
  }
  const log: Log = new TableLog(options.findingLimit ?? 1000);
  const blocks = findBlocks(sheets, options.mappings ?? [], log);
  if (blocks.length === 0)
    return refuse(errorAt('table.notFound', [], { expected: '料號 / Part No, 數量 / Quantity' }));

  const products = new ProductList();
  const loose: LooseLine[] = [];
  for (const block of blocks) readBlock(block, products, loose, log);
  const lines = linkLines(loose, products, log);
  return accept(
    {
      products: products.declared(),
      lines,
      tables: blocks.map(understood),
      rejected: log.rejected,
      account: log.account(),
    },
    log.findings(),
  );
}

/** The tables of all sheets; a sheet without one is flagged whole. */
function findBlocks(
  sheets: readonly Worksheet[],
  mappings: readonly ColumnMapping<BomField>[],
  log: Log,
): TableBlock<BomField>[] {
  const found = sheets.map((sheet) => {
    const own = mappings.filter((one) => one.sheet === sheet.name);
    return mappedTables(sheet, own, bomColumns, bomTable);
  });
  const anyHeader = found.some((blocks) => blocks.length > 0);
  return sheets.flatMap((sheet, index) => {
    const blocks = found[index] ?? [];
    if (blocks.length > 0) return blocks;
    const guessed = anyHeader ? null : guessByContent(sheet);
    if (guessed) return [guessed];
    if (sheet.cellCount > 0) {
      log.flagged += sheet.cellCount;
      log.add({
        code: 'table.notFound',
        severity: 'warning',
        path: [sheet.name],
        values: { sheet: sheet.name, count: sheet.cellCount },
      });
    }
    return [];
  });
}

function readBlock(block: TableBlock<BomField>, products: ProductList, loose: LooseLine[], log: Log): void {
  logHeader(block, log);
  const ofBlock = products.fromTitle(block, log);
  const masses = massReaders(block, log);
  const first = loose.length;
  walkRows(block, log, (row) => {
    const line = readLine(block.sheet.name, row, masses, log);
    if (!line) return false;
    const product = products.ofRow(block, row, ofBlock);
    if (line.level === 0) {
      // Of another amount than one, nobody says whether the rows below are for all of it or for each.
      const own = line.quantity?.value === 1 ? readDeclaredUnit(line.unitTyped ?? '') : null;
      products.describe(product, line.partNumber, line.name, own);
      return true;
    }
    loose.push({ ...line, product });
    return true;
  });
  scaleShares(block, loose, first);
}

type LineContent = Omit<LooseLine, 'product'>;

/** Reads one row, or says why not. A line needs a name or number; its quantity may be blank, but not unreadable. */
function readLine(sheet: string, row: Row, masses: MassReaders, log: Log): LineContent | null {
  const partNumber = partNumberOf(sheet, row, 'partNumber', log);
  const name = readText(row.at('name')) ?? (partNumber === null ? readText(row.at('material')) : null);
  if (partNumber === null && name === null) {
    const column = row.columnOf(row.at('partNumber') ? 'partNumber' : 'name');
    log.reject(
      sheet,
      row.row,
      row.cells,
      cellFinding('table.rowIncomplete', 'error', sheet, row.row, column, {
        found: row.cells[0]?.text.slice(0, 60) ?? '',
        expected: 'name, partNumber',
      }),
    );
    return null;
  }
  if (partNumber === null && row.cells.length === 1) {
    log.reject(
      sheet,
      row.row,
      row.cells,
      rowFinding('table.rowIncomplete', 'warning', sheet, row.row, {
        found: (name ?? '').slice(0, 120),
        expected: 'quantity',
      }),
    );
    return null;
  }
  const quantity = amountOf(sheet, row, 'quantity', log);
  const level = levelOf(sheet, row, log);
  const share = amountOf(sheet, row, 'costShare', log);
  const annual = amountOf(sheet, row, 'annualVolume', log);
  const price = amountOf(sheet, row, 'unitPrice', log);
  if (quantity === undefined || level === undefined) return null;
  if (contradicts(quantity?.unit ?? null, readText(row.at('unit')))) {
    log.reject(
      sheet,
      row.row,
      row.cells,
      cellFinding('table.unitConflict', 'error', sheet, row.row, row.columnOf('quantity'), {
        found: quantity?.amount.typed.slice(0, 60) ?? '',
        expected: readText(row.at('unit')),
      }),
    );
    return null;
  }
  if (
    quantity === null &&
    row.columnOf('quantity') !== row.columnOf('name') &&
    level !== 0 &&
    row.at('quantity') === undefined
  )
    log.add(
      cellFinding('table.amountMissing', 'question', sheet, row.row, row.columnOf('quantity'), {
        expected: 'number',
      }),
    );
  if (quantity && quantity.amount.value === 0)
    log.add(
      cellFinding('bom.quantityZero', 'question', sheet, row.row, row.columnOf('quantity'), {
        found: quantity.amount.typed,
      }),
    );
  const soleSource = readYesNo(row.at('soleSource'));
  if (soleSource === undefined)
    log.add(
      cellFinding('table.choiceUnknown', 'question', sheet, row.row, row.columnOf('soleSource'), {
        found: readText(row.at('soleSource')),
        expected: '是 / 否, Y / N',
      }),
    );
  const unit = unitOf(sheet, row, name ?? '', quantity?.unit ?? null, log);
  return {
    sheet,
    row: row.row,
    columns: {
      parent: row.columnOf('parent'),
      partNumber: row.columnOf('partNumber'),
      level: row.columnOf('level'),
    },
    level,
    parentPartNumber: partNumberOf(sheet, row, 'parent', log),
    partNumber,
    name,
    specification: readText(row.at('specification')),
    material: readText(row.at('material')),
    quantity: quantity?.amount ?? null,
    unit: unit.code,
    unitTyped: unit.typed,
    kgPerPiece: masses.piece(sheet, row),
    lineMassKg: masses.line(sheet, row),
    supplier: readText(row.at('supplier')),
    unitPrice: price?.amount.value ?? null,
    costShare: share?.amount.value ?? null,
    isPercentCell: share?.unit === '%',
    annualVolume: annual?.amount.value ?? null,
    soleSource: soleSource ?? null,
    remark: readText(row.at('remark')),
  };
}

/** Shares become fractions: a per-cent cell is one already; other numbers are per cent if the header or size says so. */
function scaleShares(block: TableBlock<BomField>, loose: LooseLine[], first: number): void {
  const guess = block.columns.find(({ field }) => field === 'costShare');
  if (!guess) return;
  const own = loose.slice(first);
  const isPercent =
    /%|百分比/.test(guess.header) ||
    own.some(({ costShare, isPercentCell }) => !isPercentCell && (costShare ?? 0) > 1);
  for (const [index, line] of own.entries()) {
    if (line.costShare === null) continue;
    const typedPercent = line.isPercentCell && line.costShare > 1;
    if (typedPercent || (!line.isPercentCell && isPercent))
      loose[first + index] = { ...line, costShare: line.costShare / 100 };
  }
}
