import { topicSchema } from '@slipstream/api';
import { withIdentity } from '@slipstream/db';
import { changeRoles, readSession, signOut } from '@slipstream/services';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiAnswer, openApi, procedureTypes } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';
import { makeRuntime } from '../support/runtime.ts';
import {
  drawingInput,
  foundPrincipal,
  importBill,
  makeNews,
  onlyCalculation,
  onlyProduct,
  type Principal,
  readSheet,
  releaseJob,
} from './api-world.ts';

const { database } = useDatabase();
const runtime = makeRuntime(database);
const api = openApi(runtime);

const kinds = {
  'a lead firm': 'leadFirm',
  'another lead firm': 'leadFirm',
  'a supplier': 'supplier',
  'another supplier': 'supplier',
  'an association': 'association',
  'another association': 'association',
} as const;
type Name = keyof typeof kinds;
const names = Object.keys(kinds) as Name[];
const principals = new Map<Name, Principal>();
const principal = (name: Name) => principals.get(name) as Principal;
const others = (name: Name) => names.filter((other) => other !== name);

/** How each procedure is called, a stream once for each topic; one that is missing here fails the first test. */
interface Entry {
  /** Whose objects it is about; null where it is about none and is for everybody signed in. */
  readonly owners: readonly Name[] | null;
  /** Makes an object of the owner; what it returns stands in the id's place. */
  readonly make?: (owner: Principal) => Promise<string>;
  /** The input with an id; `owner` is whose the id is, where it is somebody's. */
  readonly input: (id: unknown, owner?: Principal) => Promise<unknown> | unknown;
  /** What the rightful caller is told. */
  readonly answer: unknown;
  /** Told of a stream that does not end; undefined of one that does. */
  readonly most?: number;
}
const follows = (of: string) => (id: unknown, key: string) => ({ topics: [{ of, [key]: id }] });
const settled = (state: unknown) => [{ topic: 0, state, isSettled: true }];
const leadFirms: readonly Name[] = ['a lead firm', 'another lead firm'];
const entries: Readonly<Record<string, Entry>> = {
  'drawing.read': {
    owners: leadFirms,
    make: ({ ctx }) => onlyProduct(ctx),
    input: (productId) => ({ productId }),
    answer: { draft: expect.objectContaining({ processes: expect.any(Array) }), version: expect.any(Number) },
  },
  'drawing.save': {
    owners: leadFirms,
    make: ({ ctx }) => onlyProduct(ctx),
    input: async (productId, owner = principal('a lead firm')) => ({
      ...(await drawingInput(owner.ctx, await onlyProduct(owner.ctx))),
      productId,
    }),
    answer: { version: expect.any(Number) },
  },
  'factor.search': {
    owners: null,
    input: () => ({ query: '鋁' }),
    answer: expect.arrayContaining([expect.objectContaining({ name: expect.stringContaining('鋁') })]),
  },
  'news.markRead': {
    owners: ['a lead firm', 'another lead firm', 'a supplier', 'another supplier'],
    make: ({ ctx }) => makeNews(ctx),
    input: (id) => ({ ids: [id] }),
    answer: undefined,
  },
  'news.markAllRead': {
    owners: ['a lead firm', 'another lead firm', 'a supplier', 'another supplier'],
    make: ({ ctx }) => makeNews(ctx),
    input: (upTo) => ({ upTo }),
    answer: undefined,
  },
  'page.follow bell': {
    owners: null,
    input: () => ({ topics: [{ of: 'bell' }] }),
    answer: [{ topic: 0, state: { unread: expect.any(Number), news: expect.any(Array) }, isSettled: false }],
    most: 1,
  },
  'page.follow billOfMaterials': {
    owners: leadFirms,
    make: ({ ctx }) => importBill(ctx),
    input: (id) => follows('billOfMaterials')(id, 'id'),
    answer: settled({ state: 'read', rowsRead: 1, products: 1, calculated: 1 }),
  },
  'page.follow inventorySheet': {
    owners: ['a supplier', 'another supplier'],
    make: ({ ctx }) => readSheet(ctx),
    input: (id) => follows('inventorySheet')(id, 'id'),
    answer: settled({ state: 'read', rowsRead: 7, products: 0, calculated: 0 }),
  },
  'page.follow productFootprint': {
    owners: leadFirms,
    make: ({ ctx }) => onlyProduct(ctx),
    input: (productId) => follows('productFootprint')(productId, 'productId'),
    answer: settled({ version: expect.any(Number), isStale: false }),
  },
  'page.follow staleFootprints': {
    owners: null,
    input: () => ({ topics: [{ of: 'staleFootprints' }] }),
    answer: settled(0),
  },
  'productFootprint.holders': {
    owners: leadFirms,
    make: ({ ctx }) => onlyCalculation(ctx),
    input: (calculationId) => ({ calculationId, offset: 0 }),
    answer: { holders: [{ holder: 'unnamed', lines: 1 }], supplierNames: {} },
  },
  'productFootprint.lines': {
    owners: leadFirms,
    make: ({ ctx }) => onlyCalculation(ctx),
    input: (calculationId) => ({ calculationId, holder: 'unnamed', offset: 0 }),
    answer: { lines: [{ holder: 'unnamed', amount: 2 }] },
  },
  'productFootprint.openInputs': {
    owners: leadFirms,
    make: ({ ctx }) => onlyCalculation(ctx),
    input: (calculationId) => ({ calculationId, offset: 0 }),
    answer: { lines: [], supplierNames: {} },
  },
  'page.follow allianceRelease': {
    owners: ['an association', 'another association'],
    make: ({ ctx }) => releaseJob(ctx),
    input: (jobId) => follows('allianceRelease')(jobId, 'jobId'),
    answer: settled({ isDone: true }),
  },
};
// Saving makes a footprint stale, which others would wait for: it comes last.
const called = Object.keys(entries).sort((one, other) => {
  const isSaving = (name: string) => Number(name === 'drawing.save');
  return isSaving(one) - isSaving(other);
});
const entryOf = (name: string): Entry => {
  const entry = entries[name];
  if (!entry) throw new Error(`${name} has no entry in the matrix`);
  return entry;
};
const pathOf = (name: string) => name.replace(/ .*/, '');

