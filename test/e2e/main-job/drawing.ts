import { go, look, press, type Reader } from '../support/reader.ts';
import { expect, test } from '../support/walk.ts';
import { amountOf, figureOf } from './figures.ts';
import type { Story } from './story.ts';

/** Draws the own processing: a process with its electricity, linked to the product; the figure follows what is drawn. */
export async function draw({ lead, names, paths }: Story): Promise<void> {
  const { page, main, t } = lead;
  const node = (name: string) => page.locator('.react-flow__node').filter({ hasText: name });
  const total = async () =>
    amountOf(await page.getByLabel(t('processFlow:total.label')).locator('b').innerText());
  const inspector = inspectorOf(lead);
  const known = await figureOf(page);

  await test.step('the suppliers stand on the canvas, and come to the same', async () => {
    await press(lead, page.getByRole('link', { name: t('products:footprint.processFlow') }));
    await expect(page).toHaveURL(/\/process-flow$/);
    await expect(node(names.suppliers.housing)).toBeVisible();
    expect(await total()).toBe(known);
    await look(lead, 'process-flow');
    await press(lead, page.getByRole('button', { name: t('processFlow:toolbar.fit') }).first());
    const shaft = node(names.suppliers.shaft);
    const at = { position: { x: 20, y: 10 } };
    await (lead.isPhone ? shaft.tap(at) : shaft.click(at));
    await expect(inspector.getByRole('group', { name: names.parts.shaft })).toBeVisible();
    await look(lead, 'process-flow-supplier');
    await closeInspector(lead);
  });

  await test.step('a process of one’s own counts as soon as it is linked and has its amounts', async () => {
    await press(lead, page.getByRole('button', { name: t('processFlow:toolbar.addProcess') }));
    await inspector.getByLabel(t('processFlow:inspector.name'), { exact: true }).fill(names.machining);
    await inspector.getByLabel(t('processFlow:inspector.inputName')).fill(names.power);
    await press(lead, inspector.getByRole('button', { name: t('processFlow:inspector.addInput') }));
    const power = inspector.getByRole('group', { name: names.power });
    await power.getByLabel(t('processFlow:inspector.amount')).fill('4');
    await power.getByLabel(t('processFlow:inspector.unit')).fill('kWh');
    await press(lead, power.getByLabel(t('processFlow:inspector.factor')));
    await page
      .getByRole('textbox', { name: t('processFlow:inspector.chooseFactor') })
      .fill(names.powerFactor);
    await expect(page.getByRole('option').first()).toBeVisible();
    await look(lead, 'process-flow-factor');
    await press(lead, page.getByRole('option').first());
    await look(lead, 'process-flow-process');
    await press(lead, inspector.getByRole('combobox', { name: t('processFlow:inspector.connect') }));
    await press(lead, page.getByRole('option', { name: names.product }));
    await inspector.getByLabel(t('processFlow:inspector.amount')).fill('2');
    await inspector.getByLabel(t('processFlow:inspector.amount')).press('Enter');
    await look(lead, 'process-flow-link');
    await closeInspector(lead);
    await expect.poll(total).toBeGreaterThan(known);
  });

  await test.step('it saves itself, and the product’s figure is what was drawn', async () => {
    const saved = t('processFlow:saving.saved', { time: '' }).trim();
    await expect(page.getByRole('status').filter({ hasText: saved })).toBeVisible();
    await look(lead, 'process-flow-saved');
    const drawn = await total();
    await press(lead, page.getByRole('link', { name: t('products:flow.back') }));
    await expect(page).toHaveURL(new RegExp(`${paths.product}$`));
    await expect.poll(() => figureOf(page), { timeout: 30_000 }).toBe(drawn);
    await expect(main).not.toContainText(t('footprint:notEntered.label'));
  });
  await go(lead, 'overview');
  await look(lead, 'overview-drawn');
}

/** What is selected: beside the canvas, on phones in a sheet from below. */
function inspectorOf({ page, t, isPhone }: Reader) {
  const name = t('processFlow:inspector.label');
  return isPhone ? page.getByRole('dialog', { name }) : page.getByRole('complementary', { name });
}

/** A phone's sheet covers the canvas until it is closed. */
async function closeInspector(reader: Reader): Promise<void> {
  if (!reader.isPhone) return;
  const sheet = inspectorOf(reader);
  await press(reader, sheet.getByRole('button', { name: reader.t('processFlow:inspector.close') }));
  await expect(sheet).toHaveCount(0);
}
