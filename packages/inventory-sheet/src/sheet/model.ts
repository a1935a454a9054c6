import type { DataType, LifeCycleStage, PedigreeScores } from '@slipstream/footprint';
import type { Period, UnitCode } from '@slipstream/quantity';
import type { TypedAmount } from '../table/amount.ts';
import { tableFindingCodes } from '../table/findings.ts';
import type { CellAccount, RejectedRow } from '../table/rows.ts';
import type { ReadTable } from '../table/understood.ts';
import type { FactorUnit } from '../table/unit.ts';
import type { SheetField } from './columns.ts';

/** Codes of findings that reading an inventory sheet can bring. */
export const sheetFindingCodes = [
  ...tableFindingCodes,
  'sheet.templateVersionUnknown',
  'sheet.labelUnknown',
  'sheet.labelRepeated',
  'sheet.stageUnknown',
  'sheet.perUnitDisagrees',
  'sheet.perUnitMissing',
  'sheet.unitDiffersFromFactor',
  'sheet.unitIncompatibleWithFactor',
  'sheet.factorUnitUnreadable',
  'sheet.factorIncomplete',
  'sheet.scoresUnreadable',
  'sheet.yearUnreadable',
  'sheet.lineRepeated',
] as const;
export type SheetFindingCode = (typeof sheetFindingCodes)[number];

/** Groups of lines within the stages (R30, sheets 2 to 6). */
export const lineGroups = [
  'mainMaterial',
  'auxiliaryMaterial',
  'packaging',
  'energy',
  'water',
  'airEmission',
  'refrigerant',
  'septicTank',
  'wasteWater',
  'waste',
  'distribution',
  'use',
  'endOfLife',
] as const;
export type LineGroup = (typeof lineGroups)[number];

/** Sheet 1: whose product, which product, what the figures are per (R30). Blank is null. */
export interface BasicData {
  readonly firm: string | null;
  readonly site: string | null;
  readonly contact: string | null;
  readonly contactEmail: string | null;
  readonly filler: string | null;
  readonly reviewer: string | null;
  readonly productName: string | null;
  readonly productSpecification: string | null;
  readonly unitMass: TypedAmount | null;
  readonly unitMassUnit: UnitCode | null;
  readonly functionalUnit: string | null;
  readonly productCategoryRule: string | null;
  readonly period: Period | null;
  readonly boundary: 'cradleToGate' | 'cradleToGrave' | null;
  /** Units made in the period. */
  readonly production: TypedAmount | null;
  readonly productionUnit: UnitCode | null;
}

/** An amount with its unit as typed and as understood. */
export interface UnitAmount {
  readonly amount: TypedAmount;
  readonly unit: UnitCode | null;
  readonly unitTyped: string | null;
}

/** The emission factor a line names. */
export interface LineFactor {
  readonly name: string | null;
  readonly value: TypedAmount | null;
  readonly unit: FactorUnit | null;
  readonly unitTyped: string | null;
  readonly source: string | null;
  readonly year: number | null;
}

/** How the goods of a line travel (R13). */
export interface LineTransport {
  readonly origin: string | null;
  readonly mode: 'road' | 'rail' | 'sea' | 'air' | null;
  readonly km: TypedAmount | null;
}

/** One line of the inventory (盤查項目). What is blank is null, never zero. */
export interface InventoryLine {
  readonly sheet: string;
  readonly row: number;
  readonly stage: LifeCycleStage | null;
  readonly group: LineGroup | null;
  readonly name: string;
  readonly specification: string | null;
  /** Of the whole period. */
  readonly total: UnitAmount | null;
  /** Per functional unit, as typed; `sheet.perUnitMissing` proposes one where production tells. */
  readonly perUnit: UnitAmount | null;
  readonly dataType: DataType | null;
  readonly source: string | null;
  readonly period: Period | null;
  readonly allocationBasis: string | null;
  readonly allocationExplanation: string | null;
  readonly factor: LineFactor | null;
  readonly transport: LineTransport | null;
  readonly treatment: string | null;
  readonly activityScores: PedigreeScores | null;
  readonly factorScores: PedigreeScores | null;
  readonly remark: string | null;
}

/** What an inventory workbook says. */
export interface InventorySheet {
  /** The version our template states; null for other forms. */
  readonly templateVersion: string | null;
  readonly basicData: BasicData;
  readonly lines: readonly InventoryLine[];
  readonly tables: readonly ReadTable<SheetField>[];
  readonly rejected: readonly RejectedRow[];
  readonly account: CellAccount;
}
