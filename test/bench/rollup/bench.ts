import { parseArgs } from 'node:util';
import {
  changeDirect,
  contributionMatrix,
  contributionsOf,
  drawBlock,
  drawPools,
  drawRoom,
  drawStatistics,
  drawsPerBlock,
  groupContributions,
  intensities,
  intensityOf,
  planSolve,
  prepareDraws,
  trackIntensities,
} from '@slipstream/footprint';
import type { Result } from '@slipstream/quantity';
import { startDrawThreads } from './draw-threads.ts';
import { makeGraph, readGraph, type SupplyGraph, spreadsOf, stageCount } from './graph.ts';
import { measure, warm } from './measure.ts';
import { contributionsByPath, drawnFootprint, footprintByMemo, objectGraph } from './object-graph.ts';
import { factoriseSparse, footprintBySparse } from './sparse-lu.ts';

/** One workload on one graph: our median and the peers', in milliseconds. */
interface Row {
  readonly graph: string;
  readonly workload: string;
  readonly ours: number;
  readonly peers: { readonly name: string; readonly ms: number; readonly note?: string }[];
  readonly note?: string;
}

const drawCount = 1000;
const seed = 1;
/** mathjs needs minutes beyond this. */
const largestSparse = 10_000;

/** `npm run bench -- rollup [--graph <path>] [--json]` */
export async function benchRollup(options: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...options],
    options: { graph: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const graphs = values.graph
    ? [() => readGraph(values.graph!)]
    : [
        () => makeGraph('dag', 10_000),
        () => makeGraph('dag', 100_000),
        () => makeGraph('loop', 100_000),
        () => makeGraph('eco', 20_000),
      ];
  const rows: Row[] = [];
  for (const graph of graphs) rows.push(...(await benchGraph(graph(), values.json ? () => {} : printRow)));
  if (values.json) console.log(JSON.stringify(rows, null, 2));
}

function printRow({ graph, workload, ours, peers, note }: Row): void {
  const shown = (ms: number) => `${Number(ms.toPrecision(3))} ms`;
  console.log(`${graph}  ${workload}: ${shown(ours)}${note ? ` (${note})` : ''}`);
  for (const peer of peers)
    console.log(
      `    ${peer.name}: ${shown(peer.ms)} = ${Number((peer.ms / ours).toPrecision(3))}x${peer.note ? `, ${peer.note}` : ''}`,
    );
}

async function benchGraph(graph: SupplyGraph, report: (row: Row) => void): Promise<Row[]> {
  const rows: Row[] = [];
  const add = (workload: string, ours: number, peers: Row['peers'] = [], note?: string) => {
    const row = { graph: graph.name, workload, ours, peers, ...(note ? { note } : {}) };
    rows.push(row);
    report(row);
  };
  const { matrix, direct, products } = graph;
  const large = matrix.n > 300_000;
  const sample = products.filter((_, r) => r % Math.max(1, Math.floor(products.length / 200)) === 0);

  const planned = measure(large ? 3 : 7, () => planSolve(matrix));
  const plan = planned.value;
  add('plan (order, loops, renumber)', planned.median, [], `${plan.loopFrom.length} loops`);
  const built = measure(1, () => objectGraph(graph));
  const objects = built.value;
  const memoAll = () => {
    const known = new Map<string, number>();
    for (const product of products) footprintByMemo(objects[product]!, known);
    return known;
  };

  warm(10, () => intensities(plan, direct));
  const all = measure(21, () => accepted(intensities(plan, direct)));
  const naiveAll = measure(large ? 1 : 3, memoAll);
  const off = Math.max(
    ...Array.from(sample, (product) =>
      Math.abs(naiveAll.value.get(`process-${product}`)! / all.value[product]! - 1),
    ),
  );
  add(
    `all ${products.length} products`,
    all.median,
    [
      { name: 'objects, shared memo', ms: naiveAll.median, note: wrongBy(off) },
      ...sparsePeers(graph, all.value).all,
    ],
    `every process, ${matrix.n} intensities`,
  );

  const groups = groupContributions(
    plan,
    direct,
    Int32Array.from(graph.supplier, (supplier, i) => supplier * stageCount + graph.stage[i]!),
    graph.supplierCount * stageCount,
  );
  const oneOf = (round: number) => accepted(contributionsOf(groups, sample[round % sample.length]!, 1));
  warm(graph.loops ? 20 : 200, oneOf);
  const one = measure(sample.length, oneOf);
  const naiveOne = measure(40, (round) =>
    footprintByMemo(objects[sample[round % sample.length]!]!, new Map()),
  );
  const byPath = graph.loops
    ? null
    : measure(30, (round) => {
        const sums = new Map<string, number>();
        contributionsByPath(objects[sample[round % sample.length]!]!, 1, sums);
        return sums;
      });
  add(
    'one product, contributions by supplier and stage',
    one.median,
    [
      { name: 'objects, memo, total only', ms: naiveOne.median, note: wrongBy(off) },
      ...(byPath ? [{ name: 'objects, every path', ms: byPath.median, note: 'by supplier only' }] : []),
      ...sparsePeers(graph, all.value).one,
    ],
    `p95 ${one.p95.toPrecision(3)} ms`,
  );

  if (!large) {
    const bySupplier = groupContributions(plan, direct, graph.supplier, graph.supplierCount);
    const together = measure(3, () => accepted(contributionMatrix(bySupplier, products)));
    add(
      `contribution matrix ${products.length} x ${graph.supplierCount}`,
      together.median,
      byPath
        ? [{ name: 'objects, every path', ms: byPath.median * products.length, note: 'from 30 products' }]
        : [],
    );
  }
  benchChanges(graph, plan, measure(1, memoAll).median, add);
  if (!large) await benchMonteCarlo(graph, plan, objects, add);
  return rows;
}

