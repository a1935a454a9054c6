import { readFileSync } from 'node:fs';
import { test as base, type ConsoleMessage, expect, type Page } from '@playwright/test';
import { accessibilityFaults } from './accessibility.ts';
import { waitUntilListening } from './listening.ts';

/** Everybody of the demo world who can sign in. */
export const people: readonly { readonly email: string; readonly password: string }[] = JSON.parse(
  readFileSync(new URL('../../../prisma/seed/sign-ins.json', import.meta.url), 'utf8'),
);
const sessions = new Map<string, Awaited<ReturnType<import('@playwright/test').BrowserContext['cookies']>>>();

interface Walk {
  /** Signs in as a person of the demo world; the session is made once and used again. */
  readonly signInAs: (email: string) => Promise<void>;
  /** Says that a message of the browser's console belongs to the walk, such as a page that cannot be found. */
  readonly expectConsole: (text: RegExp) => void;
}

/** A walk fails on any console error or uncaught exception it did not expect. */
export const test = base.extend<Walk>({
  page: async ({ page }, use) => {
    waitUntilListening(page);
    await use(page);
  },
  signInAs: async ({ context, baseURL }, use) => {
    await use(async (email) => {
      await context.clearCookies({ name: /session/i });
      const kept = sessions.get(email);
      if (kept) return context.addCookies(kept);
      const password = people.find((person) => person.email === email)?.password ?? '';
      const answer = await context.request.post('/sign-in', {
        form: { email, password },
        headers: { origin: baseURL ?? '', 'sec-fetch-site': 'same-origin' },
        maxRedirects: 0,
      });
      expect(answer.status(), `sign-in of ${email}`).toBe(302);
      sessions.set(
        email,
        (await context.cookies()).filter(({ name }) => /session/i.test(name)),
      );
    });
  },
  // Automatic, so that every walk is watched.
  expectConsole: [
    async ({ page }, use) => {
      const expected: RegExp[] = [];
      const errors: string[] = [];
      noteErrors(page, errors);
      await use((text) => void expected.push(text));
      expect(errors.filter((error) => !expected.some((text) => text.test(error)))).toEqual([]);
    },
    { auto: true },
  ],
});

/** Notes each console error and uncaught exception of a page from now on. */
export function noteErrors(page: Page, errors: string[]): void {
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => errors.push(String(error)));
}

/** Nothing that WCAG 2.2 AA calls a fault, as far as a machine can tell. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await accessibilityFaults(page), page.url()).toEqual([]);
}

/** Nothing reaches past the edge of the screen. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, page.url()).toBeLessThanOrEqual(0);
}

/** Shows the page in a language from the next request on. */
export async function speak(page: Page, language: 'zh-TW' | 'en'): Promise<void> {
  const url = process.env.E2E_URL ?? '';
  await page.context().addCookies([{ name: 'language', value: language, url }]);
}

export { expect };
