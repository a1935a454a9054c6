import type { Locator, Page } from '@playwright/test';
import { expect } from './walk.ts';

const mostStops = 80;

/**
 * Presses Tab until the control has the focus, and fails on a stop on the way where nothing shows that the focus is
 * there, or where the control cannot be reached.
 */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let stop = 0; stop < mostStops; stop++) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(unseenFocus), 'focus that nobody sees').toBeNull();
    if (await control.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Not reached by ${mostStops} presses of Tab: ${control}`);
}

/** The focused element, where it looks the same as without the focus; null where the focus is seen. */
async function unseenFocus(): Promise<string | null> {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return null;
  const around = [focused, focused.parentElement, ...(focused.parentElement?.children ?? [])];
  const look = async () => {
    // Colours change with the next picture.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    return around
      .map((element) => {
        if (!element) return '';
        const { outline, border, boxShadow, backgroundColor } = getComputedStyle(element);
        return [outline, border, boxShadow, backgroundColor].join(' ');
      })
      .join('\n');
  };
  const seen = await look();
  focused.blur();
  const without = await look();
  focused.focus({ preventScroll: true });
  return seen === without ? focused.outerHTML.slice(0, 120) : null;
}
