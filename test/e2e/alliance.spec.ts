import { followMail } from './support/mailbox.ts';
import { foundFirm, signIn } from './support/organizations.ts';
import { expect, expectAccessible, test } from './support/walk.ts';

const officer = 'officer@greenmetal.example';

test('the officer releases a year and sees its totals appear; a year released stays as it is', async ({
  page,
  signInAs,
  expectConsole,
}) => {
  expectConsole(/status of 400/);
  await signInAs(officer);
  await page.goto('/alliance');
  const rows = page.getByRole('table', { name: '已公布的合計' }).getByRole('rowheader');
  await expect(rows).toHaveText(['114 年', '113 年']);
  await page.getByRole('textbox', { name: '年度' }).fill('112');
  await page.getByRole('button', { name: '公布合計' }).click();
  await expect(rows).toHaveText(['114 年', '113 年', '112 年'], { timeout: 45_000 });
  await page.getByRole('textbox', { name: '年度' }).fill('2023');
  await page.getByRole('button', { name: '公布合計' }).click();
  await expect(page.getByRole('main')).toContainText('已經公布過');
});

test('a firm invited by its address joins as itself, and the association sees that and nothing more', async ({
  page,
  browser,
}) => {
  const association = await foundFirm('association', '散步公會');
  const firm = await foundFirm('supplier', '散步鑄造');
  await signIn(page.context(), association);
  await page.goto('/alliance');
  await page.getByLabel('聯盟名稱').fill('散步聯盟');
  await page.getByRole('button', { name: '成立聯盟' }).click();
  await page.getByLabel('組織名稱').fill('某家鑄造廠');
  await page.getByLabel('聯絡人的電子郵件').fill(firm.email);
  await page.getByRole('button', { name: '寄出邀請' }).click();
  const members = page.getByRole('table', { name: '成員' });
  await expect(members).toContainText('某家鑄造廠');
  await expect(members).toContainText('已邀請');

  const context = await browser.newContext({ locale: 'zh-TW', baseURL: process.env.E2E_URL ?? '' });
  await signIn(context, firm);
  const member = await context.newPage();
  await followMail(member, firm.email);
  await expect(member.getByRole('radio', { name: '散步鑄造' })).toBeChecked();
  await expect(member.getByRole('main')).toContainText('要不要加入「散步公會」的聯盟');
  await member.getByRole('button', { name: '接受邀請' }).click();
  await expect(member).toHaveURL(/\/memberships$/);
  await expectAccessible(member);
  await member.goto('/inbox');
  await member.getByRole('link', { name: '查看並回覆' }).click();
  await member.getByRole('button', { name: '同意加入' }).click();
  await expect(member.getByRole('main')).toContainText('已加入');

  await page.reload();
  await expect(members).toContainText('散步鑄造');
  await expect(members).not.toContainText('某家鑄造廠');
  await expect(members).toContainText('已加入');
  expect(await page.content()).not.toContain(firm.email);

  await member.getByRole('button', { name: '退出聯盟' }).click();
  await expect(member.getByRole('main')).toContainText('已退出');
  await page.reload();
  await expect(members).toContainText('已退出');
  await context.close();
});
