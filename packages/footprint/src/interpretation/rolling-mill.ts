import { checkProductSystem } from '../check/check-product-system.ts';
import type { EmissionFactor } from '../model/emission-factor.ts';
import type { Exchange, Process, UnitProcess } from '../model/process.ts';
import type { ProductSystem, ProductSystemDraft } from '../model/product-system.ts';

/** Test fixture: one tonne of aluminium coil, small enough to be calculated in the head. */

/** A factor of `value` kg CO2e per `unit`. */
export function factorOf(
  id: string,
  value: number,
  unit = 'kg',
  more: Partial<EmissionFactor> = {},
): EmissionFactor {
  return {
    id,
    version: '1',
    name: id,
    value,
    unit: `kgCO2e/${unit}`,
    source: 'test',
    sourceType: 'nationalPlatform',
    boundary: unit === 'kWh' ? 'lifeCycle' : 'cradleToGate',
    gwpSet: 'AR5',
    ...more,
  };
}

export function exchangeOf(
  id: string,
  flow: string,
  amount: number,
  unit: string,
  more: Partial<Exchange> = {},
): Exchange {
  return { id, flow, isInput: true, amount, unit, dataType: 'primary', ...more };
}

/** A sealed footprint of `kg` CO2e per kg. */
export function smelterOf(id: string, kg: number, version = '1'): Process {
  return {
    kind: 'sealed',
    id,
    name: id,
    stage: 'rawMaterial',
    supplier: id,
    footprint: {
      studyId: `study-${id}`,
      version,
      flow: 'ingot',
      declaredUnitAmount: 1,
      declaredUnitOfMeasurement: 'kg',
      components: { fossil: kg, biogenicEmission: 0, biogenicRemoval: 0, dLuc: 0, aircraft: 0 },
      business: 'B2B',
      primaryDataSharePercent: 80,
      gwpSet: 'AR5',
    },
  };
}

/** Rolling: 1,000 kg coil from 800 kg ingot of smelter A, 250 kg of smelter B, 600 kWh and 40 kg oil. */
export const rolling: UnitProcess = {
  kind: 'unit',
  id: 'rolling',
  name: 'rolling',
  stage: 'manufacturing',
  quantitativeReference: 'coil',
  exchanges: [
    exchangeOf('coil', 'coil', 1000, 'kg', { isInput: false }),
    exchangeOf('ingotA', 'ingot', 800, 'kg'),
    exchangeOf('ingotB', 'ingot', 250, 'kg'),
    exchangeOf('power', 'electricity', 600, 'kWh', { factor: factorOf('grid', 0.5, 'kWh') }),
    exchangeOf('oil', 'oil', 40, 'kg', { dataType: 'secondary', factor: factorOf('oil', 2) }),
  ],
};

/** 800 × 10 + 250 × 4 + 600 × 0.5 + 40 × 2 = 9,380 kg CO2e per tonne. */
export const coilDraft: ProductSystemDraft = {
  statedUnit: { kind: 'declaredUnit', description: '1 t coil', amount: 1, unit: 't' },
  referenceFlow: { process: 'rolling', flow: 'coil', amount: 1, unit: 't' },
  boundary: { productKind: 'goods', business: 'B2B' },
  period: { start: '2022-01-01', end: '2022-12-31' },
  flows: [
    { id: 'coil', name: 'coil', flowType: 'product' },
    { id: 'sheet', name: 'sheet', flowType: 'product' },
    { id: 'ingot', name: 'ingot', flowType: 'product' },
    { id: 'electricity', name: 'electricity', flowType: 'product', medium: 'electricity' },
    { id: 'oil', name: 'oil', flowType: 'product', densityKgPerL: 0.8 },
    { id: 'scrap', name: 'scrap', flowType: 'waste' },
  ],
  processes: [rolling, smelterOf('smelterA', 10), smelterOf('smelterB', 4)],
  links: [
    { id: 'a', provider: 'smelterA', flow: 'ingot', process: 'rolling', exchange: 'ingotA' },
    { id: 'b', provider: 'smelterB', flow: 'ingot', process: 'rolling', exchange: 'ingotB' },
  ],
};

/** The draft with other exchanges of rolling: by id, replaced, added, or taken out (null). */
export function withExchanges(
  changes: Readonly<Record<string, Partial<Exchange> | null>>,
  draft: ProductSystemDraft = coilDraft,
): ProductSystemDraft {
  return {
    ...draft,
    processes: draft.processes.map((process) => {
      if (process.id !== 'rolling' || process.kind !== 'unit') return process;
      const known = new Set(process.exchanges.map(({ id }) => id));
      const kept = process.exchanges.flatMap((exchange) => {
        const change = changes[exchange.id];
        return change === null ? [] : [{ ...exchange, ...change }];
      });
      const added = Object.entries(changes).flatMap(([id, change]) =>
        known.has(id) || change === null ? [] : [{ ...exchangeOf(id, 'oil', 0, 'kg'), ...change }],
      );
      return { ...process, exchanges: [...kept, ...added] };
    }),
  };
}

export function withProcess(process: Process, draft: ProductSystemDraft = coilDraft): ProductSystemDraft {
  return { ...draft, processes: [...draft.processes.filter(({ id }) => id !== process.id), process] };
}

/** The checked system of a draft that must be sound. */
export function systemOf(draft: ProductSystemDraft): ProductSystem {
  const system = checkProductSystem(draft);
  if (!system.ok) throw new Error(JSON.stringify(system.findings, null, 1));
  return system.value;
}
