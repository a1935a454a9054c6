import { expect, it } from 'vitest';
import { makeMetrics } from './metrics.ts';
import { serveOperation } from './operation.ts';

const queue = {
  counts: async () => ({ waiting: 3, active: 1 }),
  oldestWaiting: async (): Promise<Date | null> => new Date('2026-03-02T08:00:00Z'),
};
const clock = () => new Date('2026-03-02T08:00:42Z');

async function ask(port: number, path: string, method = 'GET') {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method });
  return [answer.status, await answer.text()] as const;
}

it('says that it lives, whether it can take jobs, and what it has done', async () => {
  const metrics = makeMetrics(queue, clock);
  metrics.observe({ job: 'sweep', id: '1', attempt: 1, seconds: 0.02 });
  metrics.observe({ job: 'sweep', id: '2', attempt: 1, seconds: 7, error: new Error('no') });
  metrics.observe({ job: 'sweep', id: '2', attempt: 2, seconds: 0.02 });
  let isReady = true;
  const server = await serveOperation(
    { port: 0, host: '127.0.0.1' },
    { isReady: async () => isReady, metrics: metrics.text },
  );
  expect(await ask(server.port, '/health')).toEqual([200, 'ok']);
  expect(await ask(server.port, '/ready')).toEqual([200, 'ready']);
  isReady = false;
  expect(await ask(server.port, '/ready')).toEqual([503, 'not ready']);
  expect(await ask(server.port, '/health', 'POST')).toEqual([404, 'not found']);
  expect(await ask(server.port, '/__proto__')).toEqual([404, 'not found']);
  const [status, text] = await ask(server.port, '/metrics');
  expect(status).toBe(200);
  for (const line of [
    'job_runs_total{job="sweep",outcome="done"} 2',
    'job_runs_total{job="sweep",outcome="failed"} 1',
    'job_duration_seconds_bucket{le="0.05",job="sweep"} 2',
    'job_duration_seconds_count{job="sweep"} 3',
    'queue_jobs{state="waiting"} 3',
    'queue_oldest_waiting_seconds 42',
  ])
    expect(text).toContain(line);
  await server.close();
});

it('has no age where nothing waits, and no figures where the queue cannot be read', async () => {
  const empty = { ...queue, oldestWaiting: async () => null };
  expect(await makeMetrics(empty, clock).text()).toContain('queue_oldest_waiting_seconds 0');
  const away = { ...queue, counts: () => Promise.reject(new Error('away')) };
  const server = await serveOperation(
    { port: 0, host: '127.0.0.1' },
    { isReady: () => Promise.reject(new Error('away')), metrics: makeMetrics(away, clock).text },
  );
  expect(await ask(server.port, '/metrics')).toEqual([503, 'not available']);
  expect(await ask(server.port, '/ready')).toEqual([503, 'not available']);
  await server.close();
});

it('says in time that it cannot take jobs where the queue keeps it waiting', async () => {
  const never = () => new Promise<never>(() => {});
  const server = await serveOperation(
    { port: 0, host: '127.0.0.1' },
    { isReady: never, metrics: makeMetrics({ ...queue, counts: never }, clock).text },
  );
  const answers = await Promise.all(['/ready', '/metrics', '/health'].map((path) => ask(server.port, path)));
  expect(answers).toEqual([
    [503, 'not available'],
    [503, 'not available'],
    [200, 'ok'],
  ]);
  await server.close();
});
