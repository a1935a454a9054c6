import { randomUUID } from 'node:crypto';
import { followMail, newestLink } from '../support/mailbox.ts';
import { drop, go, look, press, type Reader } from '../support/reader.ts';
import { housingKgPerPiece, makeHousingSheet } from '../support/sheets.ts';
import { expect, test } from '../support/walk.ts';
import type { Story } from './story.ts';

/** What the form is called in the reader's language, and its sheet of energy. */
const form = {
  'zh-TW': { file: /^盤查表 /, energy: '3 製造－能資源' },
  en: { file: /^Inventory sheet /, energy: '3 Manufacturing – energy' },
} as const;

/** Opens what was mailed, which speaks as its sender does, and makes the account it offers. */
async function join(reader: Reader & { readonly email: string }, name: string, picture: string) {
  const { page, t } = reader;
  await followMail(page, reader.email);
  await expect(page.getByLabel(t('identity:invitation.name'))).toBeVisible();
  await look(reader, picture);
  await page.getByLabel(t('identity:invitation.name')).fill(name);
  await page.locator('input[name=password]').fill(`walk ${randomUUID()}`);
  await press(reader, page.getByRole('button', { name: t('identity:invitation.create') }));
}

/** The supplier's side: the mailed link, the own workbook with its findings mended, the preview, the sending by a second person. */
export async function answer({ filler, reviewer, names, paths }: Story): Promise<void> {
  const { page, main, t } = filler;
  const unit = t('terms:unit.pcs');

  await test.step('the supplier opens the mailed link and makes an account', async () => {
    await join(filler, names.filler, 'invitation');
    await expect(page).toHaveURL(/\/inbox\//);
    await expect(main).toContainText(names.firm);
    await expect(main).toContainText(names.message);
    paths.inbox = new URL(page.url()).pathname;
    await look(filler, 'inbox-request');
  });

  await test.step('a colleague joins to review', async () => {
    await page.getByLabel(t('supplier:request.inviteEmail')).fill(reviewer.email);
    await press(filler, page.getByRole('button', { name: t('supplier:request.invite') }));
    await expect(main).toContainText(t('supplier:request.invited', { email: reviewer.email }));
    await look(filler, 'inbox-colleague-invited');
    await join(reviewer, names.reviewer, 'invitation-colleague');
    await expect(reviewer.page).toHaveURL(new RegExp(paths.inbox));
    await go(filler, 'inbox');
    await look(filler, 'inbox');
  });

  await test.step('the supplier says how much is seen, and accepts', async () => {
    await press(filler, main.getByRole('link').first());
    await expect(page).toHaveURL(new RegExp(paths.inbox));
    await page.getByRole('radio', { name: t('terms:confidentiality.stageTotals') }).check();
    await expect(main).toContainText(t('supplier:request.seesStages'));
    await look(filler, 'inbox-accept');
    await press(filler, page.getByRole('button', { name: t('supplier:request.accept'), exact: true }));
    await expect(page.getByRole('button', { name: t('supplier:request.accept'), exact: true })).toHaveCount(
      0,
    );
    await look(filler, 'inbox-accepted');
  });

  await test.step('its workbook is read, and what was found is mended at its cell', async () => {
    await press(filler, page.getByRole('link', { name: t('supplier:request.laneSheet') }));
    await expect(page).toHaveURL(/\/sheet/);
    await look(filler, 'sheet');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: t('supplier:sheet.template') }).click();
    expect((await download).suggestedFilename()).toMatch(form[filler.look.language].file);
    await drop(page, names.sheetFile, await makeHousingSheet(filler.look.language));
    await expect(main).toContainText(t('supplier:sheet.fixTitle'), { timeout: 30_000 });
    const { energy } = form[filler.look.language];
    const places = t('supplier:sheet.at', { sheet: energy, cell: '' }).trim();
    await expect(main).toContainText(places);
    await look(filler, 'sheet-findings');
    await page.getByRole('textbox', { name: t('supplier:sheet.unit'), exact: true }).fill('kWh');
    await press(filler, page.getByRole('button', { name: t('supplier:sheet.save') }));
    await expect(main).toContainText(`${housingKgPerPiece}`);
    await look(filler, 'sheet-mended');
    await press(filler, page.getByRole('link', { name: t('supplier:sheet.toPreview') }));
  });

  await test.step('the one who filled in sees what the customer will see, and cannot send', async () => {
    await expect(page).toHaveURL(/\/preview/);
    await expect(main).toContainText(t('supplier:preview.notReviewer', { reviewer: names.reviewer }));
    await look(filler, 'preview');
    await press(
      filler,
      page.getByRole('button', { name: t('supplier:preview.askReview', { reviewer: names.reviewer }) }),
    );
    await expect(
      page.getByRole('button', { name: t('supplier:preview.askReviewAgain', { reviewer: names.reviewer }) }),
    ).toBeVisible();
    await look(filler, 'preview-review-asked');
  });

  await test.step('the second person is mailed, looks and sends', async () => {
    await go(reviewer, 'inbox');
    await expect(reviewer.main).toContainText(t('supplier:inbox.forReview'));
    await look(reviewer, 'inbox-for-review');
    await reviewer.page.goto(await newestLink(reviewer.page, reviewer.email, 'open'));
    await expect(reviewer.page).toHaveURL(/\/preview/);
    await look(reviewer, 'preview-reviewer');
    const send = t('supplier:preview.submit', { name: names.firm });
    await press(reviewer, reviewer.page.getByRole('button', { name: send }));
    await expect(reviewer.main).toContainText(t('supplier:result.title'));
    await expect(reviewer.main).toContainText(t('supplier:result.unit', { unit }));
    await look(reviewer, 'own-result');
    await go(reviewer, 'sharing');
    await expect(reviewer.main).toContainText(names.firm);
    await look(reviewer, 'sharing');
  });
}
