import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { hasScenario, signIn } from './session';

test.beforeEach(async ({ page }) => {
  await signIn(page);
  expect(await hasScenario(page.request, 'filled')).toBe(true);
});

test('the webhook of a tenant is turned on with its secret, shows why pushes did not deploy, and is turned off', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/tenants/demo/source');
  const deliveries = page.getByRole('region', { name: 'Deliveries' });
  await expect(deliveries.getByRole('listitem')).toHaveCount(6);
  await expect(deliveries.getByText('The push is to dev, the tenant follows main')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Turn off' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Turn off' }).click();
  await page.getByRole('button', { name: 'Turn on' }).click();
  await page.getByRole('radio', { name: 'GitLab' }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Turn on' }).click();

  const dialog = page.getByRole('dialog', { name: 'Enter this at GitLab' });
  await expect(dialog.getByText('/api/webhooks/gitlab/demo')).toBeVisible();
  await expect(dialog.getByText('Secret token for GitLab')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'I have entered it' }).click();
  await expect(page.getByText('Stored encrypted, not shown again')).toBeVisible();
  await expect(deliveries.getByText('None yet.', { exact: false })).toBeVisible();
});
