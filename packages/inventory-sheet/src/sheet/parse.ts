import type { LifeCycleStage } from '@slipstream/footprint';
import { accept, errorAt, plainText, type Result, refuse } from '@slipstream/quantity';
import { rowFinding } from '../table/findings.ts';
import { type ColumnMapping, mappedTables, type TableBlock } from '../table/read.ts';
import { logHeader, TableLog, walkRows } from '../table/rows.ts';
import { understood } from '../table/understood.ts';
import { readUnit } from '../table/unit.ts';
import type { Cell, Workbook, Worksheet } from '../workbook/workbook.ts';
import { type BasicEntries, basicDataOf, countLabels, readLabels } from './basic-data.ts';
import { type ColumnOf, checkLine, noteRepeatedLines } from './check.ts';
import { isInventoryTable, type SheetField, sheetColumns, sheetFields } from './columns.ts';
import { readInventoryLine } from './line.ts';
import type { InventoryLine, InventorySheet, LineGroup, SheetFindingCode } from './model.ts';
import { inventorySheetVersions } from './version.ts';
import { readGroup, readStage } from './words.ts';

/** How an inventory sheet is to be read. */
export interface ParseInventorySheetOptions {
  /** Columns a person has set, one mapping a table; other tables are guessed. */
  readonly mappings?: readonly ColumnMapping<SheetField>[];
  /** Findings kept; further ones are counted. */
  readonly findingLimit?: number;
}

type Log = TableLog<SheetFindingCode>;

const inventoryTable = {
  isEnough: isInventoryTable,
  isTitle: (cells: readonly Cell[]) => countLabels([cells]) > 0,
};

/**
 * Reads an inventory workbook (盤查表): sheets 1 to 6 of the form, or the one worksheet of the platform's import (R30).
 * Every finding names sheet and cell, with what was found, what was expected and, where there is one, a proposed
 * value. A row that cannot be read is listed in `rejected` with an `error` finding; everything else goes on. Blank is
 * never zero.
 *
 * Refuses with `table.notFound` where no sheet lists lines, and `table.mappingUnknown` for a mapping of a sheet or
 * field that does not exist.
 */
export function parseInventorySheet(
  workbook: Workbook,
  options: ParseInventorySheetOptions = {},
): Result<InventorySheet, SheetFindingCode> {
  const visible = workbook.sheets.filter(({ state }) => state === 'visible');
  const sheets = visible.length > 0 ? visible : workbook.sheets;
  for (const { sheet, columns } of options.mappings ?? []) {
    const unknown = Object.values(columns).find((field) => field !== null && !sheetFields.includes(field));
    if (unknown || !sheets.some(({ name }) => name === sheet))
      return refuse(errorAt('table.mappingUnknown', [sheet], { sheet, field: unknown ?? null }));
  }
  const log: Log = new TableLog(options.findingLimit ?? 1000);
  const found: BasicEntries = new Map();
  const blocks = sheets.flatMap((sheet) => {
    const mappings = (options.mappings ?? []).filter((one) => one.sheet === sheet.name);
    const tables = mappedTables(sheet, mappings, sheetColumns, inventoryTable);
    if (tables.length === 0) readSheetWithoutTable(sheet, found, log);
    return tables;
  });
  if (blocks.length === 0)
    return refuse(
      errorAt('table.notFound', [], { expected: '名稱 / Name, 總量 / Total amount, 單位 / Unit' }),
    );

  for (const block of blocks) {
    readLabels(block.sheet, block.above, found, log);
    logHeader(block, log);
  }
  const basicData = basicDataOf(found, log);
  const lines: InventoryLine[] = [];
  const columns: ColumnOf[] = [];
  for (const block of blocks) {
    const columnOf = columnsOf(block);
    for (const line of readLines(block, log)) {
      lines.push(line);
      columns.push(columnOf);
      checkLine(line, basicData, columnOf, log);
    }
  }
  noteRepeatedLines(lines, (line) => columns[line] ?? (() => 1), log);
  return accept(
    {
      templateVersion: templateVersion(found, log),
      basicData,
      lines,
      tables: blocks.map(understood),
      rejected: log.rejected,
      account: log.account(),
    },
    log.findings(),
  );
}

