import { signIn } from '../support/organizations.ts';
import { go, look, openReader, press, type Reader } from '../support/reader.ts';
import { expect, people, test } from '../support/walk.ts';
import type { Story } from './story.ts';

/** A cut is promised, a year is reported, and both sides see what was promised beside what was achieved. */
export async function promiseAndReport({ lead, filler, names, paths }: Story): Promise<void> {
  const { page, t } = lead;
  await test.step('the lead firm sets a target with its supplier', async () => {
    await go(lead, 'targets');
    await look(lead, 'targets-empty');
    await press(lead, page.getByRole('link', { name: t('targets:set') }));
    await page
      .getByLabel(t('targets:form.partner.leadFirm'))
      .selectOption({ label: names.suppliers.housing });
    await page.locator('[name=baseYear]').fill('2024');
    await page.locator('[name=targetYear]').fill('2030');
    await page.locator('[name=baseTonnes]').fill('2,400');
    await page.locator('[name=reductionPercent]').fill('25');
    await look(lead, 'target-new');
    await press(lead, page.getByRole('button', { name: t('targets:form.save') }));
    await expect(page.getByRole('heading', { level: 1, name: names.suppliers.housing })).toBeVisible();
    paths.target = new URL(page.url()).pathname;
    await look(lead, 'target-promised');
  });

  await test.step('the supplier reports a year', async () => {
    await go(filler, 'targets');
    await press(filler, filler.page.getByRole('link', { name: names.firm }));
    await expect(filler.page.getByRole('heading', { level: 1, name: names.firm })).toBeVisible();
    const form = filler.page.getByRole('region', { name: t('targets:form.reportTitle') });
    await look(filler, 'target-supplier');
    await form.locator('[name=year]').fill('2025');
    await form.locator('[name=tonnes]').fill('2,150');
    await press(filler, form.getByRole('button', { name: t('targets:form.report') }));
    await expect(form.getByRole('status')).toBeVisible();
    await look(filler, 'target-reported');
    await go(filler, 'targets');
    await look(filler, 'targets-supplier');
  });

  await test.step('the lead firm sees promised against achieved', async () => {
    await page.reload();
    await expect(page.getByRole('figure').locator('svg').first()).toBeVisible();
    await look(lead, 'target-achieved');
    await go(lead, 'targets');
    await expect(page.getByRole('figure').locator('svg').first()).toBeVisible();
    await look(lead, 'targets');
  });
}

/** The association sees what its members promised and achieved together, and no member's figure. */
export async function seeTotals({ lead }: Story, browser: Parameters<typeof openReader>[0]): Promise<void> {
  await test.step('the association sees totals', async () => {
    const officer: Reader = await openReader(browser, lead.look, lead.album);
    const person = people.find(({ email }) => email === 'officer@greenmetal.example');
    await signIn(officer.context, person ?? { email: '', password: '' });
    await officer.page.goto('/');
    await expect(officer.page).toHaveURL(/\/alliance$/);
    await expect(officer.page.getByRole('table', { name: officer.t('alliance:table.title') })).toBeVisible();
    await expect(
      officer.page.getByRole('table', { name: officer.t('alliance:memberList.title') }),
    ).toBeVisible();
    // The demo world is called by Chinese names in either language.
    await look(officer, 'alliance', true);
    await officer.context.close();
  });
}