/** What a stream says until it has told of its first topic; of another it may tell before. */
async function firstData(response: Response): Promise<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (!/^data: \{"topic":0/m.test(text)) text += (await reader?.read())?.value ?? '';
  return text;
}

let calls = 0;
let denials = 0;
function call(name: string, input: unknown, token: string | undefined, organizationId: string) {
  calls += 1;
  return api.call({ path: pathOf(name), input, token, organizationId }, entryOf(name).most);
}
function expectDenied(answer: ApiAnswer, code: string, told: string) {
  denials += 1;
  expect(answer.code, told).toBe(code);
  expect(answer.data ?? [], told).toEqual([]);
  expect(answer.status, told).toBeLessThan(500);
  expect(answer.body, told).not.toMatch(/stack|node_modules|prisma|SELECT/i);
}

const ids = new Map<string, string>();
const idOf = (path: string, owner: Name) => ids.get(`${path} ${owner}`) as string;
const absent = '7f0c0a3e-5d5b-4b7e-9d59-0d6d6f3f9a11';
// biome-ignore format: a list of values reads best in lines
const malformed: readonly unknown[] = [
  '', 'x', `${absent}0`, `${absent}' OR true`, '../..', '__proto__', 0, -1, true, null, [], [absent],
  {}, { not: '' }, { equals: absent }, { $ne: null },
];

beforeAll(async () => {
  for (const name of names) principals.set(name, await foundPrincipal(runtime, name, kinds[name]));
  for (const name of leadFirms)
    ids.set(`page.follow billOfMaterials ${name}`, await importBill(principal(name).ctx));
  for (const [path, { owners, make }] of Object.entries(entries))
    for (const owner of owners ?? [])
      if (!ids.has(`${path} ${owner}`)) ids.set(`${path} ${owner}`, (await make?.(principal(owner))) ?? '');
}, 60_000);
afterAll(() => console.log(`isolation of the procedures: ${calls} calls, ${denials} denials`));

it('has an entry for every procedure and every topic, and no entry for none', () => {
  const topics = topicSchema.options.map(({ shape }) => `page.follow ${shape.of.value}`);
  const procedures = Object.keys(procedureTypes).filter((path) => path !== 'page.follow');
  expect(Object.keys(entries).sort()).toEqual([...procedures, ...topics].sort());
});

