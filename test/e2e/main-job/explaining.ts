import { look, press } from '../support/reader.ts';
import { housingKgPerPiece } from '../support/sheets.ts';
import { expect, test } from '../support/walk.ts';
import type { Story } from './story.ts';

/** The product's page: total, stages, each supplier's part, the chart, and a figure down to activity × factor. */
export async function explain({ lead, names, paths }: Story): Promise<void> {
  const { page, main, t } = lead;
  await test.step('a figure opens to activity × factor with source and evidence', async () => {
    await page.goto(paths.product);
    const holder = main.locator('details').filter({ hasText: names.suppliers.housing }).first();
    await expect(holder).toContainText(t('products:footprint.data.supplier'));
    await press(lead, holder.locator('summary').first());
    await press(lead, holder.locator('details summary').first());
    const unit = t('terms:unit.pcs');
    const kg = `${housingKgPerPiece} kg CO₂e`;
    await expect(holder).toContainText(`1 ${unit}×${kg}/${unit}=${kg}`);
    for (const fact of ['answer', 'approved', 'period'] as const)
      await expect(holder).toContainText(t(`products:footprint.explain.${fact}`));
    const other = main.locator('details').filter({ hasText: names.suppliers.shaft }).first();
    await press(lead, other.locator('summary').first());
    await press(lead, other.locator('details summary').first());
    await expect(other).toContainText(/0\.8 kg×[\d.]+ kg CO₂e\/kg=/);
    for (const fact of ['source', 'year', 'reason', 'period', 'place'] as const)
      await expect(other).toContainText(t(`products:footprint.explain.${fact}`));
    await look(lead, 'product-explained');

    await press(lead, other.getByRole('link', { name: /BOM/ }));
    await expect(page).toHaveURL(/\/bill-of-materials\?search=/);
    await expect(main).toContainText(names.parts.shaft);
    await page.goBack();
    await press(lead, holder.locator('summary').first());
    await press(lead, holder.locator('details summary').first());
    await press(
      lead,
      holder.getByRole('link', { name: t('products:footprint.explain.toAnswer', { version: '1' }) }),
    );
    await expect(page).toHaveURL(/\/requests\/[0-9a-f-]{36}$/);
    await expect(main).toContainText(names.suppliers.housing);
    await page.goto(paths.product);
  });
  await test.step('a chart shows its figures as a table', async () => {
    await press(lead, page.getByRole('button', { name: t('common:chart.asTable') }).first());
    await expect(main.getByRole('table').first()).toContainText(names.parts.shaft);
    await look(lead, 'product-table');
  });
}
