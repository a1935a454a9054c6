import {
  accept,
  type BlendComponent,
  blendGwp,
  co2eOfGases,
  convert,
  type GwpSet,
  type Medium,
  parseRocDate,
  type RefrigerantUse,
  type Result,
  refrigerantAllowed,
} from '@slipstream/quantity';
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
  'date.rocToIso': ({ rocDate }: { rocDate: string }) =>
    mapped(parseRocDate(rocDate), (isoDate) => ({ isoDate })),
  'gwp.convert': ({ gwpSet, massesKg }: { gwpSet: GwpSet; massesKg: Record<string, number> }) =>
    mapped(co2eOfGases(massesKg, gwpSet), ({ tCO2eByGas, total }) => ({ tCO2eByGas, total })),
  'gwp.blend': ({ components }: { components: BlendComponent[] }) =>
    mapped(blendGwp(components), (gwp) => ({ gwp })),
  'refrigerant.allowed': (use: RefrigerantUse) => refrigerantAllowed(use),
};
