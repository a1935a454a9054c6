import type { Page } from '@playwright/test';
import { expect } from './walk.ts';

/**
 * The path of the newest link of a kind (`invitation`, `password-reset`, `open`) mailed to an address, or to one that holds
 * it, from the page where an installation without a mail server keeps mail.
 */
export async function newestLink(page: Page, recipient: string, kind: string): Promise<string> {
  const link = page
    .getByRole('article')
    .filter({ hasText: recipient })
    .locator(`a[href*="/${kind}/"]`)
    .first();
  await expect(async () => {
    await page.goto('/mailbox');
    await expect(link).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 30_000 });
  return new URL((await link.getAttribute('href')) ?? '').pathname;
}

/** Opens the newest invitation mailed to an address. */
export async function followMail(page: Page, recipient: string): Promise<void> {
  await page.goto(await newestLink(page, recipient, 'invitation'));
  await expect(page).toHaveURL(/\/invitation\//);
}
