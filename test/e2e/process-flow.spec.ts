import type { Page } from '@playwright/test';
import { housingSupplier, makePumpBill, shaftSupplier } from './support/bills.ts';
import { foundFirm, signIn } from './support/organizations.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, speak, test } from './support/walk.ts';

const product = '冷卻水泵 CP-200';
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What the drawing comes to, as it stands above the canvas or as the hero of the product's page. */
const total = (page: Page) => page.getByLabel('目前畫的結果').locator('b');
const node = (page: Page, name: string) => page.locator('.react-flow__node').filter({ hasText: name });
const inspector = (page: Page) => page.getByRole('complementary', { name: '選取的內容' });

async function amountOf(text: Promise<string>): Promise<number> {
  return Number((await text).replace(/[^\d.]/g, ''));
}

test('what is drawn is what is calculated: suppliers, a process of one’s own, undo, and what is kept', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signIn(page.context(), await foundFirm('leadFirm', '清源泵業'));
  const main = page.getByRole('main');
  await page.goto('/products/new');
  const bill = { name: '冷卻水泵.xlsx', mimeType: workbookType, buffer: Buffer.from(await makePumpBill()) };
  await page.locator('input[type=file]').setInputFiles(bill);
  await page.getByRole('link', { name: /看碳足跡/ }).click({ timeout: 30_000 });
  await expect(page.getByRole('heading', { level: 1, name: product })).toBeVisible();
  const productPath = new URL(page.url()).pathname;
  const heroFigure = () =>
    amountOf(
      page
        .getByText(/^[\d,.]+ kg CO₂e$/)
        .first()
        .innerText(),
    );

  await test.step('a stage nobody has entered is not zero', async () => {
    await expect(main).toContainText('製造 尚未填');
    await expect(main).not.toContainText('0 kg');
  });
  const known = await heroFigure();

  await test.step('the bought parts stand on the canvas by supplier, and come to the same', async () => {
    await page.goto(`${productPath}/process-flow`);
    for (const name of [housingSupplier, shaftSupplier, '沒有寫供應商'])
      await expect(node(page, name)).toBeVisible();
    expect(await amountOf(total(page).innerText())).toBe(known);
    await expect(page.getByText('製造', { exact: true })).toBeInViewport();
    await node(page, shaftSupplier).click({ position: { x: 20, y: 10 } });
    await expect(inspector(page).getByRole('group', { name: '轉軸' })).toBeVisible();
  });

  await test.step('a process is added, linked without a pointer, and counts as soon as it has its amounts', async () => {
    await page.getByRole('button', { name: '新增製程' }).click();
    await inspector(page).getByLabel('名稱', { exact: true }).fill('泵殼加工');
    await inspector(page).getByLabel('投入名稱').fill('電力');
    await inspector(page).getByRole('button', { name: '新增投入' }).click();
    const power = inspector(page).getByRole('group', { name: '電力' });
    await power.getByLabel('數量').fill('4');
    await power.getByLabel('單位').fill('kWh');
    await power.getByLabel('排放係數').click();
    await page.getByRole('textbox', { name: '搜尋係數' }).fill('電力');
    await page.getByRole('option').first().click();
    await inspector(page).getByRole('combobox', { name: '連到…' }).click();
    await page.getByRole('option', { name: product }).click();
    await expect(inspector(page)).toContainText('泵殼加工');
    expect(await amountOf(total(page).innerText())).toBe(known);
    await inspector(page).getByLabel('數量').fill('2');
    await inspector(page).getByLabel('數量').press('Enter');
    await expect.poll(() => amountOf(total(page).innerText())).toBeGreaterThan(known);
  });
  const withProcess = await amountOf(total(page).innerText());

  await test.step('undo takes it back, redo brings it again', async () => {
    await page.getByRole('button', { name: '復原', exact: true }).click();
    await expect.poll(() => amountOf(total(page).innerText())).toBe(known);
    await page.getByRole('button', { name: '重做' }).click();
    await expect.poll(() => amountOf(total(page).innerText())).toBe(withProcess);
  });

  await test.step('it is kept: after a reload, and on the page of the product', async () => {
    const isSaved = page.waitForResponse((response) =>
      Boolean(response.request().postData()?.includes('泵殼精加工')),
    );
    await node(page, '泵殼加工').click({ position: { x: 40, y: 14 } });
    await inspector(page).getByLabel('名稱', { exact: true }).fill('泵殼精加工');
    await inspector(page).getByLabel('名稱', { exact: true }).press('Tab');
    expect((await isSaved).ok()).toBe(true);
    await expect(page.getByRole('status').filter({ hasText: '已儲存' })).toBeVisible();
    await page.reload();
    await expect(node(page, '泵殼精加工')).toBeVisible();
    expect(await amountOf(total(page).innerText())).toBe(withProcess);
    await page.goto(productPath);
    await expect.poll(heroFigure, { timeout: 30_000 }).toBe(withProcess);
    await expect(main).not.toContainText('尚未填');
  });

  await test.step('the balance cannot be told without a mass, and is told with one', async () => {
    await page.goto(`${productPath}/process-flow`);
    await node(page, product).click({ position: { x: 40, y: 14 } });
    await expect(inspector(page)).toContainText('質量平衡 · 還不能判斷');
    await inspector(page).getByLabel('單重').first().fill('3.65');
    await inspector(page).getByLabel('單重').first().press('Enter');
    await expect(inspector(page)).toContainText(/還不知道這幾項有多重：防水膠/);
  });

  await test.step('the keyboard selects, moves and removes; what was removed can be taken back', async () => {
    const supplier = node(page, housingSupplier);
    await supplier.focus();
    await page.keyboard.press('Enter');
    await expect(inspector(page).getByRole('heading', { name: housingSupplier })).toBeVisible();
    const before = await supplier.boundingBox();
    await page.keyboard.press('ArrowUp');
    await expect.poll(async () => (await supplier.boundingBox())?.y).not.toBe(before?.y);
    await page.keyboard.press('Delete');
    await expect(supplier).toHaveCount(0);
    const notice = page.getByRole('status').filter({ hasText: '已刪除「泵殼」' });
    await notice.getByRole('button', { name: '復原' }).click();
    await expect(supplier).toBeVisible();
    expect(await amountOf(total(page).innerText())).toBe(withProcess);
  });

  await test.step('it is fit for everybody: both languages, dark, on a phone', async () => {
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await speak(page, 'en');
    await page.reload();
    await expect(node(page, shaftSupplier)).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await node(page, shaftSupplier).click({ position: { x: 20, y: 10 } });
    await expect(page.getByRole('dialog').getByRole('heading', { name: shaftSupplier })).toBeVisible();
    await expectAccessible(page);
  });
});