describe.each(called)('%s', (path) => {
  const { owners, input, answer } = entryOf(path);

  it('answers nobody who has not signed in, whatever is asked', async () => {
    const gone = await foundPrincipal(runtime, '離線', 'leadFirm');
    await signOut(runtime, gone.token);
    for (const token of [undefined, '', 'x.y', gone.token])
      for (const id of [...(owners ?? []).map((owner) => idOf(path, owner)), absent, 'x']) {
        const { organizationId } = principal(owners?.[0] ?? 'a lead firm');
        expectDenied(await call(path, await input(id), token, organizationId), 'UNAUTHORIZED', path);
      }
  });

  it('acts for no organization the caller does not belong to: foreign, absent and malformed ones are alike', async () => {
    for (const name of names) {
      const { token } = principal(name);
      const answers: string[] = [];
      for (const organizationId of [
        ...others(name).map((other) => principal(other).organizationId),
        absent,
        'nothing',
      ])
        for (const id of [...(owners ?? []).map((owner) => idOf(path, owner)), absent]) {
          const denied = await call(path, await input(id), token, organizationId);
          expectDenied(denied, 'NOT_FOUND', `${path} as ${name}`);
          answers.push(denied.body);
        }
      expect(new Set(answers).size).toBe(1);
    }
  });

  it('answers the rightful caller, and foreign as absent ids the same, to the byte', async () => {
    for (const name of names) {
      const { token, organizationId } = principal(name);
      if (owners === null) {
        const right = await call(path, await input(undefined), token, organizationId);
        expect(right, `${path} as ${name}`).toMatchObject({ code: null, data: answer });
        continue;
      }
      const bodies: string[] = [];
      for (const id of [
        ...owners.filter((owner) => owner !== name).map((owner) => idOf(path, owner)),
        absent,
      ]) {
        const denied = await call(path, await input(id), token, organizationId);
        expectDenied(denied, 'NOT_FOUND', `${path} as ${name}`);
        bodies.push(denied.body);
      }
      expect(new Set(bodies).size, `${path} as ${name}`).toBe(1);
    }
    for (const owner of owners ?? []) {
      const { token, organizationId } = principal(owner);
      const right = await call(path, await input(idOf(path, owner), principal(owner)), token, organizationId);
      expect(right, `${path} as ${owner}`).toMatchObject({ code: null, status: 200, data: answer });
    }
  });

  it('refuses malformed ids, poisoned leaves and unknown keys with 400, and changes nothing global', async () => {
    const name = owners?.[0] ?? 'a lead firm';
    const { token, organizationId } = principal(name);
    const good = await input(owners ? idOf(path, name) : undefined, principal(name));
    const bad: unknown[] = owners ? await Promise.all(malformed.map((id) => input(id))) : [];
    if (typeof good === 'object' && good !== null) {
      bad.push({ ...good, organizationId }, JSON.parse(`{"__proto__":{"polluted":1},"surplus":{}}`), [good]);
      for (const leaf of Object.keys(good))
        for (const poison of [null, { not: '' }, [[]], 'x'.repeat(100_000), Number.MAX_VALUE, -0.5, true])
          bad.push({ ...good, [leaf]: poison });
    }
    for (const one of bad)
      expectDenied(
        await call(path, one, token, organizationId),
        'BAD_REQUEST',
        `${path} ${JSON.stringify(one)?.slice(0, 200)}`,
      );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

it('lets who may only look save nothing, and says so alike of own, foreign and absent drawings', async () => {
  const owner = await foundPrincipal(runtime, '只看的人', 'leadFirm');
  await importBill(owner.ctx);
  const own = await onlyProduct(owner.ctx);
  const input = await drawingInput(owner.ctx, own);
  const { userId } = owner.ctx.actor;
  await withIdentity(database, (tx) =>
    tx.membership.updateMany({ where: { userId: userId ?? '' }, data: { roles: ['reviewer'] } }),
  );
  const bodies = new Set<string>();
  for (const productId of [own, idOf('drawing.save', 'a lead firm'), absent]) {
    const denied = await call('drawing.save', { ...input, productId }, owner.token, owner.organizationId);
    expectDenied(denied, 'FORBIDDEN', productId);
    bodies.add(denied.body);
  }
  expect(bodies.size).toBe(1);
  await withIdentity(database, (tx) =>
    tx.membership.updateMany({ where: { userId: userId ?? '' }, data: { roles: ['owner'] } }),
  );
  expect(await call('drawing.save', input, owner.token, owner.organizationId)).toMatchObject({ code: null });
});

it('acts for the organization the page shows, whichever the session stands at', async () => {
  const { organizationId } = principal('a lead firm');
  const person = await foundPrincipal(runtime, '兩家的人', 'leadFirm');
  const { userId } = person.ctx.actor;
  await withIdentity(database, (tx) =>
    tx.membership.create({ data: { organizationId, userId: userId ?? '', roles: ['manager'] } }),
  );
  const own = await importBill(person.ctx);
  const theirs = await importBill(principal('a lead firm').ctx);
  for (const [organization, found, hidden] of [
    [person.organizationId, own, theirs],
    [organizationId, theirs, own],
  ] as const) {
    const following = (id: string) => ({ topics: [{ of: 'billOfMaterials', id }, { of: 'bell' }] });
    const denied = await call('page.follow billOfMaterials', following(hidden), person.token, organization);
    // The bell is the reader's own, and may be told of before the other is denied.
    const told = (denied.data ?? []) as readonly { readonly topic: number }[];
    expectDenied({ ...denied, data: told.filter(({ topic }) => topic === 0) }, 'NOT_FOUND', hidden);
    const open = new AbortController();
    const stream = await api.open({
      path: 'page.follow',
      input: following(found),
      token: person.token,
      organizationId: organization,
      signal: open.signal,
    });
    expect(await firstData(stream)).toContain('"state":"read"');
    open.abort();
  }
});

it('lets a removed member in no more', async () => {
  const { ctx, organizationId } = principal('a lead firm');
  const guest = await foundPrincipal(runtime, '客人', 'leadFirm');
  const { userId } = guest.ctx.actor;
  await withIdentity(database, (tx) =>
    tx.membership.create({ data: { organizationId, userId: userId ?? '', roles: ['manager'] } }),
  );
  const ask = () => call('factor.search', { query: '' }, guest.token, organizationId);
  expect((await ask()).code).toBeNull();
  await changeRoles(ctx, { userId: userId ?? '', roles: ['reviewer'] });
  expect((await ask()).code).toBeNull();
  await withIdentity(database, (tx) =>
    tx.membership.deleteMany({ where: { organizationId, userId: userId ?? '' } }),
  );
  expectDenied(await ask(), 'NOT_FOUND', 'a removed member');
});

describe('the shapes a stranger’s page can send', () => {
  const url = (path: string) =>
    `https://carbon.example/trpc/${principal('a lead firm').organizationId}/${path}`;
  const send = async (path: string, init: RequestInit) => {
    const { token: sessionToken, organizationId } = principal('a lead firm');
    return api.serve(new Request(url(path), init), `/trpc/${organizationId}`, {
      sessionToken,
      signedIn: await readSession(runtime, sessionToken),
      organizationId,
      requestId: 'test',
    });
  };
  const form = new FormData();
  form.set('query', '鋁');

  it.each(Object.keys(procedureTypes))('%s takes no body but JSON', async (path) => {
    for (const init of [
      { body: form },
      { body: new URLSearchParams({ query: '鋁' }) },
      { body: '{}', headers: { 'Content-Type': 'text/plain' } },
      { body: '{}', headers: { 'Content-Type': 'application/octet-stream' } },
      { body: '{}', headers: { 'Content-Type': 'application/json-seq' } },
      { body: new Uint8Array([123, 125]) },
    ])
      expect((await send(path, { method: 'POST', ...init })).status).toBe(415);
    expect((await send(path, { headers: { 'Content-Type': 'multipart/form-data' } })).status).toBe(415);
  });

  it('changes nothing on reading, has no other methods, and takes one call at a time', async () => {
    const json = { 'Content-Type': 'application/json' };
    const input = await drawingInput(principal('a lead firm').ctx, idOf('drawing.save', 'a lead firm'));
    const text = encodeURIComponent(JSON.stringify(input));
    expect((await send(`drawing.save?input=${text}`, {})).status).toBe(405);
    expect((await drawingInput(principal('a lead firm').ctx, input.productId)).version).toBe(input.version);
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'])
      expect((await send('drawing.save', { method })).status).toBe(405);
    for (const batch of ['factor.search?batch=1', 'factor.search,factor.search?batch=1'])
      expect((await send(`${batch}&input=${encodeURIComponent('{"0":{"query":""}}')}`, {})).status).toBe(400);
    const overridden = await send('factor.search?input=%7B%22query%22%3A%22%22%7D', {
      method: 'POST',
      headers: json,
      body: '{"query":""}',
    });
    expect(overridden.status).toBe(405);
    expect((await send('nothing.here', {})).status).toBe(404);
    expect((await send('factor.search?input=%7B', {})).status).toBe(400);
    expect((await send('drawing.save', { method: 'POST', headers: json, body: '{"a":' })).status).toBe(400);
    expect((await send('factor.search?input=%7B%22query%22%3A%22%22%7D', {})).status).toBe(200);
  });
});
