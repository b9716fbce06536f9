import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { hasScenario, signIn } from './session';

test.beforeEach(async ({ page }) => {
  await signIn(page);
  expect(await hasScenario(page.request, 'filled')).toBe(true);
});

test('a tenant is put into maintenance and out of it by its menu, and the list tells of it', async ({
  page,
}) => {
  await page.goto('/tenants/demo');
  const menu = page.getByRole('button', { name: /^Actions for Demo/ });
  await menu.click();
  await page.getByRole('menuitem', { name: 'Maintenance page' }).click();
  await page.getByLabel(/^Message for visitors/).fill('Back at six');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Show maintenance page' }).click();
  await expect(page.getByText('In maintenance', { exact: true })).toBeVisible();

  await page.goto('/tenants');
  await expect(
    page.getByRole('row', { name: /Demo/ }).getByText('Maintenance', { exact: true }),
  ).toBeVisible();

  await page.goto('/tenants/demo');
  await menu.click();
  await page.getByRole('menuitem', { name: 'End maintenance' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End maintenance' }).click();
  await expect(page.getByText('In maintenance', { exact: true })).toBeHidden();
});
