import { Worker } from 'node:worker_threads';
import { drawsPerBlock, type Spreads, type TechnologyMatrix } from '@slipstream/footprint';

/** What one thread gets: the whole system, its share of the blocks to draw and of the products to sum up. */
export interface DrawTask {
  readonly matrix: TechnologyMatrix;
  readonly direct: Float64Array;
  readonly spreads: Spreads;
  readonly seed: number;
  readonly products: Int32Array;
  readonly drawCount: number;
  /** Shared by all threads. */
  readonly drawn: Float32Array;
  readonly blocks: readonly [number, number];
  readonly rows: readonly [number, number];
}

export interface DrawThreads {
  readonly drawn: Float32Array;
  /** Draws all blocks, each thread its share; again on every call. */
  draw(): Promise<void>;
  summarise(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts `threads` workers that are ready to draw. */
export async function startDrawThreads(
  task: Omit<DrawTask, 'drawn' | 'blocks' | 'rows'>,
  threads: number,
): Promise<DrawThreads> {
  const products = task.products.length;
  const drawn = new Float32Array(new SharedArrayBuffer(4 * products * task.drawCount));
  const blockCount = Math.ceil(task.drawCount / drawsPerBlock);
  const share = (count: number, k: number) =>
    [Math.floor((count * k) / threads), Math.floor((count * (k + 1)) / threads)] as const;
  const workers = Array.from({ length: threads }, (_, k) => {
    const workerData: DrawTask = { ...task, drawn, blocks: share(blockCount, k), rows: share(products, k) };
    return new Worker(new URL('./draw-worker.ts', import.meta.url), { workerData });
  });
  const answers = () =>
    Promise.all(
      workers.map(
        (worker) =>
          new Promise<void>((resolve, reject) => {
            worker.once('message', () => resolve());
            worker.once('error', reject);
          }),
      ),
    );
  const ask = (step: 'draw' | 'summarise') => {
    const answered = answers();
    for (const worker of workers) worker.postMessage(step);
    return answered.then(() => undefined);
  };
  await answers();
  return {
    drawn,
    draw: () => ask('draw'),
    summarise: () => ask('summarise'),
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
