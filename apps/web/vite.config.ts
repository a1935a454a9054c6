import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

// The server build starts from our own Hono application, so that loaders and the server share one module graph.
export default defineConfig({
  plugins: [reactRouter()],
  environments: { ssr: { build: { rolldownOptions: { input: './server/app.ts' } } } },
  ssr: { noExternal: ['mantine-datatable'] },
});
