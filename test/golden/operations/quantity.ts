import { accept, convert, type Medium, type Result } from '@slipstream/quantity';
import type { Operation } from '../operations.ts';

const mapped = <From, To>(result: Result<From>, make: (value: From) => To): Result<To> =>
  result.ok ? accept(make(result.value), result.findings) : result;

interface UnitConvertInputs {
  readonly value: number;
  readonly from: string;
  readonly to: string;
  readonly densityKgPerL?: number;
  readonly kgPerPiece?: number;
  readonly medium?: Medium;
}

export const quantityOperations: Readonly<Record<string, Operation>> = {
  'unit.convert': ({ value, from, to, ...bridge }: UnitConvertInputs) =>
    mapped(convert(value, from, to, bridge), (converted) => ({ value: converted })),
};
