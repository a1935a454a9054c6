import { starterFactor } from '@slipstream/factor-library/starter';
import type { Exchange, Flow, UnitProcess } from '@slipstream/footprint';
import { getDrawing, listProducts, type ServiceContext, saveDrawing, usedFactor } from '@slipstream/services';

/** What a process uses or leaves for one declared unit of the product: name, amount, unit, then its answer. */
type Used = readonly [name: string, amount: number, unit: string, factorId: string];
type Left = readonly [name: string, amount: number, unit: string, burdenFree: string];

/** A step before the product's own: takes lines of the bill, by the name of the part, and hands on what it makes. */
interface Step {
  readonly name: string;
  readonly takes: readonly string[];
  readonly makes: readonly [name: string, amount: number, unit: string];
  readonly uses: readonly Used[];
  readonly leaves: readonly Left[];
}

/** What a product's maker does itself. */
interface OwnWork {
  readonly product: string;
  readonly steps: readonly Step[];
  /** Of the process that makes the product. */
  readonly uses: readonly Used[];
  readonly leaves: readonly Left[];
}

const sold = '賣給回收業者，依截斷法不分攤負荷';

/**
 * The lead firm's own energy for each product, from its meters and its output of the year. The H-beam is the worked
 * example of the Industrial Development Bureau's handout of 2022, with the factors printed there.
 */
export const chengluWork: readonly OwnWork[] = [
  {
    product: 'H 型鋼 H300',
    steps: [
      {
        name: '鋼胚加熱',
        takes: ['電弧爐扁鋼胚'],
        makes: ['加熱鋼胚', 1.024, 't'],
        uses: [
          ['天然氣', 40, 'm3', 'example.natural_gas'],
          ['燃料油', 0.0105, 't', 'example.fuel_oil'],
        ],
        leaves: [['氧化鐵皮', 0.011, 't', sold]],
      },
    ],
    uses: [
      ['外購電力', 132.1, 'kWh', 'grid.tw.cfp.2012'],
      ['防腐防垢抑制劑', 0.0011, 't', 'example.scale_inhibitor'],
    ],
    leaves: [['切頭廢鋼', 0.024, 't', sold]],
  },
  {
    product: '鋁捲 A5052',
    steps: [
      {
        name: '熔鑄',
        takes: ['原生鋁錠', '再生鋁錠'],
        makes: ['鋁扁錠', 1.032, 't'],
        uses: [
          ['熔鑄用電', 295, 'kWh', 'grid.tw.cfp.2022'],
          ['熔煉天然氣', 132, 'm3', 'cfp.tw.natural_gas.stationary.2022'],
        ],
        leaves: [['鋁渣', 0.018, 't', sold]],
      },
    ],
    uses: [
      ['軋延用電', 1_652, 'kWh', 'grid.tw.cfp.2022'],
      ['退火天然氣', 125, 'm3', 'cfp.tw.natural_gas.stationary.2022'],
    ],
    leaves: [['裁邊料', 0.032, 't', sold]],
  },
  ...['升降柱 LC-60', '升降柱 LC-60W 加寬型'].map((product) => ({
    product,
    steps: [],
    uses: [
      ['組立用電', 22, 'kWh', 'grid.tw.cfp.2022'],
      ['烤漆天然氣', 1.6, 'm3', 'cfp.tw.natural_gas.stationary.2022'],
    ] as const,
    leaves: [],
  })),
];

/** Draws the maker's own processes into a product's drawing, as a person does on the canvas. */
export async function drawOwnWork(ctx: ServiceContext, work: OwnWork): Promise<void> {
  const product = (await listProducts(ctx)).find(({ name }) => name === work.product);
  if (!product) throw new Error(`${work.product} is in no bill of materials`);
  const { draft, version } = await getDrawing(ctx, { productId: product.id });
  const own = draft.processes.find(({ id }) => id === product.id);
  if (own?.kind !== 'unit') throw new Error(`${work.product} is not drawn`);
  const partOf = new Map(draft.flows.map(({ id, name }) => [id, name]));
  const isTaken = ({ takes }: Pick<Step, 'takes'>, { flow, isInput }: Exchange) =>
    isInput && takes.includes(partOf.get(flow) ?? '');
  const flows: Flow[] = [];
  const flowOf = (name: string, flowType: Flow['flowType']) => {
    const id = `${product.id}-${name}`;
    flows.push({ id, name, flowType });
    return id;
  };
  const around = ({ uses, leaves }: Pick<Step, 'uses' | 'leaves'>): Exchange[] => [
    ...uses.map(([name, amount, unit, factorId]) => ({
      id: `use-${name}`,
      flow: flowOf(name, 'product'),
      isInput: true,
      amount,
      unit,
      factor: factorOf(factorId),
      dataType: 'primary' as const,
    })),
    ...leaves.map(([name, amount, unit, burdenFree]) => ({
      id: `leave-${name}`,
      flow: flowOf(name, 'waste'),
      isInput: false,
      amount,
      unit,
      burdenFree,
      dataType: 'primary' as const,
    })),
  ];
  const made = work.steps.map((step) => {
    const [name, amount, unit] = step.makes;
    const exchange = {
      id: `make-${name}`,
      flow: flowOf(name, 'product'),
      amount,
      unit,
      dataType: 'primary',
    } as const;
    const process: UnitProcess = {
      kind: 'unit',
      id: `${product.id}-${step.name}`,
      name: step.name,
      stage: 'manufacturing',
      quantitativeReference: exchange.id,
      exchanges: [
        { ...exchange, isInput: false },
        ...own.exchanges.filter((one) => isTaken(step, one)),
        ...around(step),
      ],
    };
    return { process, input: { ...exchange, id: `take-${name}`, isInput: true } };
  });
  const last: UnitProcess = {
    ...own,
    exchanges: [
      ...own.exchanges.filter((exchange) => !work.steps.some((step) => isTaken(step, exchange))),
      ...made.map(({ input }) => input),
      ...around(work),
    ],
  };
  await saveDrawing(ctx, {
    productId: product.id,
    version,
    positions: {},
    draft: {
      ...draft,
      flows: [...draft.flows, ...flows],
      processes: [
        ...draft.processes.filter(({ id }) => id !== own.id),
        ...made.map(({ process }) => process),
        last,
      ],
      links: [
        ...draft.links,
        ...made.map(({ process, input }) => ({
          id: `link-${input.id}`,
          provider: process.id,
          flow: input.flow,
          process: own.id,
          exchange: input.id,
        })),
      ],
    },
  });
}

function factorOf(id: string) {
  const factor = starterFactor(id);
  if (!factor) throw new Error(`The library has no ${id}`);
  return usedFactor(factor);
}