test('a large bill stays legible: the small suppliers fold into one node', async ({ page, signInAs }) => {
  await signInAs('lead@chenglu.example');
  await page.goto('/products');
  await page.getByRole('link', { name: /升降柱 LC-60 / }).click();
  await page.getByRole('link', { name: '製程流程圖' }).click();
  const supplies = page.locator('.react-flow__node-supply');
  await expect(supplies.first()).toBeVisible();
  const folded = await supplies.count();
  expect(folded).toBeLessThanOrEqual(10);
  const figure = await total(page).innerText();
  await page.getByRole('button', { name: '展開' }).click();
  await expect.poll(() => supplies.count()).toBeGreaterThan(folded);
  expect(await total(page).innerText()).toBe(figure);
  await page.getByRole('button', { name: '收合其他供應商' }).click();
  await expect(supplies).toHaveCount(folded);
});

/** The corners of what is on the canvas, measured from the canvas's own. */
async function seenOn(page: Page, what: string) {
  return page.locator('.react-flow').evaluate((canvas, selector) => {
    const frame = canvas.getBoundingClientRect();
    return [...canvas.querySelectorAll(selector)].map((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return {
        left: left - frame.left,
        right: right - frame.left,
        top: top - frame.top,
        bottom: bottom - frame.top,
        width: frame.width,
        height: frame.height,
      };
    });
  }, what);
}
const nodesOn = (page: Page) => seenOn(page, '.react-flow__node');

for (const width of [390, 1440])
  for (const name of [/H 型鋼/, /鋁捲/, /升降柱 LC-60 /])
    test(`the drawing of ${name.source} begins in sight at ${width} px, and nothing stands upon it`, async ({
      page,
      signInAs,
    }) => {
      await signInAs('lead@chenglu.example');
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
      await page.goto('/products');
      const path = await page.getByRole('main').getByRole('link', { name }).first().getAttribute('href');
      await page.goto(`${path}/process-flow`);
      await expect(page.locator('.react-flow__node').first()).toBeVisible();
      const nodes = await nodesOn(page);
      expect(Math.min(...nodes.map(({ left }) => left))).toBeGreaterThanOrEqual(0);
      expect(Math.min(...nodes.map(({ top }) => top))).toBeGreaterThanOrEqual(36);
      // Large enough to read: a process is 212 wide.
      const [process] = await seenOn(page, '.react-flow__node-process');
      expect((process?.right ?? 0) - (process?.left ?? 0)).toBeGreaterThanOrEqual(212 * 0.5);
      for (const panel of await seenOn(page, '.react-flow__panel'))
        for (const node of nodes)
          expect(
            panel.right <= node.left ||
              node.right <= panel.left ||
              panel.bottom <= node.top ||
              node.bottom <= panel.top,
          ).toBe(true);

      const product = page.locator('.react-flow__node', { hasText: '產品' });
      const way = page.getByRole('button', { name: /^產品在.*移過去看$/ });
      const isHidden = nodes.some(({ right, width: canvas }) => right > canvas);
      expect(isHidden).toBe(width === 390 && !name.source.startsWith('升'));
      await expect(way).toHaveCount(isHidden ? 1 : 0);
      if (isHidden) {
        await way.click();
        await expect(product).toBeInViewport({ ratio: 1 });
        await expect(page.getByRole('button', { name: /^左邊還有 \d+ 個，移過去看$/ })).toBeVisible();
      }
      await page.getByRole('button', { name: '看全圖' }).click();
      await expect(page.getByRole('button', { name: /移過去看$/ })).toHaveCount(0);
      const isWhole = ({ left, right, top, bottom, width: canvas, height }: (typeof nodes)[number]) =>
        left >= 0 && right <= canvas && top >= 36 && bottom <= height;
      await expect.poll(async () => (await nodesOn(page)).filter((node) => !isWhole(node))).toEqual([]);
    });
