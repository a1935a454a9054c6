import { readFileSync } from 'node:fs';
import type { TechnologyMatrix } from '@slipstream/footprint';

/** A supply chain to measure on: the matrix and what hangs on its processes. */
export interface SupplyGraph {
  readonly name: string;
  readonly matrix: TechnologyMatrix;
  /** kg CO2e per unit, by process. */
  readonly direct: Float64Array;
  readonly supplier: Int32Array;
  readonly supplierCount: number;
  readonly stage: Uint8Array;
  /** Spread class (0 to 15) of each exchange and of each direct value. */
  readonly exchangeClass: Uint8Array;
  readonly directClass: Uint8Array;
  readonly products: Int32Array;
  /** Whether processes use each other in circles. */
  readonly loops: boolean;
}

export const stageCount = 6;

/** Kinds of supply chain: `dag` tiers without loops, `loop` the same with returns, `eco` one large knot. */
export type GraphKind = 'dag' | 'loop' | 'eco';

function randomSource(seed: number): () => number {
  let a = seed | 0;
  let b = 0x9e3779b9;
  return () => {
    // xoroshiro64*: small, fast, and the same on every machine.
    const out = Math.imul(a, 0x9e3779bb);
    b ^= a;
    a = ((a << 26) | (a >>> 6)) ^ b ^ (b << 9);
    b = (b << 13) | (b >>> 19);
    return (out >>> 0) / 2 ** 32;
  };
}

/** Tiers from products to background data, as shares of all processes. */
const tiers = [0.1, 0.14, 0.12, 0.1, 0.18, 0.14, 0.2, 0.02];

/**
 * Makes a supply chain of `n` processes; the same seed gives the same chain. In a tiered chain a process takes
 * most inputs from its own product family one tier below, some from parts that many share, and energy, freight
 * and materials from a few background processes; `loop` returns scrap and by-products of one process in fifty.
 * In `eco` markets and activities use each other until most of them form one loop.
 */
export function makeGraph(kind: GraphKind, n: number, seed = 1): SupplyGraph {
  const random = randomSource(seed * 7919 + 1);
  const below = (count: number) => Math.floor(random() * count);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const rows: Map<number, number>[] = [];
  const tierStart = [0];
  for (const share of tiers) tierStart.push(Math.round((tierStart.at(-1)! / n + share) * n));
  tierStart[tiers.length] = n;
  const tierOf = (i: number) => tierStart.findIndex((start) => start > i) - 1;

  const weigh = (inputs: Set<number>, least: number, most: number) => {
    const weights = Array.from(inputs, (input) => [input, Math.exp(1.3 * normal())] as const);
    const scale = (least + (most - least) * random()) / weights.reduce((sum, [, weight]) => sum + weight, 0);
    rows.push(new Map(weights.map(([input, weight]) => [input, weight * scale])));
  };
  for (let i = 0; i < n; i++) {
    const inputs = new Set<number>();
    if (kind === 'eco') {
      const markets = Math.max(20, Math.round(n / 70));
      for (let k = 4 + below(16); k > 0; k--) {
        const market = Math.floor(markets * random() ** 1.5);
        if (i < markets) inputs.add(random() < 0.5 ? market : markets + below(n - markets));
        else inputs.add(random() < 0.85 ? market : Math.min(n - 1, i + 1 + below(3)));
      }
      inputs.delete(i);
      weigh(inputs, 0.3, 0.9);
      continue;
    }
    const tier = tierOf(i);
    const last = tiers.length - 1;
    const place = (i - tierStart[tier]!) / Math.max(1, tierStart[tier + 1]! - tierStart[tier]!);
    if (tier < last) {
      const wanted = [5, 5, 4, 3, 2, 2, 1][tier]! + below(3) - (tier > 3 ? 1 : 0);
      for (let k = 0; k < wanted; k++) {
        const to = Math.min(last, tier + 1 + (random() < 0.75 ? 0 : below(last - tier)));
        const size = tierStart[to + 1]! - tierStart[to]!;
        const near = Math.floor(place * size) + below(9) - 4;
        const pick =
          random() < 0.12 ? Math.floor(size * 0.05 * random() ** 4) : Math.min(size - 1, Math.max(0, near));
        inputs.add(tierStart[to]! + pick);
      }
      const background = n - tierStart[last]!;
      if (random() < 0.7)
        inputs.add(tierStart[last]! + Math.floor(Math.min(30, background) * random() ** 1.5));
      if (random() < 0.6) inputs.add(tierStart[last]! + below(background));
    } else if (i + 1 < n && random() < 0.6) inputs.add(i + 1 + below(Math.min(40, n - i - 1)));
    weigh(inputs, 0.5, 1.2);
  }
  if (kind === 'loop')
    for (let k = Math.round(n / 50); k > 0; k--) {
      const user = below(tierStart[tiers.length - 1]!);
      const inputs = [...rows[user]!.keys()];
      const maker = inputs[below(inputs.length)];
      if (maker !== undefined && maker < tierStart[tiers.length - 1]! && !rows[maker]!.has(user))
        rows[maker]!.set(user, 0.02 + 0.1 * random());
    }
  return numbered(kind, rows, random, (i) =>
    kind === 'eco' ? i % stageCount : Math.min(stageCount - 1, tierOf(i)),
  );
}

