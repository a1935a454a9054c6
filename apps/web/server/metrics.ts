import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** What Prometheus scrapes: the process, and how long requests take by method and status. */
export function makeMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'http_request_duration_milliseconds',
    help: 'Time from the first byte of a request to the head of its answer',
    labelNames: ['method', 'status'],
    buckets: [5, 10, 20, 40, 60, 100, 250, 500, 1000, 3000, 10_000],
    registers: [registry],
  });
  return {
    observe: (method: string, status: number, ms: number) =>
      duration.observe({ method, status: String(status) }, ms),
    text: () => registry.metrics(),
  };
}
