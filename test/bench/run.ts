import { benchDepth } from './depth/bench.ts';
import { benchImport } from './import/bench.ts';
import { benchPages } from './pages/bench.ts';
import { benchRollup } from './rollup/bench.ts';

/** `npm run bench -- <name> [options]`: one folder per benchmark, its options are its own. */
const benches: Record<string, (options: readonly string[]) => Promise<void>> = {
  depth: benchDepth,
  import: benchImport,
  pages: benchPages,
  rollup: benchRollup,
};

const [name = '', ...options] = process.argv.slice(2);
const bench = benches[name];
if (bench === undefined) {
  console.error(`Which benchmark? One of: ${Object.keys(benches).join(', ')}`);
  process.exitCode = 1;
} else await bench(options);
