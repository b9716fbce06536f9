import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { hasScenario, signIn } from './session';

// Backups, on the mock: Demo has nine, City Museum none that is proven, Summer Fair (summer-fair) is deleted.
test.beforeEach(async ({ page }) => {
  await signIn(page);
  expect(await hasScenario(page.request, 'filled')).toBe(true);
});

test('a tenant is backed up and its progress followed, by keyboard', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('h1')).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Page, tenant or action' }).fill('backups of demo');
  await expect(page.getByRole('option', { name: /Backups of/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/tenants\/demo\/backups$/);
  await expect(page.getByText('Every day at 02:30, Europe/Berlin')).toBeVisible();
  await page.getByRole('button', { name: 'Back up now' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('progressbar', { name: 'Progress' })).toBeVisible();
  await page.getByRole('link', { name: 'Steps and log' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Backup of Demo');
  await expect(page.getByText('Backed up')).toBeVisible();
  await expect(page.getByText('Integrity begins')).toBeVisible();
  await expectAccessible(page);

  await page.goto('/tenants/demo/backups');
  await page.getByRole('button', { name: 'Change' }).click();
  const dialog = page.getByRole('dialog', { name: 'Backup schedule' });
  await dialog.getByLabel('All within days').fill('0');
  await dialog.getByLabel('Days', { exact: true }).fill('2');
  await expect(dialog.getByText(/backups would be removed/)).toBeVisible();
  await expectAccessible(page);
});

test('all backups are filtered by address, and tenants without proof come first', async ({ page }) => {
  await page.goto('/backups');
  await page.getByLabel('State').selectOption('failed');
  await expect(page).toHaveURL(/state=failed/);
  await expect(page.getByRole('row', { name: /City Museum/ })).toHaveCount(1);
  await expect(page.getByRole('row', { name: /Demo/ })).toHaveCount(0);
  await expectAccessible(page);
  await page.goto('/backups/tenants?deleted=true');
  await page
    .getByRole('row', { name: /summer-fair/ })
    .getByRole('link', { name: 'summer-fair', exact: true })
    .click();
  await expect(page.getByRole('row', { name: /summer-fair/ })).toHaveCount(2);
  await page.goto('/backups/tenants');
  await expect(page.getByRole('row').nth(1)).toContainText('Not proven restorable');
  await expect(page.getByRole('row', { name: /Demo/ })).toContainText('Proven restorable');
  await expectAccessible(page);
});

test('a backup is restored in place for the typed slug, and undone', async ({ page }) => {
  await page.goto('/tenants/demo/backups');
  await page.getByRole('row').nth(2).getByRole('link').click();
  await expect(page.getByText('The whole tenant started from it')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Restore', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Replace and restore' })).toBeDisabled();
  await page.getByLabel('Type demo to confirm').fill('demo');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Replace and restore' }).click();
  await expect(page).toHaveURL(/\/runs\//);
  await expect(page.getByText('Restored', { exact: true })).toBeVisible({ timeout: 30_000 });

  await page.goto('/tenants/demo/backups');
  await page.getByRole('button', { name: 'Undo the restore' }).click();
  await page.getByLabel('Type demo to confirm').fill('demo');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText('Put back as before')).toBeVisible({ timeout: 30_000 });
});

test('a deleted tenant is found by its backups and brought back', async ({ page }) => {
  await page.goto('/backups/tenants');
  await page.getByLabel('Tenants', { exact: true }).selectOption('Only deleted ones');
  await expect(page).toHaveURL(/deleted=only/);
  await expect(page.getByRole('row', { name: /Demo/ })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Restore summer-fair' }).click();
  await expect(page.getByText(/is made anew with the id/)).toBeVisible();
  await page.getByLabel('Type summer-fair to confirm').fill('summer-fair');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Bring back the tenant' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Restore of Summer Fair');
  await expect(page.getByText('Restored', { exact: true })).toBeVisible({ timeout: 30_000 });
  await page.goto('/tenants/summer-fair');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Summer Fair');
});

test('a bundle is imported or refused with its reason, and the recovery key shown once', async ({ page }) => {
  await page.goto('/backups/import');
  const choose = (name: string, text: string) =>
    page
      .getByLabel('Bundle file')
      .setInputFiles({ name, mimeType: 'application/x-tar', buffer: Buffer.from(text) });
  await choose('market.tar', 'a bundle that is truncated');
  await expect(page.getByRole('alert')).toContainText('The bundle ends early');
  await choose('market.tar', 'a whole bundle');
  await page.getByRole('link', { name: 'Show the backup' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('night-market');

  await page.goto('/backups/keys');
  await page.getByRole('button', { name: 'Show the recovery key' }).click();
  await expect(page.getByText(/^AGE-SECRET-KEY/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Stored, continue' }).click();
  await expect(page.getByText(/Stored by an admin/)).toBeVisible();
});
