import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { makePumpBill } from './support/bills.ts';
import { foundFirm, signIn } from './support/organizations.ts';
import { inDatabase } from './support/product-database.ts';
import { expect, expectAccessible, test } from './support/walk.ts';

const ours = () => ({ origin: process.env.E2E_URL ?? '', 'sec-fetch-site': 'same-origin' });
const json = { 'content-type': 'application/json' };
const organization = randomUUID();
const save = (id = organization) => `/trpc/${id}/drawing.save`;
const search = (id: string) => `/trpc/${id}/factor.search?input=${encodeURIComponent('{"query":"鋁"}')}`;

/** Imports a bill; returns the organization in whose name the page then calls. */
async function importPump(page: Page): Promise<string> {
  const called = page.waitForRequest(/\/trpc\//);
  await page.goto('/products/new');
  await page.locator('input[type=file]').setInputFiles({
    name: 'bill.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(await makePumpBill()),
  });
  return new URL((await called).url()).pathname.split('/')[2] ?? '';
}

test('procedures answer nobody who has not signed in', async ({ context }) => {
  expect((await context.request.get(search(organization))).status()).toBe(401);
  const written = await context.request.post(save(), { data: {}, headers: ours() });
  expect(written.status()).toBe(401);
});

test('a procedure takes a write from our own pages alone, as JSON alone, and no more than it needs', async ({
  context,
}) => {
  await signIn(context, await foundFirm('leadFirm', '程序測試'));
  const bodies: Readonly<Record<string, object>> = {
    'a form': { form: { productId: organization } },
    'a form with files': { multipart: { productId: organization } },
    'plain text': { data: '{}', headers: { 'content-type': 'text/plain' } },
    bytes: { data: Buffer.from('{}'), headers: { 'content-type': 'application/octet-stream' } },
    JSON: { data: {}, headers: json },
  };
  const strangers = [
    {},
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' },
    { origin: process.env.E2E_URL ?? '', 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-origin' },
    { origin: 'null', 'sec-fetch-site': 'same-origin' },
  ];
  for (const [kind, body] of Object.entries(bodies)) {
    const own = 'headers' in body ? (body.headers as Record<string, string>) : {};
    const post = (headers: Record<string, string>) =>
      context.request.post(save(), { ...body, headers: { ...own, ...headers } });
    for (const stranger of strangers)
      expect((await post(stranger as Record<string, string>)).status(), kind).toBe(403);
    // The organization is nobody's, so a call that is let in ends there.
    expect((await post(ours())).status(), kind).toBe(kind === 'JSON' ? 404 : 415);
  }
  const large = await context.request.post(save(), {
    data: Buffer.alloc(16_000_001, 32),
    headers: { ...ours(), ...json },
  });
  expect(large.status()).toBe(413);
  for (const batch of [
    `${search(organization)}&batch=1`,
    search(organization).replace('?', ',factor.search?batch=1&'),
  ])
    expect((await context.request.get(batch)).status()).toBe(400);
});

function expectStreamGuarded(headers: Record<string, string>) {
  expect(headers['content-type']).toContain('text/event-stream');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['content-security-policy']).toContain("default-src 'self'");
  expect(headers['cache-control']).toMatch(/no-cache|no-store/);
}

test('a page follows its import without asking again and again, and finds it done when it comes back', async ({
  page,
}) => {
  await signIn(page.context(), await foundFirm('leadFirm', '進度測試'));
  const readings: string[] = [];
  const streams: string[] = [];
  page.on('request', (request) => {
    if (/imports.*\.data/.test(request.url())) readings.push(request.url());
    if (request.url().includes('billOfMaterials')) streams.push(request.url());
  });
  const answered = page.waitForResponse(/page\.follow.*billOfMaterials/);
  await importPump(page);
  await expect(page).toHaveURL(/\/products\/imports\//);
  expectStreamGuarded((await answered).headers());
  await expect(page.getByRole('link', { name: /看碳足跡/ })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('status')).toContainText('讀進 5 列');
  await expectAccessible(page);
  const asked = readings.length;
  expect(streams).toHaveLength(1);
  // Once to show the page, once with each step, once at the end: no matter how long it takes.
  expect(asked).toBeLessThanOrEqual(5);
  await page.waitForTimeout(1_500);
  expect(readings).toHaveLength(asked);
  const another = await page.context().newPage();
  await another.goto(page.url());
  await expect(another.getByRole('status')).toContainText('讀進 5 列');
});

test('a drawing saves itself, the footprint follows by itself, and a page acts for whom it shows', async ({
  page,
  browser,
}) => {
  const person = await foundFirm('leadFirm', '自動儲存測試');
  await signIn(page.context(), person);
  const organizationId = await importPump(page);
  await page.getByRole('link', { name: /看碳足跡/ }).click({ timeout: 30_000 });
  await expect(page.getByRole('heading', { level: 1, name: '冷卻水泵 CP-200' })).toBeVisible();
  const product = page.url();

  const saved = page.waitForResponse(/drawing\.save/);
  await page.goto(`${product}/process-flow`);
  const node = page.locator('.react-flow__node').first();
  const box = await node.boundingBox();
  const at = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + 12 };
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 80, at.y + 60, { steps: 8 });
  await page.mouse.up();
  expect((await saved).status()).toBe(200);
  expect((await saved).url()).toContain(`/trpc/${organizationId}/`);
  await expect(page.getByText(/已儲存/)).toBeVisible();

  // Once its own calculation is done it is made stale without a job, until the test says that it was calculated.
  await expect
    .poll(
      async () => {
        const sql = 'SELECT 1 FROM "OutboxMessage" WHERE "organizationId" = $1 AND "completedAt" IS NULL';
        return (await inDatabase(sql, [organizationId])).rowCount;
      },
      { timeout: 30_000 },
    )
    .toBe(0);
  const productId = product.split('/').at(-1);
  await inDatabase('UPDATE "ProductSystem" SET "staleSince" = now() WHERE "productId" = $1', [productId]);
  await page.goto(product);
  await expect(page.getByText('正在重新計算')).toBeVisible();
  await inDatabase('UPDATE "ProductSystem" SET "staleSince" = NULL WHERE "productId" = $1', [productId]);
  await expect(page.getByText('正在重新計算')).toBeHidden();

  const stranger = await browser.newContext({ baseURL: process.env.E2E_URL ?? '' });
  await signIn(stranger, await foundFirm('leadFirm', '別家公司'));
  expect((await page.context().request.get(search(organizationId))).status()).toBe(200);
  expect((await stranger.request.get(search(organizationId))).status()).toBe(404);
  expect((await stranger.request.get(search(randomUUID()))).status()).toBe(404);
  await stranger.close();
});