/** A sheet of labels is basic data; any other sheet without a table is flagged whole. */
function readSheetWithoutTable(sheet: Worksheet, found: BasicEntries, log: Log): void {
  const rows = Array.from(sheet.rowNumbers.subarray(0, 500), (_, index) => sheet.cellsOfRow(index));
  if (countLabels(rows) >= 2) {
    readLabels(sheet, rows, found, log);
    const rest = sheet.cellCount - rows.reduce((sum, cells) => sum + cells.length, 0);
    if (rest > 0) {
      log.flagged += rest;
      log.add(
        rowFinding('table.rowOutsideTable', 'warning', sheet.name, sheet.rowNumbers[500] ?? 1, {
          count: rest,
          found: sheet.firstCellOfRow(500).text.slice(0, 60),
        }),
      );
    }
  } else if (sheet.cellCount > 0) {
    log.flagged += sheet.cellCount;
    log.add({
      code: 'table.notFound',
      severity: 'warning',
      path: [sheet.name],
      values: { sheet: sheet.name, count: sheet.cellCount },
    });
  }
}

function columnsOf(block: TableBlock<SheetField>): ColumnOf {
  const byField = new Map(
    block.columns.flatMap(({ field, column }) => (field ? [[field, column] as const] : [])),
  );
  const first = block.columns[0]?.column ?? 1;
  return (field) => byField.get(field) ?? first;
}

function readLines(block: TableBlock<SheetField>, log: Log): InventoryLine[] {
  const place = placeOfSheet(block);
  let group: LineGroup | null = place.group;
  const lines: InventoryLine[] = [];
  const hints = {
    totalHint: unitInHeader(block, 'total'),
    perUnitHint: unitInHeader(block, 'perUnit'),
  };
  walkRows(
    block,
    log,
    (row) => {
      const line = readInventoryLine(
        row,
        { sheet: block.sheet.name, stage: place.stage, group, ...hints },
        log,
      );
      if (line) lines.push(line);
      return line !== null;
    },
    (cells) => {
      const title = sectionTitle(cells);
      if (title === null) return false;
      group = title;
      return true;
    },
  );
  return lines;
}

/** The unit in the brackets of a column's header; other words there, as in `活動數據(總量)`, are none. */
function unitInHeader(block: TableBlock<SheetField>, field: SheetField): string | null {
  const hint = block.columns.find((column) => column.field === field)?.hint ?? null;
  return hint !== null && readUnit(hint.split(/[/／]/)[0] ?? '') !== null ? hint : null;
}

/** A row with one text alone that names a group, as `主要原料` above its lines. */
function sectionTitle(cells: readonly Cell[]): LineGroup | null {
  const only = cells[0];
  if (cells.length !== 1 || only?.kind !== 'text' || only.text.length > 40) return null;
  return readGroup(
    plainText(only.text).replace(/^[(（]?[一二三四五六七八九十\dA-Z]{1,3}[)）.、．:：]\s*/, ''),
  );
}

const stageMarks: readonly (readonly [RegExp, LifeCycleStage])[] = [
  [/原料|raw/i, 'rawMaterial'],
  [/製造|生產|manufactur|production/i, 'manufacturing'],
  [/服務|service/i, 'service'],
];
const groupMarks: readonly (readonly [RegExp, LineGroup])[] = [
  [/能源|energy/i, 'energy'],
  [/廢棄物|waste\b/i, 'waste'],
];

/** What a sheet's name tells of its lines: `2 原料取得`, `製造-能源`; sheet 6 holds several stages. */
function placeOfSheet(block: TableBlock<SheetField>) {
  const name = block.sheet.name;
  const titles = block.above
    .flatMap((cells) => (cells.length === 1 ? cells.map(({ text }) => text) : []))
    .join(' ');
  const several = /^6|配送.*(使用|廢棄)|distribution.*use/i.test(name);
  const stages = stageMarks.filter(([mark]) => mark.test(name) || mark.test(titles));
  const stage = !several && stages.length === 1 ? (stages[0]?.[1] ?? null) : (readStage(name) ?? null);
  const hasGroups = block.columns.some(({ field }) => field === 'group');
  const group = several || hasGroups ? null : (groupMarks.find(([mark]) => mark.test(name))?.[1] ?? null);
  return { stage, group };
}

function templateVersion(found: BasicEntries, log: Log): string | null {
  const entry = found.get('templateVersion');
  if (!entry) return null;
  const { text, row, column } = entry.entry.value;
  if (!(inventorySheetVersions as readonly string[]).includes(text))
    log.add({
      ...rowFinding('sheet.templateVersionUnknown', 'warning', entry.sheet, row, {
        found: text.slice(0, 40),
        expected: inventorySheetVersions.join(', '),
        column,
      }),
    });
  return text;
}