/** Gives the processes random numbers, as a database would, and packs them. */
function numbered(
  kind: GraphKind,
  rows: readonly Map<number, number>[],
  random: () => number,
  stageOf: (i: number) => number,
): SupplyGraph {
  const n = rows.length;
  const supplierCount = n <= 100_000 ? 200 : 2000;
  const idOf = Int32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [idOf[i], idOf[j]] = [idOf[j]!, idOf[i]!];
  }
  const rowOf = new Int32Array(n);
  for (let i = 0; i < n; i++) rowOf[idOf[i]!] = i;
  const m = rows.reduce((sum, row) => sum + row.size, 0);
  const rowStart = new Int32Array(n + 1);
  const column = new Int32Array(m);
  const amount = new Float64Array(m);
  const supplier = new Int32Array(n);
  const stage = new Uint8Array(n);
  const direct = new Float64Array(n);
  let p = 0;
  for (let id = 0; id < n; id++) {
    const i = rowOf[id]!;
    for (const [input, value] of rows[i]!) {
      column[p] = idOf[input]!;
      amount[p++] = value;
    }
    rowStart[id + 1] = p;
    stage[id] = stageOf(i);
    supplier[id] = Math.floor((i / n) * supplierCount * 8) % supplierCount;
    direct[id] = rows[i]!.size <= 1 || random() < 0.6 ? Math.exp(3 * random() - 3) : 0;
  }
  const productCount = kind === 'eco' ? Math.min(n, 1000) : Math.round(n / 10);
  return {
    name: `${kind}-${n}`,
    matrix: { n, rowStart, column, amount },
    direct,
    supplier,
    supplierCount,
    stage,
    exchangeClass: Uint8Array.from({ length: m }, () => Math.floor(16 * random())),
    directClass: Uint8Array.from({ length: n }, () => Math.floor(16 * random())),
    products: idOf.slice(0, productCount),
    loops: kind !== 'dag',
  };
}

/** Reads a graph file: `<base>.bin` with the arrays, `<base>.json` with their types and places. */
export function readGraph(path: string): SupplyGraph {
  const base = path.replace(/\.(json|bin|hdr)$/, '');
  const meta = JSON.parse(readFileSync(`${base}.json`, 'utf8')) as {
    kind: GraphKind;
    n: number;
    nSup: number;
    parts: Record<string, { off: number; len: number }>;
  };
  const bytes = readFileSync(`${base}.bin`);
  const part = <Kind extends Int32ArrayConstructor | Float64ArrayConstructor | Uint8ArrayConstructor>(
    name: string,
    kind: Kind,
  ) => {
    const { off, len } = meta.parts[name]!;
    const from = bytes.byteOffset + off;
    return new kind(bytes.buffer.slice(from, from + len * kind.BYTES_PER_ELEMENT)) as InstanceType<Kind>;
  };
  const rowStart = part('ptr', Int32Array);
  return {
    name: `${meta.kind}-${meta.n}`,
    matrix: { n: meta.n, rowStart, column: part('col', Int32Array), amount: part('val', Float64Array) },
    direct: part('direct', Float64Array),
    supplier: part('sup', Int32Array),
    supplierCount: meta.nSup,
    stage: part('stage', Uint8Array),
    exchangeClass: part('ecls', Uint8Array),
    directClass: part('ncls', Uint8Array),
    products: part('prod', Int32Array),
    loops: meta.kind !== 'dag',
  };
}

/** Spreads as pedigrees give them; narrower where loops are, whose gain wide draws push over one. */
export function spreadsOf({ exchangeClass, directClass, loops }: SupplyGraph) {
  const spread = (index: number) => 1.05 + (loops ? 0.02 : 0.06) * index;
  return {
    exchange: Float64Array.from(exchangeClass, spread),
    direct: Float64Array.from(directClass, spread),
  };
}
