import { go, look, press } from '../support/reader.ts';
import { expect, test } from '../support/walk.ts';
import { literally, type Story } from './story.ts';

/** Picks whom it pays to ask, and asks: until when, in which form, how confidentially. */
export async function askSupplier({ lead, filler, names, paths }: Story): Promise<void> {
  const { page, main, t } = lead;
  const { suppliers } = names;
  const rowOf = (name: string) =>
    main.getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(literally(name)) }) });

  await test.step('suppliers are ranked by share, volume, sole source and willingness', async () => {
    await go(lead, 'suppliers');
    await expect(rowOf(suppliers.housing)).toContainText(t('requests:suppliers.reason.soleSource'));
    await expect(rowOf(suppliers.housing)).toContainText('%');
    await look(lead, 'suppliers');
    const willingness = page.getByLabel(
      t('requests:suppliers.willingness.label', { name: suppliers.housing }),
    );
    await willingness.selectOption('5');
    await expect(rowOf(suppliers.housing)).toContainText(t('requests:suppliers.reason.willing'));
    for (const name of [suppliers.plastics, suppliers.shaft])
      await page.getByRole('checkbox', { name: t('requests:suppliers.choose', { name }) }).uncheck();
    await page
      .getByRole('checkbox', { name: t('requests:suppliers.choose', { name: suppliers.housing }) })
      .check();
    await look(lead, 'suppliers-chosen');
  });

  await test.step('the request says until when, in which form and how much may be seen', async () => {
    await press(lead, page.getByRole('button', { name: t('requests:suppliers.ask') }));
    await expect(page).toHaveURL(/\/suppliers\/ask\?/);
    await look(lead, 'ask');
    await page.getByLabel(t('requests:ask.email', { name: suppliers.housing })).fill(filler.email);
    const isEnglish = lead.look.language === 'en';
    await page.getByLabel(t('requests:ask.dueDate')).fill(isEnglish ? '2027-03-31' : '116.3.31');
    const date = isEnglish ? '31 Mar 2027' : '116 年 3 月 31 日';
    await expect(main).toContainText(t('requests:ask.dueDateRead', { date }));
    await page.getByRole('radio', { name: t('requests:ask.modes.either') }).check();
    await page.getByRole('checkbox', { name: t('terms:confidentiality.full') }).uncheck();
    await page.getByLabel(t('requests:ask.message')).fill(names.message);
    await look(lead, 'ask-filled');
    await press(lead, page.getByRole('button', { name: t('requests:ask.send', { count: 1 }) }));
  });

  await test.step('the board shows where the request stands', async () => {
    await expect(page).toHaveURL(/\/requests\?sent=1/);
    await expect(main).toContainText(t('terms:requestState.sent'));
    await look(lead, 'requests');
    await press(lead, page.getByRole('link', { name: suppliers.housing }));
    await expect(main).toContainText(t('requests:request.notYet'));
    paths.request = new URL(page.url()).pathname;
    await look(lead, 'request-sent');
  });
}
