import { afterEach, expect, it } from 'vitest';
import { useDatabase } from '../../../test/support/database.ts';
import { listen } from './index.ts';

const { url, superuser } = useDatabase();
const soon = { timeout: 10_000, interval: 20 };
const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const listener of opened.splice(0)) await listener.close();
});

function open(options: { readonly url?: string; readonly channel?: string } = {}) {
  const heard: string[] = [];
  const errors: Error[] = [];
  const listener = { heard, errors, hearings: 0 };
  opened.push(
    listen({
      url: options.url ?? url,
      channel: options.channel ?? 'news',
      onNotice: (payload) => heard.push(payload),
      onHearing: () => {
        listener.hearings += 1;
      },
      onError: (error) => errors.push(error),
    }),
  );
  return listener;
}
const announce = (payload: string, channel = 'news') =>
  superuser.query('SELECT pg_notify($1, $2)', [channel, payload]);

it('hears what is announced on its channel, in every process that listens, and nothing of another', async () => {
  const [one, other, elsewhere] = [open(), open(), open({ channel: 'some other' })];
  await expect.poll(() => [one, other, elsewhere].every(({ hearings }) => hearings === 1), soon).toBe(true);
  await announce('a');
  await announce('not this', 'another');
  await announce('b');
  await expect.poll(() => other.heard, soon).toEqual(['a', 'b']);
  await expect.poll(() => one.heard, soon).toEqual(['a', 'b']);
  expect(elsewhere.heard).toEqual([]);
});

it('hears only what was committed', async () => {
  const listener = open();
  await expect.poll(() => listener.hearings, soon).toBe(1);
  await superuser.query('BEGIN');
  await announce('taken back');
  await superuser.query('ROLLBACK');
  await announce('kept');
  await expect.poll(() => listener.heard, soon).toEqual(['kept']);
});

it('takes a lost connection up again, and says that it may have missed something', async () => {
  const listener = open();
  await expect.poll(() => listener.hearings, soon).toBe(1);
  await superuser.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE query LIKE 'LISTEN%' AND pid <> pg_backend_pid() AND datname = current_database()`,
  );
  await expect.poll(() => listener.hearings, soon).toBe(2);
  expect(listener.errors).not.toEqual([]);
  await announce('again');
  await expect.poll(() => listener.heard, soon).toEqual(['again']);
});

it('keeps trying where there is no server, and stops when it is told to', async () => {
  const nobody = open({ url: 'postgres://nobody@127.0.0.1:1/none' });
  await expect.poll(() => nobody.errors.length, soon).toBeGreaterThan(1);
  expect(nobody.hearings).toBe(0);
  const [listener] = opened.splice(0);
  await listener?.close();
  const tried = nobody.errors.length;
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(nobody.errors.length).toBe(tried);
});
