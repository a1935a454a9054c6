import { randomUUID } from 'node:crypto';
import { answer } from './main-job/answering.ts';
import { askSupplier } from './main-job/asking.ts';
import { importBill } from './main-job/bill.ts';
import { draw } from './main-job/drawing.ts';
import { explain } from './main-job/explaining.ts';
import { figureOf } from './main-job/figures.ts';
import { promiseAndReport, seeTotals } from './main-job/promising.ts';
import { review } from './main-job/reviewing.ts';
import { beginStory, type Story } from './main-job/story.ts';
import { foundFirm, signIn } from './support/organizations.ts';
import { type Look, openAlbum } from './support/reader.ts';
import { expect, test } from './support/walk.ts';

const looks: readonly Look[] = [
  { language: 'zh-TW', width: 1440 },
  { language: 'en', width: 390 },
  { language: 'zh-TW', width: 390 },
  { language: 'en', width: 1440 },
];

for (const look of looks)
  test(`the main job from a bill of materials to what was achieved, in ${look.language} at ${look.width} px`, async ({
    browser,
  }) => {
    test.setTimeout(300_000);
    const album = openAlbum(look);
    const story = await beginStory(browser, look, album);
    await importBill(story);
    await story.lead.page.goto(story.paths.product);
    const figureBefore = await figureOf(story.lead.page);
    await askSupplier(story);
    await answer(story);
    await review(story, figureBefore);
    await draw(story);
    await explain(story);
    await promiseAndReport(story);
    await seeTotals(story, browser);
    await expectHidden(story, browser);
    expect(album.errors).toEqual([]);
    for (const { context } of [story.lead, story.filler, story.reviewer]) await context.close();
  });

/** A competitor sees nothing of it, and cannot tell it from what never was. */
async function expectHidden(
  { names, paths }: Story,
  browser: Parameters<typeof seeTotals>[1],
): Promise<void> {
  await test.step('a competitor sees nothing of it, and cannot tell it from what never was', async () => {
    const rival = await browser.newContext({ baseURL: process.env.E2E_URL ?? '' });
    await signIn(rival, await foundFirm('leadFirm', '對手泵業'));
    const told = [names.firm, names.product, names.parts.housing, names.suppliers.housing];
    const { product, request, inbox, target } = paths;
    for (const path of [product, `${product}/process-flow`, request, inbox, `${inbox}/preview`, target]) {
      const foreign = await rival.request.get(path);
      const absent = await rival.request.get(path.replace(/[0-9a-f-]{36}/, randomUUID()));
      expect([foreign.status(), absent.status()], path).toEqual([404, 404]);
      const text = await foreign.text();
      expect(
        told.filter((name) => text.includes(name)),
        path,
      ).toEqual([]);
    }
    for (const path of ['/overview', '/products', '/suppliers', '/requests', '/targets']) {
      const text = await (await rival.request.get(path)).text();
      expect(
        told.filter((name) => text.includes(name)),
        path,
      ).toEqual([]);
    }
    await rival.close();
  });
}
