import type { Page } from '@playwright/test';
import { makePumpBill } from './support/bills.ts';
import { crossLooks, everyLook, inspectPage, kindOf, linksOf } from './support/inspection.ts';
import { newestLink } from './support/mailbox.ts';
import { foundFirm, signIn } from './support/organizations.ts';
import { makeHousingSheet } from './support/sheets.ts';
import { expect, people, speak, test } from './support/walk.ts';

// Many looks, each quick: what a page may take is measured elsewhere.
test.describe.configure({ timeout: 900_000 });

/** Kinds of page seen in every look; whoever comes there later sees other content, and is shown it in two. */
const seenInEveryLook = new Set<string>();

/** Looks at a page of each kind that links lead to from here. */
async function inspectReachable(page: Page, start: string): Promise<readonly string[]> {
  const faults: string[] = [];
  const visited = new Set<string>();
  const waiting = [start];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(path);
    if (visited.has(kind)) continue;
    visited.add(kind);
    faults.push(...(await inspectPage(page, path, seenInEveryLook.has(kind) ? crossLooks : everyLook)));
    seenInEveryLook.add(kind);
    waiting.push(...(await linksOf(page)));
  }
  expect(visited.size, 'kinds of page reached').toBeGreaterThan(1);
  return faults;
}

for (const { email } of people)
  test(`every page that ${email} can reach is whole in every language, width and scheme`, async ({
    page,
    signInAs,
  }) => {
    await signInAs(email);
    expect(await inspectReachable(page, '/account')).toEqual([]);
  });

test('so is every page of a firm that has nothing yet, and what becomes of its files', async ({ page }) => {
  await signIn(page.context(), await foundFirm('leadFirm', '初來精機'));
  const faults: string[] = [];
  for (const path of ['/overview', '/products', '/products/new', '/suppliers', '/requests', '/targets'])
    faults.push(...(await inspectPage(page, path, crossLooks)));
  const files = {
    '冷卻水泵.xlsx': { bytes: await makePumpBill(), says: /讀進 5 列/ },
    // Its columns are open to be looked at: one is not known.
    '組數表.csv': {
      bytes: new TextEncoder().encode('料號,品名,組數,單位\nW-1,本體,2,個\nW-2,螺絲,5,個\n'),
      says: /2 列全部讀進來了/,
    },
    '信.csv': {
      bytes: new TextEncoder().encode('Dear all,\nplease find the list attached.'),
      says: /沒有讀進來/,
    },
  };
  for (const [name, { bytes, says }] of Object.entries(files)) {
    await speak(page, 'zh-TW');
    await page.goto('/products/new');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
    await expect(page.getByRole('main')).toContainText(says, { timeout: 30_000 });
    faults.push(...(await inspectPage(page, new URL(page.url()).pathname)));
  }
  expect(faults).toEqual([]);
});

test('so are a sheet with findings and what the other side will see of it', async ({ page, signInAs }) => {
  await signInAs('clerk@sanhe.example');
  await page.goto('/inbox');
  await page.getByRole('main').getByRole('link').first().click();
  await page
    .getByRole('link', { name: /我有盤查表/ })
    .first()
    .click();
  await page.locator('input[type=file]').setInputFiles({
    name: '外箱盤查表.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(await makeHousingSheet()),
  });
  await expect(page.getByRole('main')).toContainText('要修正的地方', { timeout: 30_000 });
  const { pathname, search } = new URL(page.url());
  const faults = await inspectPage(page, pathname + search);
  faults.push(...(await inspectPage(page, pathname.replace('/sheet', '/preview'))));
  expect(faults).toEqual([]);
});

test('so are the pages before signing in and those of errors', async ({ page, signInAs, expectConsole }) => {
  expectConsole(/status of (?:400|404|500)/);
  const { email = '' } = people[0] ?? {};
  await page.goto('/password-reset');
  await page.getByLabel('電子郵件').fill(email);
  await page.getByRole('button').last().click();
  const faults: string[] = [];
  for (const path of [
    '/sign-in',
    '/password-reset',
    await newestLink(page, email, 'password-reset'),
    await newestLink(page, 'clerk@', 'invitation'),
    '/invitation/none',
    '/mailbox',
    '/nothing-here',
  ])
    faults.push(...(await inspectPage(page, path)));
  await signInAs(email);
  // A form nobody's page holds.
  const sendNonsense = async () => {
    await page.goto('/account');
    await Promise.all([
      page.waitForURL('/targets/new'),
      page.evaluate(() => {
        const form = document.createElement('form');
        Object.assign(form, { method: 'post', action: '/targets/new', enctype: 'text/plain' });
        document.body.append(form);
        form.submit();
      }),
    ]);
    await expect(page.locator('meta[name=request-id]')).toHaveAttribute('content', /./);
  };
  faults.push(...(await inspectPage(page, sendNonsense)));
  expect(faults).toEqual([]);
});
