import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';

/** Builds the kernel from its source and returns the module as base64. */
export async function buildKernel(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'kernel-'));
  try {
    const outFile = join(folder, 'kernel.wasm');
    const options = ['-O3', '--noAssert', '--runtime', 'stub', '--importMemory', '--enable', 'simd'];
    const sources = ['kernel.ts', 'draws.ts'].map((name) => join(import.meta.dirname, name));
    const { error, stderr } = await asc.main([...sources, ...options, '--outFile', outFile]);
    if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
    return readFileSync(outFile).toString('base64');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (import.meta.main) {
  const target = join(import.meta.dirname, '../src/solver/kernel-bytes.ts');
  const lines = (await buildKernel()).match(/.{1,100}/g) ?? [];
  writeFileSync(
    target,
    `// Built from wasm/*.ts by \`npm run build:kernel\`; test/boundaries/solver-kernel.test.ts proves it.\nexport const kernelBytes =\n${lines
      .map((line) => `  '${line}'`)
      .join(' +\n')};\n`,
  );
}
