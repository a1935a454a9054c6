import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Database } from '@slipstream/db';
import type { OutgoingMail } from '@slipstream/email';
import type { Runtime, Visit } from '@slipstream/services';
import { openDiskStore } from '@slipstream/storage';

/** A runtime whose clock the test turns and whose mails the test reads. */
export function makeRuntime(
  database: Database,
): Runtime & { now: Date; readonly outgoing: OutgoingMail[]; readonly folder: string } {
  const outgoing: OutgoingMail[] = [];
  const folder = join(filesFolder(), randomUUID());
  const runtime = {
    database,
    files: openDiskStore(folder),
    mail: { delivers: true, send: async (mail: OutgoingMail) => void outgoing.push(mail), close: () => {} },
    now: new Date('2026-03-02T08:00:00Z'),
    clock: (): Date => runtime.now,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    publicUrl: 'https://carbon.example',
    outgoing,
    /** Where its files are, for a process that shares them. */
    folder,
  };
  return runtime;
}

/** Where runtimes keep their files: in a folder of the run, which whoever started it removes. */
function filesFolder(): string {
  const folder = process.env.TEST_FILES_FOLDER;
  if (!folder) throw new Error('TEST_FILES_FOLDER names no folder');
  return folder;
}

/** A visit from a browser without a session. */
export function makeVisit(options: Partial<Visit> = {}): Visit {
  return {
    requestId: crypto.randomUUID(),
    address: '192.0.2.1',
    userAgent: 'test',
    sessionToken: undefined,
    ...options,
  };
}

/** The token at the end of the link in a mail. */
export function tokenIn(mail: OutgoingMail | undefined): string {
  return /\/(?:invitation|password-reset)\/(\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
}
