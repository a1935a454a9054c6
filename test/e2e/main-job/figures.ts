import type { Page } from '@playwright/test';

/** The one number of a product's page as it stands there, in kg. */
export async function figureOf(page: Page): Promise<number> {
  const hero = page.getByText(/^[\d,.]+ kg CO₂e$/).first();
  return amountOf(await hero.innerText());
}

/** The number in a text. */
export function amountOf(text: string): number {
  return Number(text.replace(/[^\d.]/g, ''));
}
