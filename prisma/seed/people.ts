import { setTimeout as wait } from 'node:timers/promises';
import { withRelay } from '@slipstream/db';
import {
  acceptInvitation,
  contextOf,
  invite,
  markAllNewsRead,
  type Runtime,
  readBell,
  readMailbox,
  readSession,
  type ServiceContext,
  signIn,
  type Visit,
} from '@slipstream/services';
import { jobHandlers } from '../../apps/worker/src/handlers/index.ts';

const jobsAtOnce = 4;
/** From an address that nobody has, so that the demo's many invitations are not counted against who tries it. */
const visit: Visit = { requestId: 'demo', address: '192.0.2.1', userAgent: 'demo', sessionToken: undefined };

/** The acting person of a session. */
async function contextOfToken(runtime: Runtime, token: string | undefined): Promise<ServiceContext> {
  const signedIn = await readSession(runtime, token);
  if (!signedIn) throw new Error('A demo person could not sign in');
  return contextOf(runtime, signedIn, { requestId: visit.requestId });
}

export async function signInAs(runtime: Runtime, email: string, password: string): Promise<ServiceContext> {
  return contextOfToken(runtime, await signIn(runtime, visit, { email, password }));
}

/**
 * Does what the worker would do next: every job asked for and not done, by the worker's own handlers and as many at
 * once. The worker, started later, finds them done.
 */
export async function runJobs(runtime: Runtime): Promise<void> {
  const handlers = jobHandlers(runtime) as Readonly<Record<string, (run: unknown) => Promise<void>>>;
  const done = new Set<string>();
  while (true) {
    const waiting = await withRelay(runtime.database, (tx) =>
      tx.outboxMessage.findMany({
        where: { completedAt: null },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      }),
    );
    const next = waiting.filter(({ id }) => !done.has(id));
    if (next.length === 0) return;
    // Several wishes for the same work are one, as the queue takes them.
    const wishes = Map.groupBy(next, ({ job, payload }) => `${job} ${JSON.stringify(payload)}`);
    const open = wishes.values();
    const lane = async () => {
      for (const [first, ...same] of open) {
        if (!first) continue;
        for (const { id } of [first, ...same]) done.add(id);
        const { id, job, payload } = first;
        await handlers[job]?.({
          id,
          payload,
          attempt: 1,
          isLastAttempt: true,
          announce: async () => wait(0),
        });
      }
    };
    await Promise.all(Array.from({ length: jobsAtOnce }, lane));
  }
}

/** Everybody has read what is new to them, but for the latest: a firm at work, not one that has never looked. */
export async function readNews(people: readonly ServiceContext[], left = 3): Promise<void> {
  for (const person of people) {
    const latestRead = (await readBell(person)).news[left];
    if (latestRead) await markAllNewsRead(person, { upTo: latestRead.id });
  }
}

/** The link of the newest invitation mailed to an address. */
async function invitationOf(runtime: Runtime, email: string): Promise<string> {
  await runJobs(runtime);
  const mail = (await readMailbox(runtime)).find(({ recipient }) => recipient === email);
  const token = /\/invitation\/(\S+)/.exec(mail?.text ?? '')?.[1];
  if (!token) throw new Error(`No invitation came for ${email}`);
  return token;
}

/** Follows the newest invitation mailed to an address as a new person, who is then signed in. */
async function acceptAs(
  runtime: Runtime,
  person: { readonly email: string; readonly name: string; readonly password: string },
): Promise<ServiceContext> {
  const token = await invitationOf(runtime, person.email);
  const { sessionToken } = await acceptInvitation(runtime, visit, undefined, { token, newAccount: person });
  return contextOfToken(runtime, sessionToken);
}

/** A supplier joins by the request it was sent: a clerk who fills in, and a manager who reviews. */
export async function joinSupplier(
  runtime: Runtime,
  clerk: { readonly email: string; readonly name: string; readonly password: string },
  manager: { readonly email: string; readonly name: string },
): Promise<{ readonly clerk: ServiceContext; readonly manager: ServiceContext }> {
  const clerkContext = await acceptAs(runtime, clerk);
  await invite(clerkContext, {
    organizationId: clerkContext.actor.organizationId,
    email: manager.email,
    roles: ['manager', 'reviewer'],
  });
  return { clerk: clerkContext, manager: await acceptAs(runtime, { ...manager, password: clerk.password }) };
}

/** A supplier that has an account answers the request of another customer as the firm it is. */
export async function joinAgain(
  runtime: Runtime,
  { email, password }: { readonly email: string; readonly password: string },
  organizationId: string,
): Promise<void> {
  const token = await invitationOf(runtime, email);
  const signedIn = await readSession(runtime, await signIn(runtime, visit, { email, password }));
  await acceptInvitation(runtime, visit, signedIn, { token, answerAs: organizationId });
}
