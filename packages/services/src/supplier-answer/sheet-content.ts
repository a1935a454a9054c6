import type { DataType, LifeCycleStage, PedigreeScores } from '@slipstream/footprint';
import type { SheetField } from '@slipstream/inventory-sheet';
import type { Period } from '@slipstream/quantity';

/** The factor of a line as the supplier named it, and as it is understood (`kgCO2e/kWh`). */
export interface StoredFactor {
  readonly name: string | null;
  readonly valueText: string | null;
  readonly value: number | null;
  readonly unitText: string | null;
  readonly unit: string | null;
  readonly source: string | null;
  readonly year: number | null;
}

/** How the site's amount came to one unit of the product, as the supplier states it. */
export interface StoredAllocation {
  readonly basis: string | null;
  readonly explanation: string | null;
  /** Per unit made, as typed and as understood; null where only the total is given. */
  readonly perUnit: {
    readonly typed: string;
    readonly value: number;
    readonly unit: string | null;
  } | null;
}

export interface StoredTransport {
  readonly origin: string | null;
  readonly mode: 'road' | 'rail' | 'sea' | 'air' | null;
  readonly km: number | null;
  readonly kmText: string | null;
}

export interface StoredQuality {
  readonly activity: PedigreeScores | null;
  readonly factor: PedigreeScores | null;
}

/** Whether a line counts: blank is never zero, and what does not apply is said to. */
export const lineStatuses = ['measured', 'unknown', 'notApplicable'] as const;
export type LineStatus = (typeof lineStatuses)[number];

/** A line of a sheet as it is stored. */
export interface SheetLine {
  readonly lineNumber: number;
  readonly stage: LifeCycleStage | null;
  readonly group: string | null;
  readonly name: string;
  readonly amountText: string | null;
  readonly amount: number | null;
  readonly unit: string | null;
  readonly status: LineStatus;
  readonly dataType: DataType;
  readonly source: string | null;
  readonly allocation: StoredAllocation | null;
  readonly factor: StoredFactor | null;
  readonly transport: StoredTransport | null;
  readonly quality: StoredQuality | null;
  readonly remark: string | null;
  /** e.g. `3 製造－能資源!14`. */
  readonly sourceCell: string | null;
}

/** What the whole sheet is about, as far as a calculation needs it. */
export interface SheetBasics {
  readonly productName: string | null;
  readonly period: Period | null;
  readonly boundary: 'cradleToGate' | 'cradleToGrave' | null;
  /** Units made in the period. */
  readonly production: number | null;
  readonly productionUnit: string | null;
  /** Kilograms of one piece, where the product is counted. */
  readonly kgPerPiece: number | null;
}

/** Where the fields of a sheet's lines stand: column letters by worksheet. */
export type ColumnsOfSheets = Readonly<Record<string, Readonly<Partial<Record<SheetField, string>>>>>;
