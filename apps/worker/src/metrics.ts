import type { EndedRun, JobQueue } from '@slipstream/jobs';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What Prometheus scrapes: the process, the jobs it has run, and how long the queue is and has waited. */
export function makeMetrics(queue: Pick<JobQueue, 'counts' | 'oldestWaiting'>, clock: () => Date) {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const runs = new Counter({
    name: 'job_runs_total',
    help: 'Runs of jobs by name and outcome, each try counted',
    labelNames: ['job', 'outcome'],
    registers,
  });
  const duration = new Histogram({
    name: 'job_duration_seconds',
    help: 'Time a run of a job took, whatever its outcome',
    labelNames: ['job'],
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300],
    registers,
  });
  new Gauge({
    name: 'queue_jobs',
    help: 'Jobs of the whole queue by state',
    labelNames: ['state'],
    registers,
    async collect() {
      for (const [state, count] of Object.entries(await queue.counts())) this.set({ state }, count);
    },
  });
  new Gauge({
    name: 'queue_oldest_waiting_seconds',
    help: 'How long the oldest waiting job has waited; 0 where none waits',
    registers,
    async collect() {
      const since = await queue.oldestWaiting();
      this.set(since ? Math.max(0, (clock().getTime() - since.getTime()) / 1000) : 0);
    },
  });
  return {
    observe({ job, seconds, error }: EndedRun) {
      runs.inc({ job, outcome: error ? 'failed' : 'done' });
      duration.observe({ job }, seconds);
    },
    text: () => registry.metrics(),
  };
}
