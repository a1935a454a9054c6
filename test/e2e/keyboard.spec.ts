import { randomUUID } from 'node:crypto';
import { makePumpBill } from './support/bills.ts';
import { tabTo } from './support/keyboard.ts';
import { foundFirm } from './support/organizations.ts';
import { expect, people, test } from './support/walk.ts';

const lead = people.find(({ email }) => email === 'lead@chenglu.example') ?? { email: '', password: '' };

// Without motion what has the focus shows it at once.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('signing in, a first bill and asking its suppliers need no mouse', async ({ page }) => {
  test.setTimeout(180_000);
  const owner = await foundFirm('leadFirm', '鍵盤精機');
  const { keyboard } = page;
  await page.goto('/sign-in?returnTo=/products/new');
  await tabTo(page, page.getByLabel('電子郵件'));
  await keyboard.type(owner.email);
  await tabTo(page, page.locator('[name=password]'));
  await keyboard.type(owner.password);
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '匯入物料清單' })).toBeVisible();

  const chooser = page.waitForEvent('filechooser', { timeout: 60_000 });
  await tabTo(page, page.locator('main [tabindex="0"]'));
  await keyboard.press('Enter');
  await (await chooser).setFiles({
    name: '冷卻水泵.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(await makePumpBill()),
  });
  await expect(page.getByRole('link', { name: /看碳足跡/ })).toBeVisible({ timeout: 30_000 });

  await page.goto('/suppliers');
  const boxes = page.getByRole('checkbox');
  await expect(boxes.first()).toBeVisible();
  // Three are proposed; the first alone is asked.
  for (const [index, box] of (await boxes.all()).entries()) {
    await tabTo(page, box);
    if ((await box.isChecked()) !== (index === 0)) await keyboard.press('Space');
  }
  await tabTo(page, page.getByRole('button', { name: '邀請選取的供應商' }));
  await keyboard.press('Enter');
  await expect(page).toHaveURL(/\/suppliers\/ask\?/);
  // The address is there a moment before its page, and the button that led to it gone with the old one.
  await expect(page.getByRole('heading', { level: 1, name: '邀請供應商' })).toBeVisible();
  await tabTo(page, page.getByLabel(/聯絡人的電子郵件/).first());
  await keyboard.type(`keys-${randomUUID().slice(0, 8)}@walk.example`);
  await tabTo(page, page.getByRole('button', { name: '寄出 1 份邀請' }));
  await keyboard.press('Enter');
  await expect(page).toHaveURL(/\/requests\?sent=1/);
});

test('setting a target needs no mouse', async ({ page, signInAs }) => {
  const { keyboard } = page;
  await signInAs(lead.email);
  await page.goto('/targets/new');
  await tabTo(page, page.locator('[name=partnerId]'));
  await keyboard.press('End');
  const partner = await page.locator('[name=partnerId] option:checked').innerText();
  await tabTo(page, page.locator('[name=horizon]'));
  await keyboard.press('End');
  for (const [name, value] of Object.entries({
    baseYear: '113',
    targetYear: '2050',
    baseTonnes: '1,200',
    reductionPercent: '60',
  })) {
    await tabTo(page, page.locator(`[name=${name}]`));
    await keyboard.type(value);
  }
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: partner })).toBeVisible();
});

test('forms are sent without scripts, and what is wrong is said at its field', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
  const page = await context.newPage();
  await page.goto('/sign-in?returnTo=/targets/new');
  await page.locator('[name=email]').fill(lead.email);
  await page.locator('[name=password]').fill(lead.password);
  await page.getByRole('button', { name: '登入' }).click();
  await expect(page).toHaveURL(/\/targets\/new$/);
  const partners = await page.locator('[name=partnerId] option').allInnerTexts();
  await page.locator('[name=partnerId]').selectOption({ index: partners.length - 1 });
  await page.locator('[name=horizon]').selectOption('short');
  await page.locator('[name=baseYear]').fill('113');
  await page.locator('[name=targetYear]').fill('112');
  await page.locator('[name=baseTonnes]').fill('1,200');
  await page.locator('[name=reductionPercent]').fill('20');
  const save = page.getByRole('button', { name: '儲存目標' });
  await save.click();
  await expect(page.locator('[name=targetYear]')).toHaveAttribute('aria-invalid', 'true');
  await page.locator('[name=partnerId]').selectOption({ index: partners.length - 1 });
  await page.locator('[name=horizon]').selectOption('short');
  for (const [name, value] of [
    ['baseYear', '113'],
    ['targetYear', '117'],
    ['baseTonnes', '1,200'],
    ['reductionPercent', '20'],
  ] as const)
    await page.locator(`[name=${name}]`).fill(value);
  await save.click();
  await expect(page.getByRole('heading', { level: 1, name: partners.at(-1) ?? '' })).toBeVisible();
  await context.close();
});
