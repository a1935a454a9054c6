import { runtimeSettings } from '@slipstream/services';
import { z } from 'zod';

const schema = runtimeSettings.and(
  z.object({
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    HOST: z.string().default('127.0.0.1'),
    /** The header a trusted proxy writes the visitor's address into; without one the connection's address counts. */
    TRUSTED_ADDRESS_HEADER: z.string().optional(),
  }),
);

export type Env = z.infer<typeof schema>;

/** Reads the environment once, at boot; a wrong value stops the boot with its name. */
export function readEnv(): Env {
  return schema.parse(process.env);
}
