import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import {
  type EntryContext,
  type HandleErrorFunction,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from 'react-router';
import { doorContext, nonceContext, requestIdContext } from './context.ts';
import { preferencesOf } from './i18n/preferences.ts';
import { serverTranslators } from './i18n/server.ts';
import { PageIdentityContext } from './page-identity.ts';

const renderTimeoutMs = 10_000;

/** Logs what a page could not handle, under the id its reader is shown; a refused request is no fault of ours. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  const { runtime, visit } = context.get(doorContext);
  runtime.log.error({ err: error, requestId: visit.requestId }, 'A page failed');
};

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  loadContext: RouterContextProvider,
): Promise<Response> {
  const nonce = loadContext.get(nonceContext);
  const { language } = preferencesOf(request, loadContext.get(doorContext).signedIn?.user.language);
  const i18n = serverTranslators[language];
  const whole = isbot(request.headers.get('User-Agent'));
  return new Promise((resolve, reject) => {
    let failed = false;
    const respond = () => {
      const body = new PassThrough();
      body.once('close', () => clearTimeout(timeout));
      headers.set('Content-Type', 'text/html; charset=utf-8');
      resolve(
        new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }),
      );
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <I18nextProvider i18n={i18n}>
        <PageIdentityContext value={{ nonce, requestId: loadContext.get(requestIdContext) }}>
          <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
        </PageIdentityContext>
      </I18nextProvider>,
      {
        nonce,
        [whole ? 'onAllReady' : 'onShellReady']: respond,
        onShellError: (error) => {
          clearTimeout(timeout);
          reject(error);
        },
        onError: () => {
          failed = true;
        },
      },
    );
    // Left to run out, it would keep the whole page in memory for as long.
    const timeout = setTimeout(abort, renderTimeoutMs);
  });
}
