import {
  type BackendFactory,
  type ConnectionOptions,
  createPostgresBackend,
  createRedisBackend,
  type IQueueBackend,
  type PostgresConnectionOptions,
  Queue,
  QueueEvents,
  runMigrations,
  Worker,
} from 'bullmq';
import pg from 'pg';
import { isJobName, type JobName, type JobPayload, jobCatalog, optionsOf, parsePayload } from './catalog.ts';

/** Where the queue lives: on Redis if `redisUrl` is given, else in the schema `bullmq` of the database. */
export interface QueueConnection {
  readonly databaseUrl: string;
  readonly redisUrl?: string | undefined;
  /** Told of lost connections, which are taken up again by themselves. */
  readonly onError: (error: Error) => void;
}

/** A message of the outbox, ready for the queue. */
export interface QueuedMessage {
  readonly id: string;
  readonly job: string;
  readonly payload: unknown;
}

export interface JobQueue {
  /** Puts messages on the queue; one that is there already is left alone. */
  enqueue(messages: readonly QueuedMessage[]): Promise<void>;
  /** Has a job made every so many milliseconds, once for however many processes ask. */
  schedule(name: JobName, everyMs: number): Promise<void>;
  /** Jobs by state, for metrics and readiness. */
  counts(): Promise<Record<string, number>>;
  /** When the job that has waited longest was put on the queue; null where none waits. */
  oldestWaiting(): Promise<Date | null>;
  close(): Promise<void>;
}

/** What a handler is given: the payload, the job's id for effects done once, and how to tell that something moved. */
export interface JobRun<Name extends JobName> {
  readonly id: string;
  readonly payload: JobPayload<Name>;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Whether the job is put aside if this try fails too. */
  readonly isLastAttempt: boolean;
  /** Tells whoever follows the job's organization that there is something new to read. Never fails the job. */
  announce(): Promise<void>;
}

export type JobHandlers = { readonly [Name in JobName]?: (run: JobRun<Name>) => Promise<void> };

/** How one run of a job ended. */
export interface EndedRun {
  readonly job: string;
  readonly id: string;
  readonly attempt: number;
  readonly seconds: number;
  /** Undefined where it succeeded. */
  readonly error?: Error;
}

export interface JobEvents {
  /** Calls back whenever a job of the organization announces, or has ended, until the returned function is called. */
  follow(organizationId: string, listener: () => void): () => void;
  close(): Promise<void>;
}

const queueName = 'slipstream';
const schema = 'bullmq';

