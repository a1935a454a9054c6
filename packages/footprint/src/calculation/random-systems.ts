import fc from 'fast-check';
import type { ProductSystemDraft } from '../model/product-system.ts';
import { draft, factor, flow, input, output, unitProcess } from '../test-drafts.ts';

// Random product systems for tests: multi-output processes, allocation, dedicated flows, loops.

export interface RandomProcess {
  readonly products: readonly { readonly made: number; readonly basis: number }[];
  readonly inputs: readonly { readonly from: number; readonly part: number; readonly dedicated: boolean }[];
  readonly lines: readonly {
    readonly amount: number;
    readonly factor: number;
    readonly dedicated: boolean;
  }[];
}

/** Three decimals, as people type: no test of denormal numbers. */
const number = (min: number, max: number) =>
  fc.integer({ min: min * 1000, max: max * 1000 }).map((thousandths) => thousandths / 1000);

/** Up to eight processes; `from` counts through all products of the system. Inputs stay below what a loop can bear. */
export const anySystem: fc.Arbitrary<readonly RandomProcess[]> = fc.array(
  fc.record({
    products: fc.array(fc.record({ made: number(0.5, 20), basis: number(0.1, 5) }), {
      minLength: 1,
      maxLength: 3,
    }),
    inputs: fc.array(fc.record({ from: fc.nat(50), part: number(0, 1), dedicated: fc.boolean() }), {
      maxLength: 4,
    }),
    lines: fc.array(fc.record({ amount: number(0, 100), factor: number(-5, 20), dedicated: fc.boolean() }), {
      maxLength: 3,
    }),
  }),
  { minLength: 1, maxLength: 8 },
);

/** Every product of the system by process and position, in the order `from` counts. */
export const productsIn = (system: readonly RandomProcess[]) =>
  system.flatMap(({ products }, process) => products.map((_, product) => ({ process, product })));

export const flowId = (process: number, product: number) => `flow ${process}.${product}`;

/** Amount of an input: all of a process together take less than 0.9 of its smallest product. */
export const inputAmount = ({ products, inputs }: RandomProcess, part: number) =>
  (part * 0.9 * Math.min(...products.map(({ made }) => made))) / inputs.length;

/** The drawing of a random system, asking for `amount` kg of one of its products. */
export function drawn(
  system: readonly RandomProcess[],
  asked = { process: 0, product: 0 },
  amount = 1,
): ProductSystemDraft {
  const everyProduct = productsIn(system);
  const provider = (from: number) => everyProduct[from % everyProduct.length] ?? asked;
  const processes = system.map((process, at) => {
    const first = [`product ${at}.0`];
    const products = process.products.map(({ made }, product) =>
      output(`product ${at}.${product}`, made, 'kg', { flow: flowId(at, product) }),
    );
    const inputs = process.inputs.map(({ from, part, dedicated }, index) => {
      const { process: of, product } = provider(from);
      return input(`input ${index}`, inputAmount(process, part), 'kg', {
        flow: flowId(of, product),
        ...(dedicated ? { appliesTo: first } : {}),
      });
    });
    const lines = process.lines.map((line, index) =>
      input(`line ${index}`, line.amount, 'kWh', {
        flow: 'electricity',
        factor: factor(line.factor, 'kgCO2e/kWh'),
        ...(line.dedicated ? { appliesTo: first } : {}),
      }),
    );
    return unitProcess(`process ${at}`, [...products, ...inputs, ...lines], {
      stage: at % 2 === 0 ? 'manufacturing' : 'rawMaterial',
      ...(at % 3 === 0 ? {} : { supplier: `supplier ${at % 3}` }),
      allocation: {
        basis: 'machineHours',
        given: 'basisPerUnit',
        factors: process.products.map(({ basis }, product) => ({
          exchange: `product ${at}.${product}`,
          value: basis,
        })),
      },
    });
  });
  const links = system.flatMap(({ inputs }, at) =>
    inputs.map(({ from }, index) => {
      const { process: of, product } = provider(from);
      return {
        id: `link ${at}.${index}`,
        provider: `process ${of}`,
        flow: flowId(of, product),
        process: `process ${at}`,
        exchange: `input ${index}`,
      };
    }),
  );
  return draft(processes, links, {
    flows: [
      ...everyProduct.map(({ process, product }) => flow(flowId(process, product))),
      flow('electricity'),
    ],
    referenceFlow: {
      process: `process ${asked.process}`,
      flow: flowId(asked.process, asked.product),
      amount,
      unit: 'kg',
    },
  });
}

/**
 * kg CO2e per kg of every product by plain elimination, straight from the random system: what is made of a product ×
 * its intensity = its share of all inputs × their intensities + its share of the lines.
 */
export function denseIntensities(system: readonly RandomProcess[]): number[] {
  const everyProduct = productsIn(system);
  const rows = everyProduct.map(({ process: at, product }, row) => {
    const process = system[at] as RandomProcess;
    const weights = process.products.map(({ made, basis }) => made * basis);
    const weight = (weights[product] ?? 0) / weights.reduce((a, b) => a + b, 0);
    const share = (only: boolean) => (only ? (product === 0 ? 1 : 0) : weight);
    const equation = new Array<number>(everyProduct.length + 1).fill(0);
    equation[row] = process.products[product]?.made ?? 0;
    for (const one of process.inputs) {
      const from = one.from % everyProduct.length;
      equation[from] = (equation[from] ?? 0) - share(one.dedicated) * inputAmount(process, one.part);
    }
    equation[everyProduct.length] = process.lines.reduce(
      (sum, line) => sum + share(line.dedicated) * line.amount * line.factor,
      0,
    );
    return equation;
  });
  return eliminate(rows);
}

function eliminate(rows: number[][]): number[] {
  const size = rows.length;
  for (let step = 0; step < size; step++) {
    const candidates = rows.slice(step).map((row) => Math.abs(row[step] ?? 0));
    const best = step + candidates.indexOf(Math.max(...candidates));
    [rows[step], rows[best]] = [rows[best] as number[], rows[step] as number[]];
    const pivot = rows[step] as number[];
    rows.forEach((row, other) => {
      if (other === step) return;
      const times = (row[step] ?? 0) / (pivot[step] ?? 1);
      for (let column = step; column <= size; column++) {
        row[column] = (row[column] ?? 0) - times * (pivot[column] ?? 0);
      }
    });
  }
  return rows.map((row, step) => (row[size] ?? 0) / (row[step] ?? 1));
}
