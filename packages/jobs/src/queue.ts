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
import { isJobName, type JobName, type JobPayload, optionsOf, parsePayload } from './catalog.ts';

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
  close(): Promise<void>;
}

/** What a handler is given: the payload, the job's id for effects done once, and how to tell of progress. */
export interface JobRun<Name extends JobName> {
  readonly id: string;
  readonly payload: JobPayload<Name>;
  /** 1 for the first try. */
  readonly attempt: number;
  reportProgress(progress: JobProgress): Promise<void>;
}

/** How far a job is, in the words of the message catalogs. */
export interface JobProgress {
  readonly code: string;
  readonly done?: number;
  readonly total?: number;
}

export type JobHandlers = { readonly [Name in JobName]?: (run: JobRun<Name>) => Promise<void> };

export type JobEvent =
  | { readonly state: 'active' | 'waiting' | 'completed' }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'progress'; readonly progress: JobProgress };

export interface JobEvents {
  /** Calls back for each event of one job until the returned function is called. */
  follow(jobId: string, listener: (event: JobEvent) => void): () => void;
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
  listeners: {
    readonly onFailed: (name: string, id: string, attempt: number, error: Error) => void;
    readonly concurrency: number;
  },
): { close(): Promise<void> } {
  const { options, backend } = connect(connection);
  const worker = new Worker(
    queueName,
    async (job) => {
      const name = job.name;
      const handler = isJobName(name)
        ? (handlers[name] as ((run: JobRun<JobName>) => Promise<void>) | undefined)
        : undefined;
      if (!isJobName(name) || !handler) throw new Error(`No handler for ${name}`);
      await handler({
        id: job.id ?? '',
        payload: parsePayload(name, job.data),
        attempt: job.attemptsMade + 1,
        reportProgress: (progress) => job.updateProgress(progress),
      });
    },
    {
      ...options,
      concurrency: listeners.concurrency,
      lockDuration: 5_000,
      stalledInterval: 2_000,
      maxStalledCount: 20,
    },
    backend,
  );
  worker.on('error', connection.onError);
  worker.on('failed', (job, error) =>
    listeners.onFailed(job?.name ?? 'unknown', job?.id ?? '', job?.attemptsMade ?? 0, error),
  );
  return {
    close: () => worker.close(),
  };
}

/** Listens to what happens to jobs, for pages that show progress. One connection serves all followers. */
export function openJobEvents(connection: QueueConnection): JobEvents {
  const { options, backend } = connect(connection);
  const events = new QueueEvents(queueName, options, backend);
  events.on('error', connection.onError);
  const followers = new Map<string, Set<(event: JobEvent) => void>>();
  const tell = (jobId: string, event: JobEvent) => {
    for (const listener of followers.get(jobId) ?? []) listener(event);
  };
  events.on('waiting', ({ jobId }) => tell(jobId, { state: 'waiting' }));
  events.on('active', ({ jobId }) => tell(jobId, { state: 'active' }));
  events.on('completed', ({ jobId }) => tell(jobId, { state: 'completed' }));
  events.on('failed', ({ jobId, failedReason }) => tell(jobId, { state: 'failed', reason: failedReason }));
  events.on('progress', ({ jobId, data }) =>
    tell(jobId, { state: 'progress', progress: data as JobProgress }),
  );
  return {
    follow(jobId, listener) {
      const listeners = followers.get(jobId) ?? new Set();
      followers.set(jobId, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && followers.get(jobId) === listeners) followers.delete(jobId);
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
