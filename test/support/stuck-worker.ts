import { openWorker } from '@slipstream/jobs';

/** A worker that takes a job, says so, and never ends it: made to be killed. */
openWorker(
  {
    databaseUrl: process.env.DATABASE_URL ?? '',
    redisUrl: process.env.REDIS_URL || undefined,
    onError: () => {},
  },
  {
    'send-invitation': () => {
      process.stdout.write('taken\n');
      return new Promise(() => {});
    },
  },
  { concurrency: 1, onEnded: () => {} },
);
