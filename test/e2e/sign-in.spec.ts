import { foundFirm, signIn } from './support/organizations.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, speak, test } from './support/walk.ts';

test('a stranger is asked to sign in, and comes back to the page they wanted', async ({ page }) => {
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in\?returnTo=/);
  await expectAccessible(page);
  await page.getByLabel('電子郵件').fill('lead@chenglu.example');
  await page.getByLabel(/^密碼/).fill('slipstream-demo');
  await page.getByRole('button', { name: '登入' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '我的帳號' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('林雅婷');
});

test('a wrong password is told as such, in the reader’s language', async ({ page, expectConsole }) => {
  expectConsole(/status of 400/);
  await speak(page, 'en');
  await page.goto('/sign-in');
  await page.getByLabel(/^E-mail/).fill('lead@chenglu.example');
  await page.getByLabel(/^Password/).fill('wrong password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page);
});

test('the language is one press away, stays, and goes with the person to another browser', async ({
  page,
  browser,
}) => {
  const person = await foundFirm('leadFirm', '語言測試');
  await signIn(page.context(), person);
  await page.goto('/account');
  // A menu opens once its script is there.
  const english = page.getByRole('menuitem', { name: 'English' });
  await expect(async () => {
    await page.getByRole('button', { name: `${person.name} 的選單` }).click();
    await expect(english).toBeVisible({ timeout: 1000 });
  }).toPass();
  await english.click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Main navigation' }).first()).toBeVisible();

  const elsewhere = await browser.newContext({ baseURL: process.env.E2E_URL ?? '' });
  await signIn(elsewhere, person);
  const other = await elsewhere.newPage();
  await other.goto('/account');
  await expect(other.locator('html')).toHaveAttribute('lang', 'en');
  await expect(other.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible();
  await elsewhere.close();
});

test('a page that is not there says so and leads back', async ({ page, signInAs, expectConsole }) => {
  expectConsole(/status of 404/);
  await signInAs('lead@chenglu.example');
  await page.goto('/nothing-here');
  await expect(page.getByRole('heading', { name: '找不到這一頁' })).toBeVisible();
  await expectAccessible(page);
});

for (const width of [390, 1440])
  for (const language of ['zh-TW', 'en'] as const)
    test(`the account page is good at ${width} px in ${language}`, async ({ page, signInAs }) => {
      await page.setViewportSize({ width, height: 900 });
      await speak(page, language);
      await signInAs('lead@chenglu.example');
      await page.goto('/account');
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    });
