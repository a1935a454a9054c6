import type { Page } from '@playwright/test';
import { inspectPage } from './support/inspection.ts';
import { foundFirm, signIn } from './support/organizations.ts';
import { inDatabase } from './support/product-database.ts';
import { askFor, decline } from './support/requests.ts';
import { expect, expectAccessible, test } from './support/walk.ts';

/** A lead firm that has asked two suppliers. */
async function asking() {
  const lead = await foundFirm('leadFirm', '鳴鐘精機');
  const answers: (() => Promise<void>)[] = [];
  for (const part of ['輪圈', '剎車盤']) {
    const supplier = await foundFirm('supplier', `${part}供應商`);
    const requestId = await askFor(part, lead, supplier);
    answers.push(() => decline(supplier, requestId));
  }
  const [first = async () => {}, second = async () => {}] = answers;
  return { lead, first, second };
}
const bell = (page: Page, unread: number) =>
  page.getByRole('button', {
    name: unread === 0 ? '最近的動態' : `最近的動態，${unread} 則未讀`,
    exact: true,
  });
const voice = (page: Page) => page.locator('[aria-live=polite]').filter({ hasText: '新動態' });
const streamsOf = (page: Page) => {
  const streams: string[] = [];
  page.on('request', (request) => request.url().includes('page.follow') && streams.push(request.url()));
  return streams;
};

test('what another process does is told on the page that is open, aloud too, over one stream', async ({
  page,
}) => {
  const { lead, first, second } = await asking();
  await signIn(page.context(), lead);
  const streams = streamsOf(page);
  await page.goto('/requests');
  await page.evaluate(() => Object.assign(window, { isStillThere: true }));
  await expect(bell(page, 0)).toBeVisible();
  await expect.poll(() => streams.length).toBe(1);
  await expect(voice(page)).toHaveCount(0);

  await first();
  await expect(bell(page, 1)).toBeVisible();
  await expect(voice(page)).toHaveText(/^新動態：.*婉拒了「輪圈」的邀請$/);
  // Pages in between share the stream.
  await page.getByRole('navigation').getByRole('link', { name: '供應商' }).first().click();
  await expect(page).toHaveURL(/\/suppliers/);
  await second();
  await expect(bell(page, 2)).toBeVisible();
  await expect(voice(page)).toHaveText(/婉拒了「剎車盤」的邀請$/);
  expect(await page.evaluate(() => 'isStillThere' in window)).toBe(true);
  expect(streams).toHaveLength(1);
});

test('it hears again after the database cut the connection it listens by', async ({ page }) => {
  const { lead, first } = await asking();
  await signIn(page.context(), lead);
  await page.goto('/requests');
  await expect(bell(page, 0)).toBeVisible();
  await inDatabase(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN "news"%'`,
  );
  await first();
  await expect(bell(page, 1)).toBeVisible();
});

test('what is pressed is read, on every page of the reader, and the rest at one press', async ({
  page,
  context,
}) => {
  const { lead, first, second } = await asking();
  await first();
  await second();
  await signIn(context, lead);
  await page.goto('/news');
  const other = await context.newPage();
  await other.goto('/requests');
  await expect(bell(other, 2)).toBeVisible();
  await bell(other, 2).click();
  await expectAccessible(other);
  await other
    .getByRole('dialog')
    .getByRole('link', { name: /剎車盤/ })
    .click();
  await expect(other).toHaveURL(/\/requests\/[0-9a-f-]{36}$/);
  await expect(bell(other, 1)).toBeVisible();
  // The list on the page opened before follows by itself.
  await expect(bell(page, 1)).toBeVisible();
  await expect(page.getByRole('main').getByText('未讀：')).toHaveCount(1);

  await page.getByRole('link', { name: '未讀 1' }).click();
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: '婉拒' })).toHaveCount(1);
  await page.getByRole('button', { name: '標為已讀', exact: true }).click();
  await expect(page.getByRole('main')).toContainText('都看過了。');
  await expect(bell(other, 0)).toBeVisible();
});

test('it is marked read without scripts too', async ({ browser }) => {
  const { lead, first, second } = await asking();
  await first();
  await second();
  const plain = await browser.newContext({ baseURL: process.env.E2E_URL ?? '', javaScriptEnabled: false });
  await signIn(plain, lead);
  const page = await plain.newPage();
  await page.goto('/news');
  await page.getByRole('button', { name: '標為已讀', exact: true }).first().click();
  await expect(page.getByRole('main').getByText('未讀：')).toHaveCount(1);
  await page.getByRole('button', { name: '全部標為已讀' }).click();
  await expect(page.getByRole('main').getByText('未讀：')).toHaveCount(0);
  await expect(page.getByRole('main')).toContainText('婉拒了「輪圈」的邀請');
  await plain.close();
});

test('the list is whole in every look, with news and without', async ({ page, context }) => {
  test.setTimeout(180_000);
  const { lead, first, second } = await asking();
  await signIn(context, lead);
  const faults = await inspectPage(page, '/news');
  await first();
  await second();
  for (const path of ['/news', '/news?show=unread', '/news?page=2'])
    faults.push(...(await inspectPage(page, path)));
  expect(faults).toEqual([]);
});
