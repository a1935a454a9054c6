import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

// The server build is the whole program, so that loaders and the server share one module graph, loaded once.
export default defineConfig({
  plugins: [reactRouter()],
  // An inlined font would need data: in the content policy.
  build: { assetsInlineLimit: 0 },
  environments: {
    ssr: {
      build: { rolldownOptions: { input: './server/main.ts' } },
      // Left outside, all six thousand icons would be loaded for the few dozen that are drawn.
      resolve: { noExternal: ['@tabler/icons-react'] },
    },
  },
});
