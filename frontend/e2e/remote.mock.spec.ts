import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { hasScenario, signIn } from './session';

// What the application of Demo says of itself, on the mock.
test.beforeEach(async ({ page }) => {
  await signIn(page);
  expect(await hasScenario(page.request, 'filled')).toBe(true);
  await page.request.post('/mock/remote?down=false');
});

test('an application is asked, acts after a confirmation, and is shown with its last good values while it is down', async ({
  page,
}) => {
  await page.goto('/tenants/demo/remote');
  await expect(page.getByRole('region', { name: 'Statistics' })).toContainText('Database');

  await page.getByRole('button', { name: 'Run Close the campaign' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('everybody who signed gets a mail');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Answer of Close the campaign' })).toContainText('indexed');

  await page.request.post('/mock/remote?down=true');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByText('Stale').first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Persons', exact: true })).toContainText('1,204');
  await expectAccessible(page);
});

test('releases tell who runs them, and lead to the tenant', async ({ page }) => {
  await page.goto('/deployments');
  await page.getByRole('link', { name: 'Releases' }).click();
  await expect(page.getByRole('heading', { name: 'Releases' })).toBeVisible();
  await expect(page.getByRole('row', { name: /4f9c2ab1/ })).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('row', { name: /4f9c2ab1/ })
    .getByRole('link')
    .first()
    .click();
  await expect(page).toHaveURL(/\/tenants\/[a-z-]+$/);
});
