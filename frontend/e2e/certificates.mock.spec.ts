import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { hasScenario, signIn } from './session';

// Certificates, on the mock.
test.beforeEach(async ({ page }) => {
  await signIn(page);
  expect(await hasScenario(page.request, 'filled')).toBe(true);
});

test('the list leads to a certificate that is renewed, replaced by an own one, and taken back', async ({
  page,
}) => {
  await page.goto('/certificates');
  await expect(page.getByRole('table', { name: 'Certificates' })).toBeVisible();
  await page.getByRole('button', { name: 'Left' }).click();
  await expect(page).toHaveURL(/sort=-notAfter$/);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Demo', exact: true }).click();

  const panel = page.getByRole('region', { name: 'Certificate' });
  await expect(panel.getByText('Valid', { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'DNS' }).getByText('Leads here').first()).toBeVisible();
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Renew now' }).click();
  await expect(panel.getByText('Renewing')).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Renew now' })).toBeEnabled();

  await panel.getByRole('button', { name: 'Upload' }).click();
  const dialog = page.getByRole('dialog', { name: 'Upload a certificate' });
  await dialog.getByLabel('Certificates').fill('nothing');
  await dialog.getByLabel('Private key').fill('nothing');
  await dialog.getByRole('button', { name: 'Upload' }).click();
  await expect(dialog.getByText(/^must be certificates in PEM format/)).toBeVisible();
  await dialog.getByLabel('Certificates').fill('-----BEGIN CERTIFICATE-----');
  await dialog.getByRole('button', { name: 'Upload' }).click();
  await expect(dialog).toBeHidden();
  await panel.getByRole('button', { name: 'Back to automatic' }).click();
  await expect(panel.getByRole('button', { name: 'Renew now' })).toBeEnabled();
});
