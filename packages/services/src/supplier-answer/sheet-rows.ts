import { Prisma } from '@slipstream/db';
import {
  type BasicData,
  columnLetters,
  type InventoryLine,
  type InventorySheet,
  type SheetField,
} from '@slipstream/inventory-sheet';
import type {
  ColumnsOfSheets,
  LineStatus,
  SheetBasics,
  SheetLine,
  StoredAllocation,
  StoredFactor,
  StoredQuality,
  StoredTransport,
} from './sheet-content.ts';

/** A line read from a workbook as it is kept; the typed amount comes back to the digit. */
export function sheetLineOf(line: InventoryLine, lineNumber: number): SheetLine {
  const { total, perUnit, factor, transport } = line;
  const unit = factor?.unit;
  return {
    lineNumber,
    stage: line.stage,
    group: line.group,
    name: line.name,
    amountText: total?.amount.typed ?? null,
    amount: total?.amount.value ?? null,
    unit: total?.unit ?? null,
    status: total || perUnit ? 'measured' : 'unknown',
    dataType: line.dataType ?? 'secondary',
    source: line.source,
    allocation:
      perUnit || line.allocationBasis || line.allocationExplanation
        ? {
            basis: line.allocationBasis,
            explanation: line.allocationExplanation,
            perUnit: perUnit && {
              typed: perUnit.amount.typed,
              value: perUnit.amount.value,
              unit: perUnit.unit,
            },
          }
        : null,
    factor: factor && {
      name: factor.name,
      valueText: factor.value?.typed ?? null,
      value: factor.value?.value ?? null,
      unitText: factor.unitTyped,
      unit: unit ? `${unit.mass}CO2e/${unit.per}` : null,
      source: factor.source,
      year: factor.year,
    },
    transport: transport && {
      origin: transport.origin,
      mode: transport.mode,
      km: transport.km?.value ?? null,
      kmText: transport.km?.typed ?? null,
    },
    quality:
      line.activityScores || line.factorScores
        ? { activity: line.activityScores, factor: line.factorScores }
        : null,
    remark: line.remark,
    sourceCell: `${line.sheet}!${line.row}`,
  };
}

const jsonOf = (value: object | null) =>
  value === null ? Prisma.DbNull : (value as unknown as Prisma.InputJsonObject);

/** The row of a line, without whose it is. */
export function rowOfLine(line: SheetLine) {
  const { quality, allocation, factor, transport, stage, ...plain } = line;
  return {
    ...plain,
    stage: stage ?? '',
    allocation: jsonOf(allocation),
    factor: jsonOf(factor),
    transport: jsonOf(transport),
    dataQuality: jsonOf(quality),
  };
}

/** A line as it was stored. */
export function lineOfRow(row: Prisma.ActivityDataGetPayload<object>): SheetLine {
  return {
    lineNumber: row.lineNumber,
    stage: (row.stage || null) as SheetLine['stage'],
    group: row.group,
    name: row.name,
    amountText: row.amountText,
    amount: row.amount === null ? null : Number(row.amount),
    unit: row.unit,
    status: row.status as LineStatus,
    dataType: row.dataType as SheetLine['dataType'],
    source: row.source,
    allocation: row.allocation as unknown as StoredAllocation | null,
    factor: row.factor as unknown as StoredFactor | null,
    transport: row.transport as unknown as StoredTransport | null,
    quality: row.dataQuality as unknown as StoredQuality | null,
    remark: row.remark,
    sourceCell: row.sourceCell,
  };
}

/** What a calculation needs of sheet 1. */
export function basicsOf(basic: BasicData): SheetBasics {
  const { unitMass, unitMassUnit } = basic;
  const inKg = { kg: 1, g: 0.001, t: 1000 } as const;
  const perKg = unitMassUnit ? inKg[unitMassUnit as keyof typeof inKg] : undefined;
  return {
    productName: basic.productName,
    period: basic.period,
    boundary: basic.boundary,
    production: basic.production?.value ?? null,
    productionUnit: basic.productionUnit,
    kgPerPiece: unitMass && perKg ? unitMass.value * perKg : null,
  };
}

/** Column letters of every field, by worksheet. */
export function columnsOf(tables: InventorySheet['tables']): ColumnsOfSheets {
  return Object.fromEntries(
    tables.map((table) => [
      table.sheet,
      Object.fromEntries(
        table.columns.flatMap(({ field, column }) =>
          field ? [[field, columnLetters(column)] as [SheetField, string]] : [],
        ),
      ),
    ]),
  );
}
