import { createServer } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { start } from './app.ts';
import { readEnv } from './env.ts';
import { securityHeaders } from './security-headers.ts';

const env = readEnv();
const files = join(import.meta.dirname, '../client');
const application = await start(env);

const server = new Hono();
for (const path of ['/assets/*', '/favicon.svg'])
  server.use(path, async (context, next) => {
    await next();
    // What is no file after all is the application's answer, which has its own.
    const { headers } = context.res;
    if (!headers.has('Content-Security-Policy'))
      securityHeaders(headers, null, env.PUBLIC_URL.startsWith('https:'));
  });
server.use(
  '/assets/*',
  serveStatic({
    root: files,
    onFound: (_path, context) => context.header('Cache-Control', 'public, max-age=31536000, immutable'),
  }),
);
server.use('/favicon.svg', serveStatic({ root: files }));
server.mount('/', application.fetch);

const http = createServer(
  { headersTimeout: 10_000, requestTimeout: 300_000 },
  getRequestListener(server.fetch),
);
http.listen(env.PORT, env.HOST);

/** So long a running request may take when the server stops; an orchestrator's usual patience is 30 s. */
const graceMs = 25_000;

let stopping = false;
/** Lets running requests end, cuts those that do not, then closes what the application holds. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  application.endStreams();
  // A browser would call again on the connection it has: each is closed as soon as its answer is given.
  const closing = setInterval(() => http.closeIdleConnections(), 50);
  const late = setTimeout(() => http.closeAllConnections(), graceMs);
  await new Promise((done) => http.close(done));
  clearInterval(closing);
  clearTimeout(late);
  await application.stop();
  if (process.connected) process.disconnect();
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
// Started by another program, it ends with it, also where that died while this was starting.
process.on('disconnect', stop);
if (process.connected === false) await stop();
