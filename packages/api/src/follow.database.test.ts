import { withTenant } from '@slipstream/db';
import { receiveBillOfMaterials, signOut } from '@slipstream/services';
import { expect, it } from 'vitest';
import { foundPrincipal, makeNews } from '../../../test/isolation/api-world.ts';
import { eventsIn, openApi } from '../../../test/support/api.ts';
import { useDatabase } from '../../../test/support/database.ts';
import { makeRuntime } from '../../../test/support/runtime.ts';

const { database } = useDatabase();
const runtime = makeRuntime(database);
/** As long as a busy machine may take. */
const soon = { timeout: 10_000 };

async function waitingImport() {
  const caller = await foundPrincipal(runtime, '等待的人', 'leadFirm');
  const { importBatchId } = await receiveBillOfMaterials(caller.ctx, {
    fileName: 'bom.csv',
    contentType: 'text/csv',
    bytes: new Blob([crypto.randomUUID()]).stream(),
  });
  const set = (data: { state?: 'reading' | 'refused'; rowsRead?: number }) =>
    withTenant(database, caller.ctx.actor, (tx) =>
      tx.importBatch.updateMany({ where: { id: importBatchId }, data }),
    );
  const { token, organizationId } = caller;
  const input = { topics: [{ of: 'billOfMaterials', id: importBatchId }] };
  const call = { path: 'page.follow', input, token, organizationId };
  return { caller, set, call, organizationId };
}

/** Reads a stream as it comes; `text` grows, `ended` resolves with how it ended. */
function listen(response: Response) {
  const heard = { text: '' };
  const ended = (async () => {
    for await (const chunk of (response.body as ReadableStream<Uint8Array>).pipeThrough(
      new TextDecoderStream() as unknown as TransformStream<Uint8Array, string>,
    ))
      heard.text += chunk;
  })().then(
    () => 'ended' as const,
    () => 'aborted' as const,
  );
  const news = () =>
    eventsIn(heard.text)
      .filter(({ event }) => event === 'message')
      .map(({ data }) => JSON.parse(data));
  const data = () => news().map(({ state }) => state);
  const events = () => eventsIn(heard.text).map(({ event }) => event);
  return { ended, news, data, events, text: () => heard.text };
}

it('tells at once, with each change when jobs announce one, and ends when nothing more will come', async () => {
  const api = openApi(runtime);
  const { set, call, organizationId } = await waitingImport();
  const stream = listen(await api.open(call));
  await expect.poll(stream.data, soon).toHaveLength(1);
  expect(api.following(organizationId)).toBe(1);
  const delays: number[] = [];
  for (const [index, change] of [{ state: 'reading' as const }, { rowsRead: 12 }].entries()) {
    await set(change);
    const changed = performance.now();
    api.announce(organizationId);
    await expect.poll(stream.data, { ...soon, interval: 5 }).toHaveLength(index + 2);
    delays.push(performance.now() - changed);
  }
  // Sooner than by looking every second alone, also on a machine that is busy once.
  expect(Math.min(...delays)).toBeLessThan(900);
  api.announce(organizationId);
  await set({ state: 'refused' });
  expect(await stream.ended).toBe('ended');
  expect(stream.data().map(({ state, rowsRead }) => [state, rowsRead])).toEqual([
    ['received', 0],
    ['reading', 0],
    ['reading', 12],
    ['refused', 12],
  ]);
  expect(stream.events().at(-1)).toBe('return');
  expect(api.following(organizationId)).toBe(0);
});

