import { crossLooks, inspectPage } from './support/inspection.ts';
import { foundFirm, signIn } from './support/organizations.ts';
import { expect, expectNoSidewaysScroll, test } from './support/walk.ts';

const lines = 5_000;
/** A page of a large bill is no heavier than one of a small bill: some hundred rows at most. */
const mostElements = 3_000;

/** Levels of assemblies over bought parts of eighty suppliers; every eleventh part is of no known material. */
function largeBill(product = '大型設備'): Buffer {
  const rows = Array.from({ length: lines }, (_, index) => {
    const isAssembly = index % 9 === 0;
    const isTop = Math.floor(index / 9) % 4 === 0;
    const level = (isTop ? 1 : 2) + (isAssembly ? 0 : 1);
    return isAssembly
      ? `${level},A-${index},組件 ${index},,1,個,,,`
      : `${level},P-${index},零件 ${index},${index % 11 === 0 ? '' : '鋁 6063'},2,個,0.5,供應商 ${index % 80},${1000 + index}`;
  });
  const text = [
    `產品名稱：${product},宣告單位：1 個`,
    '階層,料號,品名,材質,數量,單位,單重(kg),供應商,年用量',
    ...rows,
  ];
  return Buffer.from(text.join('\n'));
}

test('a bill of 5,000 lines is followed while it is read, and every page of it can be used', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await signIn(page.context(), await foundFirm('leadFirm', '大型清單測試'));
  const main = page.getByRole('main');
  const expectLight = async () => {
    const elements = await page.evaluate(() => document.querySelectorAll('*').length);
    expect(elements, page.url()).toBeLessThan(mostElements);
    await expectNoSidewaysScroll(page);
  };
  await page.goto('/products/new');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '大型設備.csv', mimeType: 'text/csv', buffer: largeBill() });
  await expect(page).toHaveURL(/\/products\/imports\//);
  const paths = [new URL(page.url()).pathname, '/suppliers'];

  await test.step('who leaves comes back to it', async () => {
    await page.goto('/products/new');
    await page.getByRole('link', { name: /大型設備\.csv/ }).click();
    await expect(page.getByRole('status')).toContainText(`${lines} 列全部讀進來了`, { timeout: 60_000 });
    await expect(main).toContainText(`${lines} 項零件`);
    await expectLight();
  });
  await page.getByRole('link', { name: /看碳足跡/ }).click({ timeout: 60_000 });

  await test.step('the footprint shows the largest, and the others when they are asked for', async () => {
    await expect(page.getByRole('heading', { level: 1, name: '大型設備' })).toBeVisible();
    const { pathname } = new URL(page.url());
    paths.push(pathname, `${pathname}/process-flow`);
    await expectLight();
    const holders = page.locator('details').filter({ hasText: '供應商' });
    await expect(holders).toHaveCount(20);
    await page.getByRole('button', { name: '再看 60 項（共 80 項）' }).click();
    await expect(holders).toHaveCount(80);
    const holder = holders.last();
    await holder.locator('summary').first().click();
    const parts = holder.locator('details');
    await expect(parts.first()).toBeVisible();
    await parts.first().locator('summary').click();
    await expect(parts.first()).toContainText('材質寫著「鋁」');
    await expect(parts.first()).toContainText(/物料清單的位置CSV 第 \d+ 列/);
    const open = page.locator('#open-inputs ~ ul li');
    await expect(open).toHaveCount(20);
    await page
      .getByRole('button', { name: /再看 60 項/ })
      .last()
      .click();
    await expect(open).toHaveCount(80);
  });

  await test.step('the diagram folds what is small, and shows it when it is asked to', async () => {
    await page.getByRole('link', { name: '製程流程圖' }).click();
    const processes = page.locator('.react-flow__node-process');
    await expect(processes.first()).toBeVisible({ timeout: 30_000 });
    await expect(processes).toHaveCount(24);
    await expectLight();
    const total = await page.getByLabel('目前畫的結果').locator('b').innerText();
    const branch = page.locator('.react-flow__node-branch').filter({ hasText: /其他 \d{2,} 個組件/ });
    await branch.first().getByRole('button').click();
    await expect(processes).toHaveCount(36);
    expect(await page.getByLabel('目前畫的結果').locator('b').innerText()).toBe(total);
    await page.getByRole('button', { name: '收合其他供應商' }).click();
    await expect(processes).toHaveCount(24);
  });

  await test.step('its suppliers come a page at a time', async () => {
    await page.goto('/suppliers');
    await expectLight();
    await expect(page.getByRole('table').getByRole('row')).toHaveCount(51);
    await page.getByRole('link', { name: '下一頁' }).click();
    await expect(main).toContainText('第 2 頁，共 2 頁');
    await page.getByLabel('搜尋供應商或零件').fill('零件 4999');
    await page.getByRole('button', { name: '搜尋' }).click();
    await expect(page.getByRole('table').getByRole('row')).toHaveCount(2);
  });

  // Opened anew for each look: a canvas that is made smaller under a drawing cuts what stands on it.
  for (const path of paths)
    for (const look of crossLooks) expect(await inspectPage(page, path, [look])).toEqual([]);
});

test('an import can be stopped before it is stored', async ({ page, baseURL }) => {
  await signIn(page.context(), await foundFirm('leadFirm', '取消匯入測試'));
  // Others of the firm are before it, so that it is not stored sooner than anybody can press.
  const before = ['設備甲', '設備乙', '設備丙'];
  for (const product of before) {
    const sent = await page.request.post('/uploads/bill-of-materials', {
      data: largeBill(product),
      headers: { origin: baseURL ?? '', 'sec-fetch-site': 'same-origin', 'X-File-Name': 'before.csv' },
    });
    expect(sent.status()).toBe(200);
  }
  await page.goto('/products/new');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '取消.csv', mimeType: 'text/csv', buffer: largeBill('不要的設備') });
  await page.getByRole('button', { name: '取消匯入' }).click();
  await expect(page.getByRole('status').filter({ hasText: '已取消匯入' })).toBeVisible();

  const main = page.getByRole('main');
  await expect(async () => {
    await page.goto('/products');
    for (const product of before) await expect(main).toContainText(product, { timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await expect(main).not.toContainText('不要的設備');
});
