import type { Result } from '@slipstream/quantity';
import type { Tolerances } from './compare.ts';
import { assuranceOperations } from './operations/assurance.ts';
import { diagnosisOperations } from './operations/diagnosis.ts';
import { factorLibraryOperations } from './operations/factor-library.ts';
import { footprintOperations } from './operations/footprint.ts';
import { interpretationOperations } from './operations/interpretation.ts';
import { organizationInventoryOperations } from './operations/organization-inventory.ts';
import { programmeOperations } from './operations/programme.ts';
import { quantityOperations } from './operations/quantity.ts';

export interface GoldenCase extends Tolerances {
  readonly id: string;
  readonly operation: string;
  readonly inputs: unknown;
  readonly expected: unknown;
}

export interface GoldenFile {
  readonly cases: readonly GoldenCase[];
}

/** A thin adapter: from the inputs of a golden case to one public function of a package. */
// biome-ignore lint/suspicious/noExplicitAny: each adapter states the shape its operation documents
export type Operation = (inputs: any) => Result<unknown>;

/** Every golden operation by its name in the catalogue. */
export const operations: Readonly<Record<string, Operation>> = {
  ...assuranceOperations,
  ...diagnosisOperations,
  ...organizationInventoryOperations,
  ...factorLibraryOperations,
  ...quantityOperations,
  ...footprintOperations,
  ...interpretationOperations,
  ...programmeOperations,
};
