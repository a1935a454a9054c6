import { withIdentity } from '@slipstream/db';
import type { Runtime } from '../context.ts';

/** Mails kept because no mail server is configured, newest first; empty where mail really goes out. */
export async function readMailbox(runtime: Runtime) {
  if (runtime.mail.delivers) return [];
  return withIdentity(runtime.database, (tx) =>
    tx.mail.findMany({ orderBy: { createdAt: 'desc' }, take: 200 }),
  );
}
