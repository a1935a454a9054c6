import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '@slipstream/db';
import type { OutgoingMail } from '@slipstream/email';
import type { Runtime, Visit } from '@slipstream/services';
import { openDiskStore } from '@slipstream/storage';

/** A runtime whose clock the test turns and whose mails the test reads. */
export function makeRuntime(database: Database): Runtime & { now: Date; readonly outgoing: OutgoingMail[] } {
  const outgoing: OutgoingMail[] = [];
  const runtime = {
    database,
    files: openDiskStore(mkdtempSync(join(tmpdir(), 'slipstream-files-'))),
    mail: { delivers: true, send: async (mail: OutgoingMail) => void outgoing.push(mail), close: () => {} },
    now: new Date('2026-03-02T08:00:00Z'),
    clock: (): Date => runtime.now,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    publicUrl: 'https://carbon.example',
    outgoing,
  };
  return runtime;
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
