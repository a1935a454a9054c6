import { expect, it } from 'vitest';
import { kernelBytes } from '../../packages/footprint/src/solver/kernel-bytes.ts';
import { buildKernel } from '../../packages/footprint/wasm/build.ts';

it('the committed solver kernel is what its source builds', async () => {
  expect(kernelBytes, 'run npm run build:kernel -w packages/footprint').toBe(await buildKernel());
}, 60_000);
