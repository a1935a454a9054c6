import type { Page } from '@playwright/test';
import { expect } from './walk.ts';

/** Opens the link of the newest mail to an address, on the page where an installation without a mail server keeps it. */
export async function followMail(page: Page, recipient: string): Promise<void> {
  const mail = page.getByRole('article').filter({ hasText: recipient }).first();
  await expect(async () => {
    await page.goto('/mailbox');
    await expect(mail).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 30_000 });
  await mail.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/invitation\//);
}
