import type { EmissionFactor } from './model/emission-factor.ts';
import type { Exchange, Flow, ProcessLink, SealedProcess, UnitProcess } from './model/process.ts';
import type { ProductSystemDraft } from './model/product-system.ts';

// Parts of drawings for tests: sound as they are, each field can be overridden.

export const factor = (value: number, unit: string, more: Partial<EmissionFactor> = {}): EmissionFactor => ({
  id: `factor-${unit}`,
  version: '1',
  name: `factor per ${unit}`,
  value,
  unit,
  source: 'test',
  sourceType: 'publishedLifeCycle',
  boundary: 'cradleToGate',
  ...more,
});

export const flow = (id: string, more: Partial<Flow> = {}): Flow => ({
  id,
  name: id,
  flowType: 'product',
  ...more,
});

export const exchange = (
  id: string,
  isInput: boolean,
  amount: number | null,
  unit: string | null,
  more: Partial<Exchange> = {},
): Exchange => ({ id, flow: id, isInput, amount, unit, dataType: 'primary', ...more });

export const input = (id: string, amount: number | null, unit: string | null, more: Partial<Exchange> = {}) =>
  exchange(id, true, amount, unit, more);

export const output = (
  id: string,
  amount: number | null,
  unit: string | null,
  more: Partial<Exchange> = {},
) => exchange(id, false, amount, unit, more);

export const unitProcess = (
  id: string,
  exchanges: readonly Exchange[],
  more: Partial<UnitProcess> = {},
): UnitProcess => ({
  kind: 'unit',
  id,
  name: id,
  stage: 'manufacturing',
  exchanges,
  quantitativeReference: exchanges.find(({ isInput }) => !isInput)?.id ?? null,
  ...more,
});

export const sealedProcess = (
  id: string,
  footprint: Partial<SealedProcess['footprint']> = {},
  more: Partial<SealedProcess> = {},
): SealedProcess => ({
  kind: 'sealed',
  id,
  name: id,
  stage: 'rawMaterial',
  supplier: `${id}-firm`,
  footprint: {
    studyId: `${id}-study`,
    version: '1',
    flow: id,
    declaredUnitAmount: 1,
    declaredUnitOfMeasurement: 'kg',
    components: { fossil: 2, biogenicEmission: 0, biogenicRemoval: 0, dLuc: 0, aircraft: 0 },
    business: 'B2B',
    primaryDataSharePercent: 40,
    ...footprint,
  },
  ...more,
});

/** The link that answers an input of a process with the process that makes the flow of the same name. */
export const link = (
  process: string,
  exchangeId: string,
  provider: string,
  carried = exchangeId,
): ProcessLink => ({
  id: `${provider} to ${process} ${exchangeId}`,
  provider,
  flow: carried,
  process,
  exchange: exchangeId,
});

/** A draft whose flows are those its processes name, asking for one kg of `product` from `process`. */
export const draft = (
  processes: ProductSystemDraft['processes'],
  links: readonly ProcessLink[] = [],
  more: Partial<ProductSystemDraft> = {},
): ProductSystemDraft => {
  const last = processes[0];
  const product = last?.kind === 'unit' ? (last.exchanges.find(({ isInput }) => !isInput)?.flow ?? '') : '';
  const named = processes.flatMap((process) =>
    process.kind === 'unit' ? process.exchanges.map((one) => one.flow) : [process.footprint.flow],
  );
  return {
    statedUnit: { kind: 'functionalUnit', description: 'one of it', amount: 1, unit: 'unit' },
    referenceFlow: { process: last?.id ?? '', flow: product, amount: 1, unit: 'kg' },
    boundary: { productKind: 'goods', business: 'B2B' },
    period: { start: '2024-01-01', end: '2024-12-31' },
    flows: [...new Set(named)].map((id) => flow(id)),
    processes,
    links,
    ...more,
  };
};

/** A chain of processes, each with 0.5 kg CO2e of its own and 1 kg from the next: `depth` × 0.5 kg in all. */
export const chain = (depth: number): ProductSystemDraft => {
  const ids = Array.from({ length: depth }, (_, at) => `step ${at}`);
  const power = input('power', 1, 'kWh', { factor: factor(0.5, 'kgCO2e/kWh') });
  return draft(
    ids.map((id, at) => {
      const next = ids[at + 1];
      return unitProcess(id, [output(id, 1, 'kg'), power, ...(next ? [input(next, 1, 'kg')] : [])]);
    }),
    ids.slice(1).map((next, at) => link(ids[at] ?? '', next, next)),
  );
};
