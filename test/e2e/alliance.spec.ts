import { expect, expectAccessible, expectNoSidewaysScroll, speak, test } from './support/walk.ts';

const officer = 'officer@greenmetal.example';

for (const width of [390, 1440])
  for (const language of ['zh-TW', 'en'] as const)
    test(`the alliance page is good at ${width} px in ${language}`, async ({ page, signInAs }) => {
      await page.setViewportSize({ width, height: 900 });
      await speak(page, language);
      await signInAs(officer);
      await page.goto('/alliance');
      await expect(page.getByRole('heading', { level: 1, name: '金屬加工低碳聯盟' })).toBeVisible();
      await expect(page.getByRole('table')).toBeVisible();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    });

test('the officer releases a year and sees its totals appear; a year released stays as it is', async ({
  page,
  signInAs,
  expectConsole,
}) => {
  expectConsole(/status of 400/);
  await signInAs(officer);
  await page.goto('/alliance');
  const rows = page.getByRole('table').getByRole('rowheader');
  await expect(rows).toHaveText(['114 年', '113 年']);
  await page.getByRole('textbox', { name: '年度' }).fill('112');
  await page.getByRole('button', { name: '公布合計' }).click();
  await expect(rows).toHaveText(['114 年', '113 年', '112 年'], { timeout: 45_000 });
  await page.getByRole('textbox', { name: '年度' }).fill('2023');
  await page.getByRole('button', { name: '公布合計' }).click();
  await expect(page.getByRole('main')).toContainText('已經公布過');
});