type Add = (workload: string, ours: number, peers?: Row['peers'], note?: string) => void;

function benchChanges(graph: SupplyGraph, plan: ReturnType<typeof planSolve>, naive: number, add: Add): void {
  const { matrix, direct } = graph;
  const peers = [{ name: 'objects, memo dropped', ms: naive }];
  const tracked = accepted(trackIntensities(plan, direct));
  let state = 7;
  const change = (round: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    const process = Math.floor(((state >>> 0) / 2 ** 32) * matrix.n);
    return accepted(changeDirect(tracked, process, direct[process]! + 0.001 * (round + 1)));
  };
  warm(1000, change);
  const random = measure(1000, change);
  add(
    'one direct value changes, random process',
    random.median,
    peers,
    `p95 ${random.p95.toPrecision(3)} ms`,
  );
  const consumers = new Int32Array(matrix.n);
  for (const provider of matrix.column) consumers[provider]!++;
  const hub = consumers.indexOf(consumers.reduce((most, count) => Math.max(most, count)));
  const value = intensityOf(tracked, hub);
  const worst = measure(9, (round) => accepted(changeDirect(tracked, hub, value + round + 1)));
  add('one direct value changes, the most used process', worst.median, peers);
}

async function benchMonteCarlo(
  graph: SupplyGraph,
  plan: ReturnType<typeof planSolve>,
  objects: ReturnType<typeof objectGraph>,
  add: Add,
): Promise<void> {
  const { matrix, direct, products } = graph;
  const spreads = spreadsOf(graph);
  const blocks = Math.ceil(drawCount / drawsPerBlock);
  const prepared = measure(1, () => drawPools(spreads, seed));
  const naiveDraw = measure(3, () => {
    const known = new Map<string, number>();
    for (const product of products) drawnFootprint(objects[product]!, known, Math.random);
  });
  const naive = {
    name: 'objects, redraw and recurse',
    ms: naiveDraw.median * drawCount,
    note: 'from 3 draws',
  };
  const room = drawRoom(plan, direct, prepared.value);
  const drawAll = (asked: Int32Array, drawn: Float32Array) => {
    const draws = accepted(prepareDraws(room, asked));
    for (let block = 0; block < blocks; block++) drawBlock(draws, block, drawn, drawCount);
  };
  const drawn = new Float32Array(products.length * drawCount);
  const single = measure(3, () => drawAll(products, drawn));
  const summary = measure(3, () => drawStatistics(drawn, drawCount));
  const failed = summary.value.withoutAnswer.reduce((sum, count) => sum + count, 0);
  add(
    `Monte Carlo, ${drawCount} draws of all ${products.length} products, 1 thread`,
    single.median,
    [naive],
    `pools ${prepared.median.toPrecision(3)} ms and quantiles ${summary.median.toPrecision(3)} ms apart; ${failed} draws without answer`,
  );
  const task = { matrix, direct, spreads, seed, products, drawCount };
  const threads = await startDrawThreads(task, 2);
  const times: number[] = [];
  for (let round = 0; round < 4; round++) {
    const start = performance.now();
    await threads.draw();
    times.push(performance.now() - start);
  }
  const start = performance.now();
  await threads.summarise();
  const summarised = performance.now() - start;
  const same = threads.drawn.every((value, k) => Object.is(value, drawn[k]));
  await threads.stop();
  times.sort((a, b) => a - b);
  add(
    'the same on 2 threads',
    times[1]!,
    [naive],
    `quantiles ${summarised.toPrecision(3)} ms apart; ${same ? 'same bits' : 'BITS DIFFER'}`,
  );
  const oneDrawn = new Float32Array(drawCount);
  const one = measure(20, (round) => {
    drawAll(products.subarray(round, round + 1), oneDrawn);
    return drawStatistics(oneDrawn, drawCount);
  });
  const naiveOne = measure(30, (round) => drawnFootprint(objects[products[round]!]!, new Map(), Math.random));
  add(`Monte Carlo, ${drawCount} draws of one product`, one.median, [
    { name: 'objects, redraw and recurse', ms: naiveOne.median * drawCount, note: 'from one draw' },
  ]);
}

const sparseKnown = new Map<string, { one: Row['peers']; all: Row['peers'] }>();

/** mathjs on graphs it can finish, checked against our answer. */
function sparsePeers(graph: SupplyGraph, known: Float64Array): { one: Row['peers']; all: Row['peers'] } {
  const cached = sparseKnown.get(graph.name);
  if (cached) return cached;
  let peers: { one: Row['peers']; all: Row['peers'] } = { one: [], all: [] };
  if (graph.matrix.n <= largestSparse) {
    const factored = measure(1, () => factoriseSparse(graph));
    const product = graph.products[0]!;
    const solved = measure(3, () => footprintBySparse(factored.value, graph, product));
    const note = wrongBy(Math.abs(solved.value / known[product]! - 1));
    peers = {
      one: [
        { name: 'mathjs sparse LU, factorise and solve', ms: factored.median + solved.median, note },
        { name: 'mathjs sparse LU, factors given', ms: solved.median, note },
      ],
      all: [
        {
          name: 'mathjs sparse LU, factorise and solve each product',
          ms: factored.median + solved.median * graph.products.length,
          note: 'from one product',
        },
      ],
    };
  }
  sparseKnown.set(graph.name, peers);
  return peers;
}

function wrongBy(error: number): string {
  return error > 1e-6 ? `wrong by up to ${(100 * error).toPrecision(2)} %` : 'same answer';
}

function accepted<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.findings.slice(0, 5)));
  return result.value;
}
