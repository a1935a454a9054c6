import { z } from 'zod';

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
});

export type Env = z.infer<typeof schema>;

/** Reads the environment once, at boot; a wrong value stops the boot with its name. */
export function readEnv(): Env {
  return schema.parse(process.env);
}
