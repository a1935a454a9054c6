import { randomUUID } from 'node:crypto';
import type { APIResponse } from '@playwright/test';
import { foundFirm, signIn } from './support/organizations.ts';
import { expect, expectAccessible, speak, test } from './support/walk.ts';

const doors = ['/sign-in', '/uploads/bill-of-materials'];
const bodies = {
  'a form': { form: { email: 'a@b.example', password: 'guess' } },
  'a form with files': {
    multipart: { file: { name: 'bom.csv', mimeType: 'text/csv', buffer: Buffer.from('料號') } },
  },
  JSON: { data: { email: 'a@b.example' } },
};
const strangers: Readonly<Record<string, Record<string, string>>> = {
  'no word of where it comes from': {},
  'another site': { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  'another port of this machine': { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' },
  'our origin, said by a page of another site': { 'sec-fetch-site': 'cross-site' },
  'no origin at all': { 'sec-fetch-site': 'same-origin' },
};

for (const door of doors)
  for (const [kind, body] of Object.entries(bodies))
    test(`${door} refuses ${kind} from a stranger’s page`, async ({ context, baseURL }) => {
      await signIn(context, await foundFirm('leadFirm', '門口測試'));
      for (const [from, headers] of Object.entries(strangers)) {
        const origin = from.startsWith('our origin') ? { origin: baseURL ?? '' } : {};
        const answer = await context.request.post(door, { ...body, headers: { ...headers, ...origin } });
        expect(answer.status(), from).toBe(403);
      }
    });

test('a write from our own page is let in to its verb', async ({ context, baseURL }) => {
  const answer = await context.request.post('/sign-in', {
    form: { email: 'nobody@walk.example', password: 'guess' },
    headers: { origin: baseURL ?? '', 'sec-fetch-site': 'same-origin' },
  });
  expect(answer.status()).toBe(400);
});

test('an upload without signing in is refused before a byte is kept', async ({ context, baseURL }) => {
  const answer = await context.request.post('/uploads/bill-of-materials', {
    data: Buffer.from('料號,品名'),
    headers: { origin: baseURL ?? '', 'sec-fetch-site': 'same-origin', 'content-type': 'text/csv' },
  });
  expect(answer.status()).toBe(401);
});

const guards = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

function expectGuarded(answer: APIResponse) {
  const headers = answer.headers();
  expect(headers, answer.url()).toMatchObject(guards);
  const policy = headers['content-security-policy'] ?? '';
  expect(policy, answer.url()).toContain("frame-ancestors 'none'");
  expect(policy, answer.url()).toContain("object-src 'none'");
  expect(/script-src ([^;]*)/.exec(policy)?.[1], answer.url()).not.toContain('unsafe-inline');
}

test('every answer carries the guards: pages, errors, refusals, files', async ({ context }) => {
  const page = await context.request.get('/sign-in');
  const asset = /\/assets\/[\w-]+\.js/.exec(await page.text())?.[0] ?? 'no script in the page';
  const answers = [
    page,
    await context.request.get('/nothing-here'),
    await context.request.post('/sign-in', { form: {} }),
    await context.request.get(asset),
    await context.request.get('/assets/nothing-here.js'),
    await context.request.get('/favicon.svg'),
    await context.request.get('/health'),
  ];
  expect(answers.map((answer) => answer.status())).toEqual([200, 404, 403, 200, 404, 200, 200]);
  for (const answer of answers) expectGuarded(answer);
});

test('no two answers share the word that lets scripts run', async ({ context }) => {
  const nonces = new Set<string>();
  for (let visit = 0; visit < 3; visit += 1) {
    const policy = (await context.request.get('/sign-in')).headers()['content-security-policy'] ?? '';
    nonces.add(/'nonce-([^']{20,})'/.exec(policy)?.[1] ?? '');
  }
  expect(nonces.size).toBe(3);
  expect(nonces).not.toContain('');
});

test('the session cookie is out of reach of scripts and of other sites', async ({ context }) => {
  await signIn(context, await foundFirm('leadFirm', '餅乾測試'));
  const session = (await context.cookies()).find(({ name }) => /session/i.test(name));
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
});

test('operation can ask whether it lives and whether it can serve', async ({ context }) => {
  for (const [path, says] of [
    ['/health', 'ok'],
    ['/ready', 'ready'],
  ] as const) {
    const answer = await context.request.get(path);
    expect([answer.status(), await answer.text()]).toEqual([200, says]);
  }
});

for (const [language, htmlLang, title] of [
  ['zh-TW', 'zh-Hant-TW', '找不到這一頁'],
  ['en', 'en', 'This page cannot be found'],
] as const)
  test(`an address that is no page is told so in ${language}`, async ({ page, expectConsole }) => {
    expectConsole(/status of 404/);
    await speak(page, language);
    const answer = await page.goto(`/${randomUUID()}`);
    expect(answer?.status()).toBe(404);
    await expect(page.locator('html')).toHaveAttribute('lang', htmlLang);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expectAccessible(page);
  });

test('an address with an id that can be none is a page that is not there, as one whose id is nobody’s', async ({
  context,
}) => {
  const ids = ['x', randomUUID(), `${randomUUID()}0`, '%00', "'--"];
  const pages = {
    leadFirm: [
      '/products/:id',
      '/products/:id/process-flow',
      '/products/:id/declared-unit',
      '/products/imports/:id',
    ],
    supplier: ['/inbox/:id', '/inbox/:id/sheet', '/inbox/:id/footprint', '/inbox/:id/preview'],
  } as const;
  for (const kind of ['leadFirm', 'supplier'] as const) {
    await signIn(context, await foundFirm(kind, '網址測試'));
    for (const page of [...pages[kind], '/requests/:id', '/targets/:id'])
      for (const id of ids) {
        const path = page.replace(':id', id);
        expect((await context.request.get(path)).status(), path).toBe(404);
      }
  }
});
