import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { hasScenario, signIn } from './session';

// The requests to a tenant, on the mock: Demo serves.
test('the traffic of a tenant is read by keyboard, on a phone too', async ({ page }) => {
  await signIn(page);
  expect(await hasScenario(page.request, 'filled')).toBe(true);
  await page.goto('/tenants/demo');
  await expect(page.getByRole('img', { name: /^Requests: now/ })).toBeVisible();
  await expect(page.getByText(/refused with 4xx/)).toBeVisible();

  await page.getByRole('button', { name: 'Table of Requests' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Values of Requests' }).getByRole('row')).toHaveCount(25);
  const week = page
    .getByRole('group', { name: 'Period of the traffic' })
    .getByRole('button', { name: '7 d' });
  await week.focus();
  await page.keyboard.press('Enter');
  await expect(week).toHaveAttribute('aria-pressed', 'true');

  await expectAccessible(page);
});
