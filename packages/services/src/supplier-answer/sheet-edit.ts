import type { Prisma, TenantTransaction } from '@slipstream/db';
import { type LifeCycleStage, lifeCycleStages } from '@slipstream/footprint';
import type { InventorySheet, SheetField } from '@slipstream/inventory-sheet';
import {
  errorAt,
  type Finding,
  type Medium,
  parseAmount,
  parseFactorUnit,
  parsePeriod,
  parseUnit,
} from '@slipstream/quantity';
import { recordAudit } from '../audit.ts';
import { inTenant, requireRole, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { sourcePlace } from '../import-batch/source-place.ts';
import { beginEntry, itemOf, receivedRequest } from './request-move.ts';
import type { ColumnsOfSheets, SheetBasics, SheetLine } from './sheet-content.ts';
import { basicColumns, recalculateSheet } from './sheet-reading.ts';
import { columnsOf, lineOfRow, rowOfLine } from './sheet-rows.ts';

interface EditableSheet {
  readonly id: string;
  readonly importBatchId: string;
  readonly basics: SheetBasics;
  readonly productionText: string | null;
  readonly lines: SheetLine[];
  readonly columns: ColumnsOfSheets;
}

type Place = { readonly requestId: string; readonly itemId?: string | undefined };

/** Loads the newest sheet of an item for a change, makes the change, and calculates it anew, in one transaction. */
async function editSheet(
  ctx: ServiceContext,
  input: Place,
  change: (tx: TenantTransaction, sheet: EditableSheet) => Promise<EditableSheet>,
): Promise<void> {
  requireRole(ctx, 'owner', 'manager', 'filler');
  const { organizationId, userId } = ctx.actor;
  await inTenant(ctx, async (tx) => {
    const request = await receivedRequest(tx, ctx, input.requestId);
    const item = itemOf(request, input.itemId);
    await beginEntry(tx, ctx, request);
    const stored = await tx.inventorySheet.findFirst({
      where: { requestedItemId: item.id },
      orderBy: { version: 'desc' },
      include: {
        lines: { orderBy: { lineNumber: 'asc' } },
        importBatch: { select: { columnMapping: true } },
      },
    });
    if (!stored?.importBatchId) throw new ServiceError('notFound');
    if (stored.frozenAt) throw new ServiceError('conflict');
    const changed = await change(tx, {
      id: stored.id,
      importBatchId: stored.importBatchId,
      basics: stored.basicData as unknown as SheetBasics,
      productionText: stored.productionText,
      lines: stored.lines.map(lineOfRow),
      columns: columnsKept(stored.importBatch?.columnMapping ?? null),
    });
    await tx.inventorySheet.updateMany({
      where: { id: stored.id },
      data: { ...basicColumns(changed.basics, changed.productionText), createdById: userId },
    });
    await recalculateSheet(tx, {
      organizationId,
      sheetId: stored.id,
      importBatchId: changed.importBatchId,
      itemId: item.id,
      basics: changed.basics,
      lines: changed.lines,
      columns: changed.columns,
      createdById: userId,
      now: ctx.clock(),
    });
    await recordAudit(tx, ctx, {
      action: 'inventorySheet.fix',
      subjectKind: 'InventorySheet',
      subjectId: stored.id,
    });
  });
}

/** Only the letters of the columns were kept once. */
function columnsKept(columnMapping: Prisma.JsonValue): ColumnsOfSheets {
  return Array.isArray(columnMapping)
    ? columnsOf(columnMapping as unknown as InventorySheet['tables'])
    : ((columnMapping ?? {}) as unknown as ColumnsOfSheets);
}

/** What a person types to mend a line; a field left out stays as it is. */
export interface LineFix {
  readonly name?: string | undefined;
  readonly stage?: string | undefined;
  readonly total?: string | undefined;
  readonly unit?: string | undefined;
  readonly factorName?: string | undefined;
  readonly factorValue?: string | undefined;
  readonly factorUnit?: string | undefined;
  readonly factorSource?: string | undefined;
}

/**
 * Mends a line in place, keeping what was typed; `leaveOut` says that it does not apply. With `findingId` the row
 * that could not be read becomes a line, or is left out for good.
 */
export async function fixSheetLine(
  ctx: ServiceContext,
  input: Place & {
    readonly line: { readonly lineNumber: number } | { readonly findingId: string };
    readonly fix: LineFix;
    readonly leaveOut?: boolean;
  },
): Promise<void> {
  await editSheet(ctx, input, async (tx, sheet) => {
    const { line: which, fix, leaveOut = false } = input;
    if ('findingId' in which) return takeRejectedRow(ctx, tx, sheet, which.findingId, leaveOut ? null : fix);
    const present = sheet.lines.find(({ lineNumber }) => lineNumber === which.lineNumber);
    if (!present) throw new ServiceError('notFound');
    const fixed: SheetLine = leaveOut ? { ...present, status: 'notApplicable' } : fixedLine(present, fix);
    await tx.activityData.updateMany({
      where: { inventorySheetId: sheet.id, lineNumber: fixed.lineNumber },
      data: rowOfLine(fixed),
    });
    await forgetFindings(tx, sheet, fixed, leaveOut ? null : Object.keys(fix));
    return {
      ...sheet,
      lines: sheet.lines.map((line) => (line.lineNumber === fixed.lineNumber ? fixed : line)),
    };
  });
}

/** What a person types to mend sheet 1; `kgPerPiece` only where the product is counted. */
export async function fixSheetBasics(
  ctx: ServiceContext,
  input: Place & {
    readonly period: string;
    readonly production: string;
    readonly productionUnit: string;
    readonly kgPerPiece?: string | undefined;
  },
): Promise<void> {
  await editSheet(ctx, input, async (_, sheet) => {
    const findings: Finding[] = [];
    const period = parsePeriod(input.period);
    if (!period.ok) findings.push(errorAt('answer.periodMissing', ['period']));
    const production = readNumber(input.production, 'production', findings);
    const unit = readUnitText(input.productionUnit, undefined, 'productionUnit', findings);
    const kgPerPiece =
      input.kgPerPiece === undefined
        ? sheet.basics.kgPerPiece
        : readNumber(input.kgPerPiece, 'kgPerPiece', findings);
    if (findings.length > 0 || !period.ok) throw new ServiceError('refused', {}, findings);
    return {
      ...sheet,
      basics: { ...sheet.basics, period: period.value, production, productionUnit: unit, kgPerPiece },
      productionText: input.production,
    };
  });
}

/** Turns the row a finding stands for into a line, or leaves it out where `fix` is null. */
async function takeRejectedRow(
  ctx: ServiceContext,
  tx: TenantTransaction,
  sheet: EditableSheet,
  findingId: string,
  fix: LineFix | null,
): Promise<EditableSheet> {
  const { organizationId } = ctx.actor;
  const finding = await tx.importFinding.findFirst({
    where: { id: findingId, importBatchId: sheet.importBatchId, severity: 'error' },
  });
  if (!finding || finding.row === null || finding.sheet === null) throw new ServiceError('notFound');
  await tx.importFinding.deleteMany({
    where: { importBatchId: sheet.importBatchId, sheet: finding.sheet, row: finding.row },
  });
  if (fix === null) return sheet;
  const lineNumber = Math.max(0, ...sheet.lines.map((line) => line.lineNumber)) + 1;
  const line = fixedLine(
    {
      lineNumber,
      stage: null,
      group: null,
      name: '',
      amountText: null,
      amount: null,
      unit: null,
      status: 'unknown',
      dataType: 'secondary',
      source: null,
      allocation: null,
      factor: null,
      transport: null,
      quality: null,
      remark: null,
      sourceCell: `${finding.sheet}!${finding.row}`,
    },
    fix,
  );
  await tx.activityData.create({
    data: { ...rowOfLine(line), organizationId, inventorySheetId: sheet.id },
  });
  return { ...sheet, lines: [...sheet.lines, line] };
}

/** What was found in the cells that a person has now typed anew counts no more; without fields, in the whole row. */
async function forgetFindings(
  tx: TenantTransaction,
  sheet: EditableSheet,
  line: SheetLine,
  fields: readonly string[] | null,
): Promise<void> {
  const place = sourcePlace(line.sourceCell);
  if (!place) return;
  const letters = fields?.flatMap((field) => sheet.columns[place.sheet]?.[field as SheetField] ?? []);
  await tx.importFinding.deleteMany({
    where: {
      importBatchId: sheet.importBatchId,
      sheet: place.sheet,
      row: place.row,
      ...(letters && { column: { in: letters } }),
    },
  });
}

function fixedLine(line: SheetLine, fix: LineFix): SheetLine {
  const findings: Finding[] = [];
  const name = fix.name === undefined ? line.name : fix.name.trim();
  if (name === '') findings.push(errorAt('table.rowIncomplete', ['name'], { expected: 'name' }));
  const medium = mediumOf(name);
  const stage = fix.stage === undefined ? line.stage : stageOf(fix.stage);
  const amount = fix.total === undefined ? line.amount : readNumber(fix.total, 'total', findings);
  const unit = fix.unit === undefined ? line.unit : readUnitText(fix.unit, medium, 'unit', findings);
  const { factor } = line;
  const factorValue =
    fix.factorValue === undefined
      ? (factor?.value ?? null)
      : readNumber(fix.factorValue, 'factorValue', findings);
  const factorUnit =
    fix.factorUnit === undefined
      ? (factor?.unit ?? null)
      : readFactorUnitText(fix.factorUnit, medium, findings);
  if (findings.length > 0) throw new ServiceError('refused', {}, findings);
  const hasTotal = fix.total !== undefined;
  return {
    ...line,
    name: name.slice(0, 500),
    stage,
    amount,
    amountText: fix.total ?? line.amountText,
    unit,
    status: amount !== null || line.allocation?.perUnit ? 'measured' : 'unknown',
    // A total typed anew speaks for itself: the per-unit amount of the workbook belonged to the old one.
    allocation: hasTotal && line.allocation ? { ...line.allocation, perUnit: null } : line.allocation,
    factor:
      factorValue === null && factorUnit === null && factor === null
        ? null
        : {
            name: fix.factorName?.trim() || (factor?.name ?? null),
            value: factorValue,
            valueText: fix.factorValue ?? factor?.valueText ?? null,
            unit: factorUnit,
            unitText: fix.factorUnit ?? factor?.unitText ?? null,
            source: fix.factorSource?.trim() || (factor?.source ?? null),
            year: factor?.year ?? null,
          },
  };
}

const stageOf = (typed: string): LifeCycleStage | null =>
  lifeCycleStages.find((stage) => stage === typed) ?? null;

/** The medium a name speaks of, for `度` (R10.2). */
function mediumOf(name: string): Medium | undefined {
  if (/電|electric/i.test(name)) return 'electricity';
  if (/天然氣|瓦斯|gas\b/i.test(name)) return 'gas';
  return /水|water/i.test(name) ? 'water' : undefined;
}

/** A number of zero or more; blank is not known, and anything else is refused at its field. */
function readNumber(typed: string, field: string, findings: Finding[]): number | null {
  const amount = parseAmount(typed);
  if (amount.ok && amount.value.kind !== 'measured') return null;
  if (amount.ok && amount.value.kind === 'measured' && amount.value.value >= 0 && amount.value.unit === null)
    return amount.value.value;
  findings.push(errorAt('table.amountUnreadable', [field], { found: typed.slice(0, 40), expected: '≥ 0' }));
  return null;
}

function readUnitText(
  typed: string,
  medium: Medium | undefined,
  field: string,
  findings: Finding[],
): string | null {
  if (typed.trim() === '') return null;
  const unit = parseUnit(typed, medium);
  if (unit.ok) return unit.value;
  findings.push(errorAt('table.unitUnknown', [field], { found: typed.slice(0, 40) }));
  return null;
}

function readFactorUnitText(typed: string, medium: Medium | undefined, findings: Finding[]): string | null {
  if (typed.trim() === '') return null;
  const unit = parseFactorUnit(typed, medium);
  if (unit.ok && unit.value.gas === 'CO2e' && ['g', 'kg', 't'].includes(unit.value.mass))
    return `${unit.value.mass}CO2e/${unit.value.per}`;
  findings.push(
    errorAt('sheet.factorUnitUnreadable', ['factorUnit'], {
      found: typed.slice(0, 40),
      expected: 'kg CO2e/kg',
    }),
  );
  return null;
}
