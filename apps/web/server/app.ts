import { randomBytes, randomUUID } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import { makeApi } from '@slipstream/api';
import { isReady } from '@slipstream/db';
import { openJobEvents } from '@slipstream/jobs';
import {
  contextOf,
  makeLog,
  mayWrite,
  openNewsEvents,
  openRuntime,
  readSession,
  type SignedIn,
  sessionTokenIn,
  type Visit,
} from '@slipstream/services';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createRequestHandler, RouterContextProvider } from 'react-router';
import { doorContext, nonceContext, requestIdContext } from '../app/context.ts';
import type { Env } from './env.ts';
import { makeMetrics } from './metrics.ts';
import { otherNameOfPublic, publicRequest } from './public-request.ts';
import { securityHeaders } from './security-headers.ts';
import { takeUpload, uploadKinds } from './uploads.ts';

/** A drawing of 5,000 parts with its factors comes to some 5 MB. */
const mostCallBytes = 16_000_000;
/** What a page opens again and again without its reader. */
const pageStream = /^\/trpc\/[^/]+\/page\.follow$/;

type Server = {
  Variables: { requestId: string; nonce: string; visit: Visit; signedIn: SignedIn | undefined };
};

/** Builds the web application: guards in front, then the endpoints of operation, then the pages. */
export async function start(env: Env) {
  const log = makeLog('web', env.LOG_LEVEL);
  const runtime = await openRuntime(env, log);
  const jobEvents = openJobEvents({
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    onError: (error) => log.error({ err: error }, 'The queue lost its connection'),
  });
  const newsEvents = openNewsEvents({
    databaseUrl: env.DATABASE_URL,
    onError: (error) => log.error({ err: error }, 'News were not heard for a while'),
  });
  const stopping = new AbortController();
  const api = makeApi({ runtime, jobEvents, newsEvents, stopping: stopping.signal });
  const metrics = makeMetrics();
  const pages = createRequestHandler(() => import('virtual:react-router/server-build'), import.meta.env.MODE);
  const app = new Hono<Server>();

  app.use(async (context, next) => {
    const requestId = randomUUID();
    const began = performance.now();
    context.set('requestId', requestId);
    context.set('nonce', randomBytes(16).toString('base64'));
    await next();
    const { headers } = context.res;
    securityHeaders(headers, context.get('nonce'), env.PUBLIC_URL.startsWith('https:'));
    headers.set('X-Request-Id', requestId);
    const ms = performance.now() - began;
    metrics.observe(context.req.method, context.res.status, ms);
    const signedIn = context.get('signedIn');
    log.info(
      {
        requestId,
        organizationId: signedIn?.membership?.organizationId,
        sessionId: signedIn?.sessionId,
        method: context.req.method,
        status: context.res.status,
        ms: Math.round(ms),
      },
      'Request served',
    );
  });
  app.onError((error, context) => {
    log.error({ err: error, requestId: context.get('requestId') }, 'A request failed');
    return context.text('Internal error', 500);
  });
  app.get('/health', (context) => context.text('ok'));
  app.get('/ready', async (context) =>
    (await isReady(runtime.database)) ? context.text('ready') : context.text('database unreachable', 503),
  );
  app.get('/metrics', async (context) => context.text(await metrics.text()));
  app.use(async (context, next) => {
    const there = otherNameOfPublic(context.req.raw, env.PUBLIC_URL);
    if (there) return context.redirect(there);
    const allowed = mayWrite({
      method: context.req.method,
      origin: context.req.header('Origin') ?? null,
      fetchSite: context.req.header('Sec-Fetch-Site') ?? null,
      ownOrigin: env.PUBLIC_URL,
    });
    return allowed ? next() : context.text('Writes are accepted from our own pages only', 403);
  });

  app.use(async (context, next) => {
    const visit: Visit = {
      requestId: context.get('requestId'),
      address:
        (env.TRUSTED_ADDRESS_HEADER && context.req.header(env.TRUSTED_ADDRESS_HEADER)) ||
        getConnInfo(context).remote.address ||
        'unknown',
      userAgent: context.req.header('User-Agent') ?? null,
      sessionToken: sessionTokenIn(context.req.header('Cookie') ?? null, env.PUBLIC_URL),
    };
    context.set('visit', visit);
    const isByItself = pageStream.test(context.req.path);
    context.set('signedIn', await readSession(runtime, visit.sessionToken, { isByItself }));
    return next();
  });

  for (const kind of uploadKinds)
    app.post(`/uploads/${kind}`, async (context) => {
      const signedIn = context.get('signedIn');
      if (!signedIn?.membership) return context.json({ code: 'notSignedIn', values: {} }, 401);
      const ctx = contextOf(runtime, signedIn, { requestId: context.get('requestId') });
      return takeUpload(context, ctx, kind);
    });

  const procedures = '/trpc/:organizationId{[\\w-]+}/*';
  app.use(
    procedures,
    bodyLimit({ maxSize: mostCallBytes, onError: (context) => context.text('Too large', 413) }),
  );
  app.all(procedures, (context) => {
    const organizationId = context.req.param('organizationId');
    const { requestId, sessionToken } = context.get('visit');
    const caller = { requestId, sessionToken, signedIn: context.get('signedIn'), organizationId };
    return api(context.req.raw, `/trpc/${organizationId}`, caller);
  });

  app.all('*', (context) => {
    const visit = context.get('visit');
    const provider = new RouterContextProvider();
    provider.set(nonceContext, context.get('nonce'));
    provider.set(requestIdContext, visit.requestId);
    provider.set(doorContext, { runtime, visit, signedIn: context.get('signedIn') });
    return pages(publicRequest(context.req.raw, env.PUBLIC_URL), provider);
  });
  return {
    fetch: app.fetch,
    /** Ends the streams that pages follow progress by; their browsers connect again, to whoever listens then. */
    endStreams: () => stopping.abort(),
    async stop() {
      await Promise.all([jobEvents.close(), newsEvents.close()]);
      await runtime.close();
    },
  };
}
