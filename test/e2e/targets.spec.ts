import { expect, expectAccessible, test } from './support/walk.ts';

test('who has asked no supplier yet is led to picking some', async ({ page, signInAs }) => {
  await signInAs('lead@suiyuan.example');
  await page.goto('/targets');
  await expect(page.getByRole('heading', { level: 1, name: '減量目標' })).toBeVisible();
  await expect(page.getByRole('link', { name: '挑選供應商' })).toHaveAttribute('href', '/suppliers');
  await expectAccessible(page);
});
