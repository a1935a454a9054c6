import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from '@playwright/test';
import { inspectPage } from './support/inspection.ts';
import { newestLink } from './support/mailbox.ts';
import { foundFirm, joinFirm, type Person, signIn } from './support/organizations.ts';
import { expect, people, test } from './support/walk.ts';

/** Somebody who works for two firms, in the second as they were last there. */
async function ofTwoFirms(context: BrowserContext) {
  const one = await foundFirm('leadFirm', '雙城精機');
  const other = await foundFirm('supplier', '雙城鑄造');
  await joinFirm(one.userId, other.organizationId);
  await signIn(context, one);
  await context.request.post('/account/organization', {
    form: { organizationId: other.organizationId },
    headers: { origin: process.env.E2E_URL ?? '', 'sec-fetch-site': 'same-origin' },
  });
  return { person: one, one, other };
}
const linkFor = (organizationId: string, page = '/requests?state=sent') => `/open/${organizationId}${page}`;
const present = async (context: BrowserContext) =>
  (await context.request.get('/', { maxRedirects: 0 })).headers().location;

async function signInByPage(page: Page, { email, password }: Pick<Person, 'email' | 'password'>) {
  await page.getByLabel('電子郵件').fill(email);
  await page.getByLabel(/^密碼/).fill(password);
  await page.getByRole('button', { name: '登入' }).click();
}

test('a mail leads whoever signs in to the page it is about', async ({ page }) => {
  const { email = '', password = '' } = people[0] ?? {};
  const link = await newestLink(page, email, 'open');
  await page.goto(link);
  await expect(page).toHaveURL(/\/sign-in\?returnTo=/);
  await signInByPage(page, { email, password });
  await expect(page).toHaveURL(new RegExp(`${link.replace(/^\/open\/[^/]+/, '')}$`));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('whoever signs in on the way arrives in the organization of the link, also when last in another', async ({
  page,
  context,
}) => {
  const { person, one } = await ofTwoFirms(context);
  await context.clearCookies({ name: /session/i });
  await page.goto(linkFor(one.organizationId));
  await signInByPage(page, person);
  await expect(page).toHaveURL(/\/requests\?state=sent$/);
  await expect(page.getByRole('button', { name: /雙城精機/ })).toBeVisible();
});

test('whose session has ended comes back to the page they pressed, not to its data', async ({
  page,
  context,
}) => {
  const { person } = await ofTwoFirms(context);
  await page.goto('/inbox');
  await context.clearCookies({ name: /session/i });
  await page.getByRole('navigation').getByRole('link', { name: '減量目標' }).first().click();
  await signInByPage(page, person);
  await expect(page).toHaveURL(/\/targets$/);
  await expect(page.getByRole('heading', { level: 1, name: '減量目標' })).toBeVisible();
});

test('who works for another organization is asked first, and nothing changes before the answer', async ({
  page,
  context,
}) => {
  const { one, other } = await ofTwoFirms(context);
  const link = linkFor(one.organizationId);
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1, name: '這一頁屬於「雙城精機」' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('您現在代表「雙城鑄造」（供應商）');
  await context.request.get(link);
  expect(await present(context)).toBe('/inbox');
  await page.getByRole('link', { name: '留在「雙城鑄造」' }).click();
  await expect(page).toHaveURL(/\/inbox$/);
  await page.goBack();
  await page.getByRole('button', { name: '切換並打開' }).click();
  await expect(page).toHaveURL(/\/requests\?state=sent$/);
  await expect(page.getByRole('button', { name: /雙城精機/ })).toBeVisible();
  // In the organization of the link already, it opens at once; and the way back is open too.
  await page.goto(link);
  await expect(page).toHaveURL(/\/requests\?state=sent$/);
  await page.goto(linkFor(other.organizationId, '/sharing'));
  await expect(page.getByRole('heading', { level: 1, name: '這一頁屬於「雙城鑄造」' })).toBeVisible();
});

test('the question is whole in every language, width and scheme', async ({ page, context }) => {
  const { one } = await ofTwoFirms(context);
  expect(await inspectPage(page, linkFor(one.organizationId))).toEqual([]);
});

/** An answer without what differs from one visit to the next, and without the address that was asked. */
async function bytesOf(context: BrowserContext, organizationId: string, init?: object) {
  const answer = await context.request.fetch(linkFor(organizationId), { maxRedirects: 0, ...init });
  const nonce = /'nonce-([^']+)'/.exec(answer.headers()['content-security-policy'] ?? '')?.[1] ?? '-';
  const id = answer.headers()['x-request-id'] ?? '-';
  const body = (await answer.text())
    .replaceAll(nonce, 'nonce')
    .replaceAll(id, 'id')
    .replaceAll(organizationId, 'organization');
  const { location } = answer.headers();
  return { status: answer.status(), body, location: location?.replaceAll(organizationId, 'organization') };
}

