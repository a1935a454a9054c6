import type { Page } from '@playwright/test';
import { openSlowly } from './support/listening.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, people, test } from './support/walk.ts';

const lead = 'lead@chenglu.example';
const phone = { width: 390, height: 844 };
const choice = (page: Page) => page.getByRole('combobox', { name: '排序', exact: true });
const rows = (page: Page) => page.getByRole('main').locator('tbody tr');
/** What stands in a place of every card or row. */
const shown = (page: Page, place: string) => rows(page).locator(place).allInnerTexts();

test('on a phone a list is sorted by the same address as by the headings of its table', async ({
  page,
  signInAs,
}) => {
  await signInAs(lead);
  await page.goto('/suppliers?show=all');
  await expect(choice(page)).toBeHidden();
  const score = page.getByRole('columnheader', { name: '分數' });
  await expect(score).toHaveAttribute('aria-sort', 'descending');
  await page.getByRole('columnheader', { name: '供應商' }).getByRole('link').click();
  await expect(page).toHaveURL(/sort=name&order=asc/);
  await expect(page.getByRole('columnheader', { name: '供應商' })).toHaveAttribute('aria-sort', 'ascending');
  const byName = await shown(page, 'th');
  expect(byName.length).toBeGreaterThan(20);

  await page.setViewportSize(phone);
  await expect(choice(page)).toHaveValue('name');
  expect((await choice(page).boundingBox())?.height).toBeGreaterThanOrEqual(48);
  await page.getByRole('link', { name: '改成由大到小' }).click();
  await expect(page).toHaveURL(/show=all.*sort=name&order=desc/);
  await expect.poll(() => shown(page, 'th')).toEqual(byName.toReversed());
  await choice(page).selectOption('score');
  await expect(page).toHaveURL(/\?show=all&sort=score$/);
  const scores = async () => (await shown(page, 'td:nth-child(3)')).map(Number).filter(Number.isFinite);
  await expect
    .poll(async () => (await scores()).every((score, at, all) => at === 0 || score <= (all[at - 1] ?? 0)))
    .toBe(true);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test('words that are sought stay when the order changes, and a page that is turned does not', async ({
  page,
  signInAs,
}) => {
  await signInAs(lead);
  await page.setViewportSize(phone);
  await page.goto('/requests');
  await page.getByRole('link', { name: '下一頁' }).click();
  await expect(page).toHaveURL(/page=2/);
  await choice(page).selectOption('supplier');
  await expect(page).toHaveURL(/\/requests\?(?!.*page).*sort=supplier/);
  await expect(rows(page)).toHaveCount(25);
  await page.getByRole('searchbox').fill('鋁');
  await page.getByRole('button', { name: '搜尋' }).click();
  await expect(page).toHaveURL(/search=/);
  await expect.poll(() => rows(page).count()).toBeLessThan(25);
  const found = await rows(page).count();
  expect(found).toBeGreaterThan(0);
  await choice(page).selectOption('updated');
  await expect(page).toHaveURL(/search=.*sort=updated/);
  await expect(rows(page)).toHaveCount(found);
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(page.getByRole('columnheader', { name: '最近更新' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
});

test('products are sorted on a phone as on a wide screen', async ({ page, signInAs }) => {
  await signInAs(lead);
  const names = () => page.getByRole('main').locator('li b').allInnerTexts();
  for (const size of [phone, { width: 1440, height: 900 }]) {
    await page.setViewportSize(size);
    await page.goto('/products');
    await choice(page).selectOption('footprint');
    await expect(page).toHaveURL(/sort=footprint/);
    await expect.poll(async () => (await names())[0]).toBe('鋁捲 A5052');
    const down = await names();
    await page.getByRole('link', { name: '改成由小到大' }).click();
    await expect.poll(names).toEqual(down.toReversed());
    await expectAccessible(page);
  }
});

test('a list is sorted without scripts too', async ({ browser }) => {
  const plain = await browser.newContext({ baseURL: process.env.E2E_URL ?? '', javaScriptEnabled: false });
  const password = people.find(({ email }) => email === lead)?.password ?? '';
  const headers = { origin: process.env.E2E_URL ?? '', 'sec-fetch-site': 'same-origin' };
  await plain.request.post('/sign-in', { form: { email: lead, password }, headers, maxRedirects: 0 });
  const page = await plain.newPage();
  await page.setViewportSize(phone);
  await page.goto('/products');
  await choice(page).selectOption('footprint');
  await page.getByRole('button', { name: '排序' }).click();
  await expect(page.getByRole('main').locator('li b').first()).toHaveText('鋁捲 A5052');
  await plain.close();
});

test('who was ticked stays so while others are sought, and all of them are asked', async ({
  page,
  signInAs,
}) => {
  await signInAs(lead);
  await page.goto('/suppliers?show=notAsked');
  const main = page.getByRole('main');
  await expect(main).toContainText('已選 0 家');
  const boxes = page.getByRole('checkbox', { name: /^選取/ });
  const chosen: string[] = [];
  for (const at of [0, 1]) {
    chosen.push(((await boxes.nth(at).getAttribute('aria-label')) ?? '').replace(/^選取 /, ''));
    await boxes.nth(at).check();
  }
  await page.getByRole('columnheader', { name: '供應商' }).getByRole('link').click();
  await expect(page).toHaveURL(/sort=name/);
  await expect(main).toContainText('已選 2 家');
  await page.getByRole('searchbox').fill('沒有這種零件');
  await page.getByRole('button', { name: '搜尋' }).click();
  await expect(page).toHaveURL(/search=/);
  await expect(page.getByText('這裡沒有供應商。')).toBeVisible();
  await page.goBack();
  await expect(page).not.toHaveURL(/search=/);
  await expect(main).toContainText('已選 2 家');
  await page.getByRole('searchbox').fill(chosen[0] ?? '');
  await page.getByRole('button', { name: '搜尋' }).click();
  await expect(main).toContainText('已選 2 家 · 1 家不在這一頁');
  await expect(boxes).toBeChecked();
  await page.getByRole('button', { name: '邀請選取的供應商' }).click();
  for (const name of chosen) await expect(main).toContainText(name);

  await page.goto('/suppliers?show=notAsked');
  await boxes.first().check();
  await page.getByRole('button', { name: '全部不選' }).click();
  await expect(boxes.first()).not.toBeChecked();
  await expect(main).toContainText('已選 0 家');
});

test('who was ticked before the page could hear of it stays so too', async ({ page, signInAs }) => {
  await signInAs(lead);
  const scriptsArrive = await openSlowly(page, '/suppliers?show=notAsked');
  const box = page.getByRole('checkbox', { name: /^選取/ }).first();
  await box.check();
  scriptsArrive();
  const main = page.getByRole('main');
  await expect(main).toContainText('已選 1 家');
  await expect(box).toBeChecked();
  await page.getByRole('columnheader', { name: '供應商' }).getByRole('link').click();
  await expect(page).toHaveURL(/sort=name/);
  await expect(main).toContainText('已選 1 家');
});
