import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

// The server build starts from our own Hono application, so that loaders and the server share one module graph.
export default defineConfig({
  plugins: [reactRouter()],
  // An inlined font would need data: in the content policy.
  build: { assetsInlineLimit: 0 },
  environments: { ssr: { build: { rolldownOptions: { input: './server/app.ts' } } } },
});