test('who does not belong to the organization is told what is told of one that does not exist', async ({
  page,
  context,
  expectConsole,
}) => {
  expectConsole(/status of 404/);
  const { one } = await ofTwoFirms(context);
  const foreign = await foundFirm('leadFirm', '別人的公司');
  const post = {
    method: 'POST',
    headers: { origin: process.env.E2E_URL ?? '', 'sec-fetch-site': 'same-origin' },
  };
  for (const init of [{}, post]) {
    const told = await bytesOf(context, foreign.organizationId, init);
    expect(told.status).toBe(404);
    expect(told.body).not.toMatch(/別人的公司|雙城/);
    expect(told).toEqual(await bytesOf(context, randomUUID(), init));
  }
  const shown = async (path: string) => {
    await page.goto(path);
    return page.locator('body').innerText();
  };
  expect(await shown(linkFor(foreign.organizationId))).toBe(await shown('/nothing-here'));
  expect(await present(context)).toBe('/inbox');
  // Before signing in nobody learns either which organizations there are, or who belongs to them.
  await context.clearCookies({ name: /session/i });
  const asked = await bytesOf(context, foreign.organizationId);
  expect(asked.status).toBe(302);
  expect(asked).toEqual(await bytesOf(context, randomUUID()));
  expect(asked).toEqual(await bytesOf(context, one.organizationId));
});

test('a page of another site switches nobody', async ({ context, baseURL }) => {
  const { one } = await ofTwoFirms(context);
  for (const headers of [
    {},
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' },
    { origin: baseURL ?? '', 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-origin' },
  ] as Record<string, string>[]) {
    const answer = await context.request.post(linkFor(one.organizationId), { headers, maxRedirects: 0 });
    expect(answer.status()).toBe(403);
  }
  expect(await present(context)).toBe('/inbox');
});

test('no link of ours leads to another site', async ({ context, baseURL }) => {
  const { person, one, other } = await ofTwoFirms(context);
  const pages = [
    '//evil.example',
    '/%5Cevil.example',
    '/%09/evil.example',
    '/.//evil.example',
    '/%2F/evil.example',
  ];
  const wheres: (string | undefined)[] = [];
  const follow = async (address: string, init: object = {}) => {
    const answer = await context.request.fetch(address, { maxRedirects: 0, ...init });
    wheres.push(answer.headers().location);
  };
  const ours = { method: 'POST', headers: { origin: baseURL ?? '', 'sec-fetch-site': 'same-origin' } };
  for (const page of pages) {
    await follow(`${baseURL}${linkFor(other.organizationId, page)}`);
    await follow(`${baseURL}${linkFor(one.organizationId, page)}`, ours);
    await follow(`/sign-in?returnTo=${page}`);
    await follow('/preferences', { ...ours, form: { language: 'en', returnTo: decodeURIComponent(page) } });
    await signIn(context, person);
    await follow(`/sign-in?returnTo=${encodeURIComponent(linkFor(other.organizationId, page))}`, {
      ...ours,
      form: { email: person.email, password: person.password },
    });
  }
  for (const where of wheres)
    if (where !== undefined)
      expect(new URL(where, baseURL).origin, where).toBe(new URL(baseURL ?? '').origin);
  expect(wheres.filter((where) => where !== undefined).length).toBeGreaterThan(15);
});
