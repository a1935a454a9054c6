import { createHash } from 'node:crypto';
import { withIdentity } from '@slipstream/db';
import type { MailText } from '@slipstream/email';
import type { Runtime } from '../context.ts';

/**
 * Sends a mail and notes it under the job's id, so that a job run again sends none. Where mail goes out, only that
 * it went is kept; where there is no mail server, the whole mail is kept for the development mailbox.
 */
export async function deliver(
  runtime: Runtime,
  id: string,
  mail: { readonly to: string } & MailText,
): Promise<void> {
  await runtime.mail.send({ ...mail, messageId: id });
  const sent = runtime.mail.delivers;
  await withIdentity(runtime.database, (tx) =>
    tx.mail.create({
      data: {
        id,
        recipient: mail.to,
        subject: mail.subject,
        text: sent ? '' : mail.text,
        html: sent ? '' : mail.html,
        createdAt: runtime.clock(),
        sentAt: sent ? runtime.clock() : null,
      },
    }),
  );
}

/** A person a mail is for, with what it says to them. */
export interface PersonalMail extends MailText {
  readonly userId: string;
  readonly to: string;
}

/**
 * Sends one job's mails to several people, each once however often the job runs: each is noted under an id made of the
 * job's and the person's. An address that refuses keeps no other from its mail; the job fails at the end and is tried
 * again for that one alone.
 */
export async function deliverToEach(
  runtime: Runtime,
  jobId: string,
  mails: readonly PersonalMail[],
): Promise<void> {
  const failures: unknown[] = [];
  for (const { userId, ...mail } of mails) {
    const id = idOf(jobId, userId);
    const sent = await withIdentity(runtime.database, (tx) =>
      tx.mail.findUnique({ where: { id }, select: { id: true } }),
    );
    if (!sent) await deliver(runtime, id, mail).catch((error) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Some mails of a job were not sent');
}

function idOf(jobId: string, userId: string): string {
  const hash = createHash('sha256').update(`${jobId} ${userId}`).digest('hex');
  return hash.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