it('sees a change that nobody announced, and asks the database no more often however much is announced', async () => {
  let read = 0;
  const counting = {
    ...runtime,
    clock() {
      read += 1;
      return runtime.clock();
    },
  };
  const api = openApi(counting);
  const { set, call, organizationId } = await waitingImport();
  const stream = listen(await api.open(call));
  await expect.poll(stream.data, soon).toHaveLength(1);
  await set({ state: 'reading' });
  await expect.poll(stream.data, soon).toHaveLength(2);
  read = 0;
  const began = performance.now();
  while (performance.now() - began < 1_000) {
    api.announce(organizationId);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  // The clock is read twice for each look, for the session and for the state: at most every 150 ms.
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThanOrEqual(16);
  expect(stream.data()).toHaveLength(2);
  await set({ state: 'refused' });
  await stream.ended;
});

it('tells the bell and a progress in one stream, and asks nothing of the bell until it rings', async () => {
  let read = 0;
  const counting = {
    ...runtime,
    clock() {
      read += 1;
      return runtime.clock();
    },
  };
  const api = openApi(counting);
  const { caller, set, call, organizationId } = await waitingImport();
  const [progress] = call.input.topics;
  const both = listen(await api.open({ ...call, input: { topics: [{ of: 'bell' }, progress] } }));
  const of = (topic: number) => both.news().filter((news) => news.topic === topic);
  await expect.poll(() => [of(0).length, of(1).length], soon).toEqual([1, 1]);
  await set({ state: 'refused' });
  await expect.poll(() => of(1).at(-1), soon).toMatchObject({ isSettled: true, state: { state: 'refused' } });
  // Progress has come to its end; what is left of the stream waits for the bell alone.
  read = 0;
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(read).toBe(0);
  await makeNews(caller.ctx);
  api.announce(organizationId);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect([read, of(0).length]).toEqual([0, 1]);
  api.ring(organizationId);
  await expect
    .poll(() => of(0).at(-1), soon)
    .toMatchObject({ isSettled: false, state: { news: [{ event: 'accept' }] } });
  expect(api.following(organizationId)).toBe(1);
  api.stop();
  await both.ended;
});

it('tells who has signed out in the meantime nothing more', async () => {
  const api = openApi(runtime);
  const { caller, set, call, organizationId } = await waitingImport();
  const stream = listen(await api.open(call));
  await expect.poll(stream.data, soon).toHaveLength(1);
  await signOut(runtime, caller.token);
  await set({ state: 'reading' });
  expect(await stream.ended).toBe('ended');
  expect(stream.data()).toHaveLength(1);
  expect(stream.text()).toContain('UNAUTHORIZED');
  expect(api.following(organizationId)).toBe(0);
});

it('stops looking when the page goes away', async () => {
  const api = openApi(runtime);
  const { call, organizationId } = await waitingImport();
  const gone = new AbortController();
  const aborted = listen(await api.open({ ...call, signal: gone.signal }));
  await expect.poll(aborted.data, soon).toHaveLength(1);
  gone.abort();
  await expect.poll(() => api.following(organizationId), soon).toBe(0);

  const closed = await api.open(call);
  const reader = closed.body?.getReader();
  await reader?.read();
  await expect.poll(() => api.following(organizationId), soon).toBe(1);
  await reader?.cancel();
  await expect.poll(() => api.following(organizationId), soon).toBe(0);
});

it('survives the database failing under a page that has gone', async () => {
  let fails = false;
  const failing = {
    ...runtime,
    clock() {
      if (fails) throw new Error('away');
      return runtime.clock();
    },
  };
  const api = openApi(failing);
  const { call, organizationId } = await waitingImport();
  const reader = (await api.open(call)).body?.getReader();
  await reader?.read();
  await expect.poll(() => api.following(organizationId), soon).toBe(1);
  fails = true;
  api.announce(organizationId);
  await reader?.cancel();
  await expect.poll(() => api.following(organizationId), soon).toBe(0);
});

it('ends the streams of a process that stops without calling them done, so that browsers connect again', async () => {
  const api = openApi(runtime);
  const { call, organizationId } = await waitingImport();
  const stream = listen(await api.open(call));
  await expect.poll(stream.data, soon).toHaveLength(1);
  api.stop();
  expect(await stream.ended).toBe('ended');
  expect(stream.events()).not.toContain('return');
  expect(stream.events()).not.toContain('serialized-error');
  await expect.poll(() => api.following(organizationId), soon).toBe(0);
});

it('keeps eight streams for a session and refuses the ninth, until one is given back', async () => {
  const api = openApi(runtime);
  const { set, call } = await waitingImport();
  const streams: ReturnType<typeof listen>[] = [];
  for (let opened = 0; opened < 8; opened += 1) streams.push(listen(await api.open(call)));
  await expect.poll(() => streams.every((stream) => stream.data().length === 1), soon).toBe(true);
  expect(await api.call(call)).toMatchObject({ code: 'TOO_MANY_REQUESTS', data: [] });
  const { call: another, set: setAnother } = await waitingImport();
  await setAnother({ state: 'refused' });
  expect(await api.call(another)).toMatchObject({ code: null });
  await set({ state: 'refused' });
  await Promise.all(streams.map(({ ended }) => ended));
  expect(await api.call(call)).toMatchObject({ code: null });
});

it('says nothing of a failure of ours but that it was one', async () => {
  const logged: unknown[] = [];
  let asked = 0;
  const broken = {
    ...runtime,
    log: { ...runtime.log, error: (fields: unknown) => logged.push(fields) },
    // The session is read yet; whatever comes after it fails.
    get database() {
      if (asked++ > 0) throw new Error('SELECT secret FROM figures');
      return database;
    },
  };
  const { call } = await waitingImport();
  const answer = await openApi(broken).call({ ...call, path: 'factor.search', input: { query: '' } });
  expect(answer).toMatchObject({ status: 500, code: 'INTERNAL_SERVER_ERROR' });
  expect(answer.body).not.toContain('secret');
  expect(logged).toHaveLength(1);
});