/** Makes or updates the queue's own tables, as the owner of the database, and lets `role` use them. */
export async function migrateQueue(ownerUrl: string, role: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
    await client.query(`SET search_path TO ${schema}`);
    await runMigrations(client, schema);
    // The queue makes this sequence at its first job, which the role may not; so it is made here.
    const { rows } = await client.query('SELECT job_id_seq_name($1) AS name', [queueName]);
    await client.query(`CREATE SEQUENCE IF NOT EXISTS ${client.escapeIdentifier(rows[0].name)}`);
    const grantee = client.escapeIdentifier(role);
    await client.query(`GRANT USAGE ON SCHEMA ${schema} TO ${grantee}`);
    await client.query(
      `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${grantee}`,
    );
    await client.query(`GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA ${schema} TO ${grantee}`);
    await client.query(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO ${grantee}`);
  } finally {
    await client.end();
  }
}

/** Opens the queue for those who put jobs on it. */
export function openQueue(connection: QueueConnection): JobQueue {
  const { options, backend } = connect(connection);
  const queue = new Queue(queueName, options, backend);
  queue.on('error', connection.onError);
  return {
    async enqueue(messages) {
      await queue.addBulk(
        messages.map(({ id, job, payload }) => {
          if (!isJobName(job)) throw new TypeError(`No job is called ${job}`);
          const data = parsePayload(job, payload);
          return { name: job, data, opts: optionsOf(job, data, id) };
        }),
      );
    },
    async schedule(name, everyMs) {
      await queue.upsertJobScheduler(
        name,
        { every: everyMs },
        {
          name,
          data: {},
          opts: { attempts: 1, removeOnComplete: { count: 10 }, removeOnFail: { count: 100 } },
        },
      );
    },
    counts: () => queue.getJobCounts('waiting', 'active', 'delayed', 'failed'),
    async oldestWaiting() {
      const { waiting = 0 } = await queue.getJobCounts('waiting');
      // Both engines list the newest first. Some more than the last, since jobs are taken in the meantime.
      const last = await queue.getJobs(['waiting'], Math.max(0, waiting - 20), waiting, false);
      return last.length > 0 ? new Date(Math.min(...last.map(({ timestamp }) => timestamp))) : null;
    },
    close: () => queue.close(),
  };
}

/**
 * Takes jobs off the queue. A job whose worker died is taken up again within some seconds, as often as it needs:
 * handlers must be safe to run twice.
 */
export function openWorker(
  connection: QueueConnection,
  handlers: JobHandlers,
  options: { readonly concurrency: number; readonly onEnded: (run: EndedRun) => void },
): { close(): Promise<void> } {
  const { options: engine, backend } = connect(connection);
  const worker = new Worker(
    queueName,
    async (job) => {
      const { name, id = '' } = job;
      const attempt = job.attemptsMade + 1;
      const began = performance.now();
      const ended = (error?: Error) =>
        options.onEnded({
          job: name,
          id,
          attempt,
          seconds: (performance.now() - began) / 1000,
          ...(error && { error }),
        });
      try {
        const handler = isJobName(name)
          ? (handlers[name] as ((run: JobRun<JobName>) => Promise<void>) | undefined)
          : undefined;
        if (!isJobName(name) || !handler) throw new Error(`No handler for ${name}`);
        const payload = parsePayload(name, job.data);
        const announce = async () => {
          if ('organizationId' in payload)
            await job.updateProgress({ organizationId: payload.organizationId }).catch(connection.onError);
        };
        const isLastAttempt = attempt >= jobCatalog[name].attempts;
        await handler({ id, payload, attempt, isLastAttempt, announce });
        await announce();
        ended();
      } catch (error) {
        ended(error instanceof Error ? error : new Error(String(error)));
        throw error;
      }
    },
    {
      ...engine,
      concurrency: options.concurrency,
      lockDuration: 5_000,
      stalledInterval: 2_000,
      maxStalledCount: 20,
    },
    backend,
  );
  worker.on('error', connection.onError);
  return { close: () => worker.close() };
}

/**
 * Listens for what jobs announce, for pages that show progress. One connection serves all followers. What there is to
 * see stands in the database: an announcement that is lost only makes a page look later.
 */
export function openJobEvents(connection: QueueConnection): JobEvents {
  const { options, backend } = connect(connection);
  const events = new QueueEvents(queueName, options, backend);
  events.on('error', connection.onError);
  const followers = new Map<string, Set<() => void>>();
  events.on('progress', ({ data }) => {
    const { organizationId } = data as { readonly organizationId: string };
    for (const listener of followers.get(organizationId) ?? []) listener();
  });
  return {
    follow(organizationId, listener) {
      const listeners = followers.get(organizationId) ?? new Set();
      followers.set(organizationId, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && followers.get(organizationId) === listeners)
          followers.delete(organizationId);
      };
    },
    close: () => events.close(),
  };
}

type EngineConnection = ConnectionOptions | PostgresConnectionOptions;

/** Connection options and backend of either engine. Each backend gets the options made for it. */
function connect({ databaseUrl, redisUrl }: QueueConnection) {
  const connection: EngineConnection = redisUrl
    ? { url: redisUrl, maxRetriesPerRequest: null }
    : { connectionString: databaseUrl, schema, max: 4 };
  const backend = (redisUrl ? createRedisBackend : createPostgresBackend) as BackendFactory<
    IQueueBackend,
    EngineConnection
  >;
  return { options: { connection }, backend };
}
