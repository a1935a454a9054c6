import { parentPort, workerData } from 'node:worker_threads';
import {
  drawBlock,
  drawPools,
  drawRoom,
  drawStatistics,
  planSolve,
  prepareDraws,
} from '@slipstream/footprint';
import type { DrawTask } from './draw-threads.ts';

const { matrix, direct, spreads, seed, products, drawCount, drawn, blocks, rows } = workerData as DrawTask;
const prepared = prepareDraws(drawRoom(planSolve(matrix), direct, drawPools(spreads, seed)), products);
if (!prepared.ok) throw new Error(JSON.stringify(prepared.findings));

parentPort?.on('message', (step: 'draw' | 'summarise') => {
  if (step === 'draw')
    for (let block = blocks[0]; block < blocks[1]; block++)
      drawBlock(prepared.value, block, drawn, drawCount);
  else drawStatistics(drawn.subarray(rows[0] * drawCount, rows[1] * drawCount), drawCount);
  parentPort?.postMessage(step);
});
parentPort?.postMessage('ready');
