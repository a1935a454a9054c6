import { honestBill } from './support/bad-files.ts';
import { openSlowly } from './support/listening.ts';
import { foundFirm, signIn } from './support/organizations.ts';
import { expect, expectAccessible, test } from './support/walk.ts';

const bill = { name: honestBill.fileName, mimeType: 'text/csv', buffer: Buffer.from(honestBill.bytes()) };
const report = /\/products\/imports\/[0-9a-f-]{36}$/;

test('a file chosen before the page can hear of it is sent as soon as it can', async ({ page }) => {
  await signIn(page.context(), await foundFirm('leadFirm', '早到的檔案'));
  const scriptsArrive = await openSlowly(page, '/products/new');
  await page.locator('input[type=file]').setInputFiles(bill);
  scriptsArrive();
  await expect(page).toHaveURL(report);
});

test('a table copied from a spreadsheet is pasted and read', async ({ page }) => {
  await signIn(page.context(), await foundFirm('leadFirm', '貼上的表格'));
  await page.goto('/products/new');
  await page
    .getByLabel('或貼上表格')
    .fill('料號\t品名\t數量\t單位\t單重(kg)\t供應商\nH-001\t"泵殼\n（鋁）"\t1\t個\t2.4\t允成壓鑄\n');
  await page.getByLabel('產品名稱').fill('冷卻泵');
  await page.getByRole('button', { name: '讀取這張表格' }).click();
  await expect(page).toHaveURL(report);
  await expect(page.getByRole('status')).toContainText('1 列全部讀進來了', { timeout: 30_000 });
  await page.getByRole('link', { name: /看碳足跡/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: '冷卻泵' })).toBeVisible();
});

test('the empty form for a bill is there to be saved', async ({ page, signInAs }) => {
  await signInAs('lead@suiyuan.example');
  await page.goto('/products/new');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '下載空白表格' }).click();
  expect((await download).suggestedFilename()).toBe('物料清單.xlsx');
});

test('a file that did not arrive can be sent again', async ({ page, expectConsole }) => {
  expectConsole(/ERR_CONNECTION_RESET/);
  await signIn(page.context(), await foundFirm('leadFirm', '斷線的檔案'));
  await page.goto('/products/new');
  await page.route('**/uploads/**', (route) => route.abort('connectionreset'), { times: 1 });
  await page.locator('input[type=file]').setInputFiles(bill);
  await expect(page.getByRole('alert')).toHaveText('檔案沒有傳完。請檢查網路，再試一次。');
  await page.locator('input[type=file]').setInputFiles(bill);
  await expect(page).toHaveURL(report);
});

test('a column taken for something else is corrected, and the same file read again', async ({
  page,
  expectConsole,
}) => {
  expectConsole(/status of 400/);
  await signIn(page.context(), await foundFirm('leadFirm', '看錯的欄位'));
  await page.goto('/products/new');
  await page.locator('input[type=file]').setInputFiles({
    name: '組數表.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      '產品,料號,品名,組數,單位,單重(g),來源\n輪圈,W-1,本體,2,個,8000,大新鋁業\n輪圈,W-2,螺絲,五,個,20,永固螺絲\n',
    ),
  });
  await expect(page.getByRole('status')).toContainText('2 列全部讀進來了', { timeout: 30_000 });
  const taken = (column: string) => page.getByLabel(`${column} 欄當作`);
  await expect(taken('D')).toHaveValue('');
  await taken('D').selectOption({ label: '數量' });
  await taken('G').selectOption({ label: '數量' });
  await page.getByRole('button', { name: '用這些欄位再讀一次' }).click();
  await expect(page.getByRole('alert')).toContainText('不只一欄（D, G）當作「數量」');
  await expect(taken('D')).toHaveValue('quantity');
  await taken('G').selectOption({ label: '供應商' });
  await expectAccessible(page);
  await page.getByRole('button', { name: '用這些欄位再讀一次' }).click();
  await expect(page.getByRole('status')).toContainText('讀進 1 列，1 列讀不懂', { timeout: 30_000 });
  await expect(page.getByRole('main')).toContainText('「五」不是可以用的數字');
  await expect(page.getByText('1 項零件')).toBeVisible();
  await page.goto('/suppliers');
  await expect(page.getByRole('main')).toContainText('大新鋁業');
});

test('so is a column of a supplier’s own inventory sheet', async ({ page, signInAs }) => {
  await signInAs('clerk@sanhe.example');
  await page.goto('/inbox');
  await page.getByRole('main').getByRole('link').first().click();
  await page
    .getByRole('link', { name: /我有盤查表/ })
    .first()
    .click();
  await page.locator('input[type=file]').setInputFiles({
    name: '自己的表.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('名稱,總量,單位,每度排多少,係數單位\n電力,2000,kWh,0.5,kgCO2e/kWh\n'),
  });
  const taken = page.getByRole('row', { name: /每度排多少/ }).getByRole('combobox');
  await expect(taken).toHaveValue('', { timeout: 30_000 });
  await expect(page.getByRole('main')).toContainText('還沒有排放係數');
  await taken.selectOption({ label: '係數數值' });
  await expectAccessible(page);
  await page.getByRole('button', { name: '用這些欄位再讀一次' }).click();
  await expect(page.getByRole('main')).not.toContainText('還沒有排放係數', { timeout: 30_000 });
  // What a person has confirmed is folded away.
  await page.getByText('看每一欄').click();
  await expect(taken).toHaveValue('factorValue');
});
