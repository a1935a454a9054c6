import { foundFirm, signIn } from './support/organizations.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, speak, test } from './support/walk.ts';

const lead = 'lead@chenglu.example';
const supplier = 'clerk@shunlong.example';

test('who has asked no supplier yet is led to picking some', async ({ page }) => {
  await signIn(page.context(), await foundFirm('leadFirm', '初來機械'));
  await page.goto('/targets');
  await expect(page.getByRole('heading', { level: 1, name: '減量目標' })).toBeVisible();
  await expect(page.getByRole('link', { name: '挑選供應商' })).toHaveAttribute('href', '/suppliers');
  await expectAccessible(page);
});

for (const width of [390, 1440])
  for (const language of ['zh-TW', 'en'] as const)
    test(`a lead firm follows its suppliers’ promises at ${width} px in ${language}`, async ({
      page,
      signInAs,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await speak(page, language);
      await signInAs(lead);
      await page.goto('/targets');
      await expect(page.getByRole('figure').locator('svg').first()).toBeVisible();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      await page.getByRole('link', { name: '順隆煉鋼' }).click();
      await expect(page.getByRole('heading', { level: 1, name: '順隆煉鋼' })).toBeVisible();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    });

test('targets are told apart by their progress and put in order by a column', async ({ page, signInAs }) => {
  await signInAs(lead);
  await page.goto('/targets');
  const names = page.getByRole('rowheader').getByRole('link');
  const all = await names.count();
  await page
    .getByRole('navigation', { name: '依進度篩選' })
    .getByRole('link', { name: /^符合進度/ })
    .click();
  await expect(page).toHaveURL(/show=onTrack/);
  await expect.poll(() => names.count()).toBeLessThan(all);
  await expect(page.getByRole('cell', { name: '進度落後' })).toHaveCount(0);
  await page.getByRole('columnheader', { name: '已減' }).getByRole('link').click();
  await expect(names.first()).toHaveText('順隆煉鋼');
  await page.getByRole('columnheader', { name: '已減' }).getByRole('link').click();
  await expect(names.last()).toHaveText('順隆煉鋼');
});

test('a supplier reports a year in either calendar; what cannot be is said at its field', async ({
  page,
  signInAs,
  expectConsole,
}) => {
  expectConsole(/status of 400/);
  await signInAs(supplier);
  await page.goto('/targets');
  await page.getByRole('link', { name: '澄鋁工業' }).click();
  const form = page.getByRole('region', { name: '申報一年的排放' });
  await form.getByLabel(/^年度/).fill('109');
  await form.getByLabel(/^這一年的排放量/).fill('1,000');
  await form.getByRole('button', { name: '儲存這一年' }).click();
  await expect(form).toContainText('基準年以後');
  await form.getByLabel(/^年度/).fill('民國115年');
  await form.getByLabel(/^這一年的排放量/).fill('９６，０００');
  await form.getByRole('button', { name: '儲存這一年' }).click();
  await expect(form.getByRole('status')).toBeVisible();
  await expect(page.getByRole('rowheader', { name: '115 年' })).toBeVisible();
});

test('a lead firm sets a target with a supplier it asked', async ({ page, signInAs }) => {
  await signInAs(lead);
  await page.goto('/targets/new');
  await expectAccessible(page);
  await page.getByLabel('供應商').selectOption({ label: '三禾紙器' });
  await page.locator('[name=baseYear]').fill('113');
  await page.getByLabel(/^目標年/).fill('2030');
  await page.getByLabel(/^基準年排放量/).fill('2,400');
  await page.getByLabel(/^要減的比例/).fill('25');
  await page.getByRole('button', { name: '儲存目標' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '三禾紙器' })).toBeVisible();
});
