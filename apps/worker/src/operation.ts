import { createServer } from 'node:http';

/** What is asked of a worker from outside. */
export interface Operation {
  /** Whether it can take jobs: its database answers and its queue can be read. */
  readonly isReady: () => Promise<boolean>;
  readonly metrics: () => Promise<string>;
}

/** A queue that is away keeps its callers waiting until it is back; whoever watches is told by then that it is not. */
const patienceMs = 2_500;

/** Answers `/health`, `/ready` and `/metrics` on a port of its own; port 0 takes a free one. */
export async function serveOperation(
  at: { readonly port: number; readonly host: string },
  operation: Operation,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const answers: Readonly<Record<string, () => Promise<readonly [status: number, text: string]>>> = {
    '/health': async () => [200, 'ok'],
    '/ready': async () => ((await operation.isReady()) ? [200, 'ready'] : [503, 'not ready']),
    '/metrics': async () => [200, await operation.metrics()],
  };
  const server = createServer(async ({ method, url }, response) => {
    const answer = answers[url ?? ''];
    const [status, text] =
      method !== 'GET' || !answer
        ? ([404, 'not found'] as const)
        : await Promise.race([answer(), tooLate()]).catch(() => [503, 'not available'] as const);
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : at.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function tooLate(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('No answer in time')), patienceMs).unref();
  });
}
