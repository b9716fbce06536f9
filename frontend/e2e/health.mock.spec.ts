import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { hasScenario, signIn } from './session';

// The checks of a tenant, on the mock: Demo serves.
test.beforeEach(async ({ page }) => {
  await signIn(page);
  expect(await hasScenario(page.request, 'filled')).toBe(true);
});

test('the health of a tenant is read and checked by keyboard, on a phone too', async ({ page }) => {
  await page.goto('/tenants/demo/health');
  await expect(page.getByRole('row', { name: /Certificate/ })).toBeVisible();
  await expect(page.getByRole('img', { name: /parts of this period/ }).first()).toBeVisible();

  await page.getByRole('button', { name: 'Table of Site' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Results of Site' })).toBeVisible();
  await page.getByRole('button', { name: 'Check now' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /Site/ })).toContainText('just now');

  await expectAccessible(page);
});

test('the palette leads to the health of a tenant', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('h1')).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Page, tenant or action' }).fill('health of demo');
  await expect(page.getByRole('option', { name: /Health of/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/tenants\/demo\/health$/);
});
