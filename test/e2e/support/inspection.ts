import type { Page } from '@playwright/test';
import { accessibilityFaults } from './accessibility.ts';
import { pageFaults } from './page-faults.ts';
import { speak } from './walk.ts';

/** A way a page is looked at. */
export interface Look {
  readonly language: 'zh-TW' | 'en';
  readonly width: 390 | 1440;
  readonly scheme: 'light' | 'dark';
}

/** Both languages, widths and schemes; ordered so that a page is loaded once for each language. */
export const everyLook: readonly Look[] = (['zh-TW', 'en'] as const).flatMap((language) =>
  ([1440, 390] as const).flatMap((width) =>
    (['light', 'dark'] as const).map((scheme): Look => ({ language, width, scheme })),
  ),
);
/** For a page whose kind was seen in every look already, with other content. */
export const crossLooks = everyLook.filter(
  ({ language, width, scheme }) => language === 'zh-TW' && (width === 390) === (scheme === 'dark'),
);

const height = 900;

/**
 * Opens a page and looks at it in each way: what is broken, with the look it is broken in. `path` may be steps that
 * open it, where no address does.
 */
export async function inspectPage(
  page: Page,
  path: string | (() => Promise<void>),
  looks: readonly Look[] = everyLook,
): Promise<string[]> {
  const faults: string[] = [];
  let spoken: string | undefined;
  for (const { language, width, scheme } of looks) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    if (spoken !== language) {
      await speak(page, language);
      await (typeof path === 'string' ? page.goto(path) : path());
      spoken = language;
    }
    await settle(page, scheme);
    const found = [...(await pageFaults(page, language)), ...(await accessibilityFaults(page))];
    const { pathname } = new URL(page.url());
    faults.push(...found.map((fault) => `${pathname} ${language} ${width} ${scheme}: ${fault}`));
  }
  return faults;
}

/** Waits until the page runs, has its fonts, charts and colours, and nothing moves. */
export async function settle(page: Page, scheme: Look['scheme']): Promise<void> {
  await page.waitForFunction((wanted) => {
    const moves = document.getAnimations().some((animation) => {
      const { iterations } = animation.effect?.getTiming() ?? {};
      return iterations !== Number.POSITIVE_INFINITY && animation.playState === 'running';
    });
    const undrawn = document.querySelector(
      'figure [role=img]:empty, .react-flow__nodes:empty, [data-awaits]',
    );
    return (
      document.documentElement.dataset.mantineColorScheme === wanted &&
      document.fonts.status === 'loaded' &&
      !moves &&
      !undrawn
    );
  }, scheme);
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(null)))),
  );
}

const identifier = /[0-9a-f]{8}-[0-9a-f-]{27}/g;
/** Reading these does something, or gives a file. */
const leftAlone = /^\/(?:sign-out|preferences|mailbox|assets)|\/template|\/file$/;

/** The kind of page at an address: its path without what names one thing of many. */
export function kindOf(path: string): string {
  return path.replace(/[?#].*$/, '').replace(identifier, ':id');
}

/** Addresses of our own pages that the page as it stands leads to. */
export async function linksOf(page: Page): Promise<readonly string[]> {
  const links = await page.$$eval('a[href^="/"]', (anchors) =>
    anchors.map((anchor) => anchor.getAttribute('href') ?? ''),
  );
  return links.filter((link) => !leftAlone.test(link));
}
