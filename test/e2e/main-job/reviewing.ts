import { go, look, press } from '../support/reader.ts';
import { housingKgPerPiece } from '../support/sheets.ts';
import { expect, test } from '../support/walk.ts';
import { figureOf } from './figures.ts';
import type { Story } from './story.ts';

/** The lead firm sees what was disclosed and no more, approves it, and the product is calculated anew. */
export async function review({ lead, names, paths }: Story, figureBefore: number): Promise<void> {
  const { page, main, t } = lead;

  await test.step('the lead firm sees what was disclosed and approves', async () => {
    await go(lead, 'requests');
    await expect(main).toContainText(t('terms:requestState.submitted'));
    await press(lead, page.getByRole('link', { name: names.suppliers.housing }));
    await expect(page).toHaveURL(new RegExp(paths.request));
    await look(lead, 'request-answered');
    await press(lead, page.getByRole('button', { name: t('requests:request.take') }));
    await expect(page.getByRole('button', { name: t('requests:request.approve') })).toBeVisible();
    await expect(main).toContainText(`${housingKgPerPiece}`);
    // Stage totals were chosen: no line of the supplier's sheet is here.
    await expect(main).not.toContainText(names.ingot);
    await look(lead, 'request-review');
    await press(lead, page.getByRole('button', { name: t('requests:request.approve') }));
    await expect(main).toContainText(t('requests:request.approved'));
    await look(lead, 'request-approved');
  });

  await test.step('the product is calculated anew with the supplier’s figure', async () => {
    await go(lead, 'products');
    await look(lead, 'products');
    await press(lead, page.getByRole('link', { name: names.product }));
    await expect(page).toHaveURL(new RegExp(`${paths.product}$`));
    await expect.poll(() => figureOf(page), { timeout: 30_000 }).not.toBe(figureBefore);
    await look(lead, 'product-recalculated');
  });
}
