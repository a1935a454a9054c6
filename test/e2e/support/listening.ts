import type { Page, Response } from '@playwright/test';

/**
 * Lets a page be gone to and read again as a person does it: nothing is pressed in the moment before its scripts
 * listen, which nobody is quick enough for. Who waits for the `commit` of an address only is not kept.
 */
export function waitUntilListening(page: Page): void {
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  page.goto = async (url, options) =>
    whenListening(page, options?.waitUntil === 'commit', await goto(url, options));
  page.reload = async (options) =>
    whenListening(page, options?.waitUntil === 'commit', await reload(options));
}

async function whenListening(
  page: Page,
  isHurried: boolean,
  response: Response | null,
): Promise<Response | null> {
  // React writes its fibre on each element it has taken over; a page without scripts has none to wait for.
  if (!isHurried)
    await page.waitForFunction(
      () =>
        !document.querySelector('script[type=module]') ||
        Object.keys(document.querySelector('main') ?? document.body).some((key) =>
          key.startsWith('__reactFiber'),
        ),
    );
  return response;
}

/** Opens a page whose scripts are still on their way, as on a slow line; they arrive once the answer is called. */
export async function openSlowly(page: Page, path: string): Promise<() => void> {
  let release = () => {};
  const isReleased = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/assets/*.js', async (route) => {
    await isReleased;
    await route.continue();
  });
  await page.goto(path, { waitUntil: 'commit' });
  return release;
}
