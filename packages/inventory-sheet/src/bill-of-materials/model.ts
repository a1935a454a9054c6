import type { UnitCode } from '@slipstream/quantity';
import type { TypedAmount } from '../table/amount.ts';
import { tableFindingCodes } from '../table/findings.ts';
import type { CellAccount, RejectedRow } from '../table/rows.ts';
import type { ReadTable } from '../table/understood.ts';
import type { BomField } from './columns.ts';
import type { DeclaredUnit } from './declared-unit.ts';

/** Codes of findings that reading a bill of materials can bring. */
export const bomFindingCodes = [
  ...tableFindingCodes,
  'bom.levelJump',
  'bom.levelUnreadable',
  'bom.parentUnknown',
  'bom.cycle',
  'bom.partNumberRepeated',
  'bom.partNumberConflict',
  'bom.partNumberBecameDate',
  'bom.quantityZero',
  'bom.massUnitAssumed',
  'bom.declaredUnitUnreadable',
] as const;
export type BomFindingCode = (typeof bomFindingCodes)[number];

/** A product whose parts the file lists. */
export interface BomProduct {
  readonly sheet: string;
  readonly partNumber: string | null;
  readonly name: string | null;
  /** What the quantities of its parts are for; null where the file does not say. */
  readonly declaredUnit: DeclaredUnit | null;
}

/** One part in one place of a product. Blank cells are null, never zero. */
export interface BomLine {
  readonly sheet: string;
  readonly row: number;
  /** Index in `products`. */
  readonly product: number;
  /** Index in `lines` of the assembly it goes into; null where that is the product. */
  readonly parent: number | null;
  readonly level: number | null;
  readonly partNumber: string | null;
  readonly name: string | null;
  readonly specification: string | null;
  readonly material: string | null;
  /** Per one of its parent, in `unit`. */
  readonly quantity: TypedAmount | null;
  readonly unit: UnitCode | null;
  readonly unitTyped: string | null;
  /** Mass of one piece. */
  readonly kgPerPiece: number | null;
  /** Mass of the whole line, where the file gives it. */
  readonly lineMassKg: number | null;
  readonly supplier: string | null;
  readonly unitPrice: number | null;
  /** Share of the product's cost, 0 to 1. */
  readonly costShare: number | null;
  readonly annualVolume: number | null;
  readonly soleSource: boolean | null;
  readonly remark: string | null;
}

/** What a file says about the parts of products. */
export interface BillOfMaterials {
  readonly products: readonly BomProduct[];
  readonly lines: readonly BomLine[];
  readonly tables: readonly ReadTable<BomField>[];
  readonly rejected: readonly RejectedRow[];
  readonly account: CellAccount;
}
