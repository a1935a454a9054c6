import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from '@playwright/test';
import { accessibilityFaults } from './accessibility.ts';
import { settle } from './inspection.ts';
import { languageFaults } from './language-faults.ts';
import { waitUntilListening } from './listening.ts';
import { pageFaults } from './page-faults.ts';
import { expect, noteErrors, speak } from './walk.ts';
import { type Language, type Words, wordsOf } from './words.ts';

/** How somebody walks: what they read and what they hold it in. */
export interface Look {
  readonly language: Language;
  readonly width: 390 | 1440;
}

/** A person at the product: a browser of their own, what the product says to them, and what went wrong there. */
export interface Reader {
  readonly look: Look;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly main: Locator;
  readonly t: Words;
  readonly isPhone: boolean;
  readonly album: Album;
}

/** The pages of one walk in their order, and what each browser complained of. */
export interface Album {
  readonly folder: string | null;
  readonly errors: string[];
  taken: number;
}

/** The pictures of a walk go to a folder for its look in `E2E_PICTURES`, where that is set. */
export function openAlbum({ language, width }: Look): Album {
  const all = process.env.E2E_PICTURES;
  const folder = all ? join(all, `${language}-${width}`) : null;
  if (folder) mkdirSync(folder, { recursive: true });
  return { folder, errors: [], taken: 0 };
}

/** Opens a browser for a person: a phone that is touched, or a screen with a mouse. */
export async function openReader(
  browser: Browser,
  look: Look,
  album: Album,
  isNewHere = false,
): Promise<Reader> {
  const isPhone = look.width < 500;
  const context = await browser.newContext({
    baseURL: process.env.E2E_URL ?? '',
    locale: look.language === 'en' ? 'en-GB' : 'zh-TW',
    viewport: { width: look.width, height: isPhone ? 844 : 900 },
    isMobile: isPhone,
    hasTouch: isPhone,
    deviceScaleFactor: 1,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  waitUntilListening(page);
  if (!isNewHere) await speak(page, look.language);
  noteErrors(page, album.errors);
  return { look, context, page, main: page.getByRole('main'), t: wordsOf(look.language), isPhone, album };
}

/** Touches or clicks a control. */
export async function press(reader: Reader, control: Locator): Promise<void> {
  await (reader.isPhone ? control.tap() : control.click());
}

/** Drops a file where the page asks for one. */
export async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) });
}

/** Goes to a page of the navigation: by the rail, on phones by the bar or by the menu that holds the rest. */
export async function go(
  reader: Reader,
  page: 'overview' | 'products' | 'suppliers' | 'requests' | 'inbox' | 'sharing' | 'targets',
): Promise<void> {
  const { t } = reader;
  const name = t(`shell:navigation.${page}`);
  const bar = reader.page.getByRole('navigation', { name: t('shell:navigation.label') });
  const entry = bar.getByRole('link', { name });
  if ((await entry.count()) === 0) {
    const menu = t('shell:account.menu', { name: '' }).trim();
    const item = reader.page.getByRole('menuitem', { name });
    // A menu opens once its script is there.
    await expect(async () => {
      await press(reader, reader.page.getByRole('button', { name: menu }));
      await expect(item).toBeVisible({ timeout: 1000 });
    }).toPass();
    await press(reader, item);
  } else await press(reader, entry);
  await expect(reader.page).toHaveURL(new RegExp(`/${page}$`));
}

/**
 * Looks at the page as it stands, as somebody would who reads it: nothing broken or cut off, nothing that keeps people
 * out, one language; and keeps its picture. The walk goes on to its next page, and fails in the end.
 */
export async function look(reader: Reader, name: string, mixesLanguages = false): Promise<void> {
  const { page, album } = reader;
  const { language } = reader.look;
  await settle(page, 'light');
  // The menu of a phone that led here is still closing.
  await expect(page.getByRole('menu')).toHaveCount(0);
  album.taken += 1;
  const title = `${String(album.taken).padStart(2, '0')}-${name}`;
  if (album.folder) await takePicture(page, join(album.folder, `${title}.png`));
  const faults = [
    ...(await pageFaults(page, language)),
    ...(mixesLanguages ? [] : await languageFaults(page, language)),
    ...(await accessibilityFaults(page)),
  ];
  expect.soft(faults, `${title} at ${new URL(page.url()).pathname}`).toEqual([]);
}

/** The whole page at once, with what sticks to the edges of the screen at the edges of the page. */
async function takePicture(page: Page, path: string): Promise<void> {
  const screen = page.viewportSize();
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  // A drawing and a sheet are as high as the screen, whatever its height.
  const isFixed = (await page.locator('.react-flow, [role=dialog]').count()) > 0;
  if (screen && !isFixed) await page.setViewportSize({ ...screen, height: Math.max(whole, screen.height) });
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path, fullPage: true, animations: 'disabled' });
  if (screen && !isFixed) await page.setViewportSize(screen);
}
