import { exportPumpBill, makePumpBill } from '../support/bills.ts';
import { drop, go, look, press } from '../support/reader.ts';
import { expect, test } from '../support/walk.ts';
import type { Story } from './story.ts';

/** From an empty house to a first footprint: the bill is dropped, what cannot be read is said, the rest is calculated. */
export async function importBill({ lead, names, paths }: Story): Promise<void> {
  const { page, main, t } = lead;
  await test.step('an empty house leads to the first bill', async () => {
    await page.goto('/');
    await expect(page).toHaveURL(/\/overview$/);
    await look(lead, 'overview-empty');
    await press(lead, page.getByRole('link', { name: t('products:list.import') }));
    await expect(page).toHaveURL(/\/products\/new$/);
    await look(lead, 'import');
  });

  await test.step('the bill is read, and what cannot be read is said with place and cause', async () => {
    const bytes = lead.look.language === 'en' ? exportPumpBill(names) : await makePumpBill(names);
    await drop(page, names.billFile, bytes);
    await expect(page).toHaveURL(/\/products\/imports\//);
    await expect(page.getByRole('link', { name: t('products:report.open') })).toBeVisible({
      timeout: 30_000,
    });
    await expect(main).toContainText(t('products:report.read', { accepted: 5, rejected: 1 }));
    // The third part stands in the fifth row of the file.
    await expect(main).toContainText(/第 5 列|Row 5/);
    await expect(main).toContainText(names.remark);
    await expect(main).toContainText(names.unitUnknown);
    await look(lead, 'import-result');
  });

  await test.step('a first footprint is there', async () => {
    await press(lead, page.getByRole('link', { name: t('products:report.open') }));
    await expect(page.getByRole('heading', { level: 1, name: names.product })).toBeVisible();
    paths.product = new URL(page.url()).pathname;
    await expect(main).toContainText(names.suppliers.housing);
    await expect(main).toContainText(t('footprint:notEntered.label'));
    await look(lead, 'product-first');
    await press(lead, page.getByRole('link', { name: t('products:bill.title'), exact: true }));
    await expect(page.getByRole('heading', { level: 1, name: t('products:bill.title') })).toBeVisible();
    await expect(main).toContainText(names.parts.sealant);
    await look(lead, 'bill');
    await go(lead, 'overview');
    await expect(main).toContainText(names.product);
    await look(lead, 'overview-first');
  });
}
