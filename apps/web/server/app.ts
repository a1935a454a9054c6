import { randomBytes, randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { createRequestHandler, RouterContextProvider } from 'react-router';
import { nonceContext, requestIdContext } from '../app/context.ts';
import type { Env } from './env.ts';
import { securityHeaders } from './security-headers.ts';

/** Builds the web application: security headers, then the pages. */
export async function start(_env: Env) {
  const pages = createRequestHandler(() => import('virtual:react-router/server-build'), import.meta.env.MODE);
  const app = new Hono<{ Variables: { requestId: string; nonce: string } }>();
  app.use(async (context, next) => {
    context.set('requestId', randomUUID());
    context.set('nonce', randomBytes(16).toString('base64'));
    await next();
    securityHeaders(context.res.headers, context.get('nonce'));
    context.res.headers.set('X-Request-Id', context.get('requestId'));
  });
  app.all('*', (context) => {
    const provider = new RouterContextProvider();
    provider.set(nonceContext, context.get('nonce'));
    provider.set(requestIdContext, context.get('requestId'));
    return pages(context.req.raw, provider);
  });
  return { fetch: app.fetch, stop: async () => {} };
}
