import { runtimeSettings } from '@slipstream/services';
import { z } from 'zod';

const schema = runtimeSettings.and(
  z.object({
    /** How many jobs run at once. */
    WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(50).default(4),
    /** Where the worker answers `/health`, `/ready` and `/metrics`; nowhere without it. */
    WORKER_PORT: z.coerce.number().int().min(1).max(65535).optional(),
    HOST: z.string().default('127.0.0.1'),
  }),
);

export type Env = z.infer<typeof schema>;

/** Reads the environment once, at boot; a wrong value stops the boot with its name. */
export function readEnv(): Env {
  return schema.parse(process.env);
}
