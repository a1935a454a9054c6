import type { Page } from '@playwright/test';
import { type BadFile, doubtfulBills, honestBill, refusedFiles } from './support/bad-files.ts';
import { foundFirm, signIn } from './support/organizations.ts';
import { storedRows } from './support/stored-rows.ts';
import { expect, speak, test } from './support/walk.ts';

const answerSeconds = 5;
const growthMegabytes = 20;
const warmUps = 8;

/** Gives a file to the page and says after how many seconds the text came. */
async function drop(page: Page, { fileName, bytes }: BadFile, says: RegExp): Promise<number> {
  const buffer = Buffer.from(bytes());
  const began = performance.now();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: fileName, mimeType: 'application/octet-stream', buffer }, { timeout: 60_000 });
  await expect(page.getByRole('main')).toContainText(says, { timeout: 60_000 });
  return (performance.now() - began) / 1000;
}

async function residentMegabytes(page: Page): Promise<number> {
  const metrics = await (await page.request.get('/metrics')).text();
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1]) / 1e6;
}

/** Place, cause and cure of a finding stand on the page, in both languages. */
async function expectSaid(page: Page, says: BadFile['says']) {
  for (const language of ['zh-TW', 'en'] as const) {
    await speak(page, language);
    await page.reload();
    for (const part of says[language]) await expect(page.getByRole('main')).toContainText(part);
  }
  await speak(page, 'zh-TW');
}

test('a bad bill ends in one clear sentence with its place, and is stored whole or not at all', async ({
  page,
}) => {
  test.setTimeout(600_000);
  const owner = await foundFirm('leadFirm', '壞檔測試');
  await signIn(page.context(), owner);
  const end = /沒有讀進來|讀進 \d+ 列|列全部讀進來了/;
  const read = async (file: BadFile) => {
    await page.goto('/products/new');
    return drop(page, file, end);
  };
  // A process that has just begun grows with every page it serves first, whatever is sent to it.
  for (let time = 0; time < warmUps; time++) {
    await read(honestBill);
    await expectSaid(page, honestBill.says);
  }
  // How busy the machine is.
  const honestSeconds = await read(honestBill);
  const allowed = Math.max(answerSeconds, 3 * honestSeconds);
  const megabytes = await residentMegabytes(page);

  for (const [name, file] of Object.entries(refusedFiles))
    await test.step(name, async () => {
      const before = await storedRows(owner.email);
      expect(await read(file), 'seconds').toBeLessThanOrEqual(allowed);
      await expectSaid(page, file.says);
      expect(await storedRows(owner.email)).toEqual(before);
    });
  for (const [name, file] of Object.entries(doubtfulBills))
    await test.step(name, async () => {
      const before = await storedRows(owner.email);
      expect(await read(file), 'seconds').toBeLessThanOrEqual(allowed);
      await expectSaid(page, file.says);
      const after = await storedRows(owner.email);
      expect((after.BomLine ?? 0) - (before.BomLine ?? 0), 'lines stored').toBe(file.lines);
      expect((after.Product ?? 0) - (before.Product ?? 0), 'products stored').toBe(file.lines > 0 ? 1 : 0);
    });
  await test.step('the same again makes nothing twice', async () => {
    const { Product, Part, SupplierRelation } = await storedRows(owner.email);
    await read(doubtfulBills.repeated);
    expect(await storedRows(owner.email)).toMatchObject({ Product, Part, SupplierRelation });
  });
  expect(await residentMegabytes(page), 'web process').toBeLessThanOrEqual(megabytes + growthMegabytes);
});

test('what is too large is refused before it is sent', async ({ page, signInAs }) => {
  await signInAs('lead@suiyuan.example');
  await page.goto('/products/new');
  const tooLarge = { fileName: '太大.xlsx', bytes: () => new Uint8Array(30_000_001), says: honestBill.says };
  await drop(page, tooLarge, /上限是 30 MB。請/);
  await expect(page).toHaveURL(/\/products\/new$/);
});

test('a bad inventory sheet is told to the supplier the same way', async ({ page, signInAs }) => {
  test.setTimeout(300_000);
  const email = 'clerk@sanhe.example';
  await signInAs(email);
  await page.goto('/inbox');
  await page.getByRole('main').getByRole('link').first().click();
  await page
    .getByRole('link', { name: /我有盤查表/ })
    .last()
    .click();
  await expect(page).toHaveURL(/\/sheet\?item=/);
  const { picture, empty, password, bomb, letter } = refusedFiles;
  const before = await storedRows(email);
  for (const file of [picture, empty, password, bomb, letter]) {
    await drop(page, file, new RegExp(`${file.fileName}.{1,2}(?:讀不進來|cannot be read)`));
    await expectSaid(page, file.says);
    expect(await storedRows(email)).toEqual(before);
  }
});
