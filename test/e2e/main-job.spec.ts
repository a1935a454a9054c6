import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { housingSupplier, makePumpBill } from './support/bills.ts';
import { followMail } from './support/mailbox.ts';
import { foundFirm, signIn } from './support/organizations.ts';
import { housingKgPerPiece, makeHousingSheet } from './support/sheets.ts';
import { expect, test } from './support/walk.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Drops a file where the page asks for one. */
async function drop(page: Page, name: string, bytes: Uint8Array, mimeType = workbookType) {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) });
}

/** Makes the account a mailed link offers. */
async function makeAccount(page: Page, name: string) {
  await page.getByLabel('您的姓名').fill(name);
  await page.locator('input[name=password]').fill(`walk ${randomUUID()}`);
  await page.getByRole('button', { name: '建立帳號並接受' }).click();
}

test('a footprint grows out of a bill of materials and a supplier’s answer', async ({ page, browser }) => {
  test.setTimeout(300_000);
  const mailTag = randomUUID().slice(0, 8);
  const ownerEmail = `wang-${mailTag}@yuncheng.example`;
  const colleagueEmail = `chen-${mailTag}@yuncheng.example`;
  await signIn(page.context(), await foundFirm('leadFirm', '清源泵業'));
  const main = page.getByRole('main');

  await test.step('an empty house leads to the first bill', async () => {
    await page.goto('/');
    await expect(page).toHaveURL(/\/overview$/);
    await page.getByRole('link', { name: '匯入物料清單' }).click();
    await expect(page).toHaveURL(/\/products\/new$/);
  });

  await test.step('the bill is read, and what cannot be read is said with place and cause', async () => {
    await drop(page, '冷卻水泵.xlsx', await makePumpBill());
    await expect(page).toHaveURL(/\/products\/imports\//);
    await expect(page.getByRole('link', { name: /看碳足跡/ })).toBeVisible({ timeout: 30_000 });
    await expect(main).toContainText('讀進 5 列，1 列讀不懂');
    await expect(main).toContainText(/第 5 列|C5/);
    await expect(main).toContainText('沒有品名的列');
    await expect(main).toContainText('籮');
  });

  await test.step('a first footprint is there', async () => {
    await page.getByRole('link', { name: /看碳足跡/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: '冷卻水泵 CP-200' })).toBeVisible();
    await expect(main).toContainText(housingSupplier);
  });
  const productPath = new URL(page.url()).pathname;
  const figureBefore = await heroFigure(page);

  await test.step('the suppliers worth asking are picked, and one is asked', async () => {
    await page.goto('/suppliers');
    await expect(main).toContainText('唯一供應者');
    await page.getByRole('checkbox', { name: /長昇塑膠/ }).uncheck();
    await page.getByRole('checkbox', { name: /大同精密/ }).uncheck();
    await page.getByRole('checkbox', { name: new RegExp(housingSupplier) }).check();
    await page.getByRole('button', { name: '邀請選取的供應商' }).click();
    await expect(page).toHaveURL(/\/suppliers\/ask\?/);
    await page.getByLabel(new RegExp(`${housingSupplier}聯絡人的電子郵件`)).fill(ownerEmail);
    await page.getByLabel('希望收到的日期').fill('116.3.31');
    await expect(main).toContainText('讀作 116 年 3 月 31 日');
    await page.getByRole('radio', { name: '盤查表或算好的碳足跡，由對方選' }).check();
    await page.getByLabel('想對供應商說的話').fill('客戶要我們提供水泵的碳足跡，泵殼占最多，請多幫忙。');
    await page.getByRole('button', { name: '寄出 1 份邀請' }).click();
    await expect(page).toHaveURL(/\/requests\?sent=1/);
    await page.getByRole('link', { name: housingSupplier }).click();
    await expect(main).toContainText('供應商送出之後');
  });
  const requestPath = new URL(page.url()).pathname;

  const supplierContext = await browser.newContext({ locale: 'zh-TW', baseURL: process.env.E2E_URL ?? '' });
  const supplier = await supplierContext.newPage();
  const supplierMain = supplier.getByRole('main');
  await test.step('the supplier opens the mailed link and makes an account', async () => {
    await followMail(supplier, ownerEmail);
    await makeAccount(supplier, '王廠長');
    await expect(supplier).toHaveURL(/\/inbox\//);
    await expect(supplierMain).toContainText('清源泵業');
  });
  const inboxPath = new URL(supplier.url()).pathname;

  const colleagueContext = await browser.newContext({ locale: 'zh-TW', baseURL: process.env.E2E_URL ?? '' });
  const colleague = await colleagueContext.newPage();
  await test.step('a colleague joins to review', async () => {
    await supplier.getByLabel('同事的電子郵件').fill(colleagueEmail);
    await supplier.getByRole('button', { name: '邀請同事審核' }).click();
    await expect(supplierMain).toContainText(`邀請信已寄給 ${colleagueEmail}`);
    await followMail(colleague, colleagueEmail);
    await makeAccount(colleague, '陳會計');
    await expect(colleague).toHaveURL(new RegExp(inboxPath));
  });

  await test.step('the supplier accepts, uploads its workbook and mends what was found at its cell', async () => {
    await supplier.reload();
    await supplier.getByRole('radio', { name: '給各階段小計' }).check();
    await supplier.getByRole('button', { name: '接受邀請' }).click();
    await supplier.getByRole('link', { name: /我有盤查表/ }).click();
    await expect(supplier).toHaveURL(/\/sheet/);
    await drop(supplier, '泵殼盤查表.xlsx', await makeHousingSheet());
    await expect(supplierMain).toContainText('要修正的地方', { timeout: 30_000 });
    await expect(supplierMain).toContainText(/工作表「3 製造－能資源」[A-Z]+\d+/);
    await supplier.getByRole('textbox', { name: '單位', exact: true }).fill('kWh');
    await supplier.getByRole('button', { name: '儲存修正' }).click();
    await expect(supplierMain).toContainText(`${housingKgPerPiece}`);
    await supplier.getByRole('link', { name: '看看對方會看到什麼' }).click();
    await expect(supplier).toHaveURL(/\/preview/);
    await expect(supplierMain).toContainText('要由審核的人送出');
  });

  await test.step('the second person looks and submits', async () => {
    await colleague.goto(`${inboxPath}/preview`);
    await colleague.getByRole('button', { name: /我已看過，送給/ }).click();
    await expect(colleague.getByRole('main')).toContainText('您的結果');
    await colleague.goto('/sharing');
    await expect(colleague.getByRole('main')).toContainText('清源泵業');
  });

  await test.step('the lead firm sees what was disclosed and approves', async () => {
    await page.goto(requestPath);
    await page.getByRole('button', { name: '開始審核' }).click();
    await expect(main).toContainText(`${housingKgPerPiece}`);
    // Stage totals were chosen: no line of the supplier's sheet is here.
    await expect(main).not.toContainText('ADC12 鋁錠');
    await page.getByRole('button', { name: '核可並用於產品' }).click();
    await expect(main).toContainText('已核可');
  });

  await test.step('the product is calculated anew with the supplier’s figure', async () => {
    await page.goto(productPath);
    await expect.poll(() => heroFigure(page), { timeout: 30_000 }).not.toBe(figureBefore);
    const holder = main.locator('details').filter({ hasText: housingSupplier }).first();
    await expect(holder).toContainText('供應商碳足跡');
    await expect(holder).toContainText(`${housingKgPerPiece}`);
    await holder.locator('summary').first().click();
    await holder.locator('details summary').first().click();
    await expect(holder).toContainText(`1 個×${housingKgPerPiece} kg CO₂e/個=${housingKgPerPiece} kg CO₂e`);
    const other = main.locator('details').filter({ hasText: '大同精密' }).first();
    await other.locator('summary').first().click();
    await other.locator('details summary').first().click();
    await expect(other).toContainText(/0\.8 kg×[\d.]+ kg CO₂e\/kg=/);
    await expect(other).toContainText('來源');
  });

  await test.step('the supplier is a node of the diagram', async () => {
    await page.getByRole('link', { name: '製程流程圖' }).click();
    await expect(page).toHaveURL(/\/process-flow$/);
    await expect(page.locator('.react-flow__node').filter({ hasText: housingSupplier })).toBeVisible();
  });
  await test.step('a competitor sees nothing of it, and cannot tell it from what never was', async () => {
    const rival = await browser.newContext({ baseURL: process.env.E2E_URL ?? '' });
    await signIn(rival, await foundFirm('leadFirm', '對手泵業'));
    for (const path of [
      productPath,
      `${productPath}/process-flow`,
      requestPath,
      inboxPath,
      `${inboxPath}/preview`,
    ]) {
      const foreign = await rival.request.get(path);
      const absent = await rival.request.get(path.replace(/[0-9a-f-]{36}/, randomUUID()));
      expect([foreign.status(), absent.status()], path).toEqual([404, 404]);
      expect(await foreign.text(), path).not.toMatch(/清源|允成|泵殼/);
    }
    for (const path of ['/overview', '/products', '/suppliers', '/requests', '/targets'])
      expect(await (await rival.request.get(path)).text(), path).not.toMatch(/清源|允成|泵殼/);
    await rival.close();
  });
});

/** The one number of the page as it stands there. */
async function heroFigure(page: Page): Promise<string> {
  return page
    .getByText(/^[\d,.]+ kg CO₂e$/)
    .first()
    .innerText();
}
