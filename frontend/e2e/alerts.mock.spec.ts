import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { hasScenario, signIn } from './session';

// Alerts, their rules and channels, and schedules, on the mock.
test.beforeEach(async ({ page }) => {
  await signIn(page);
  expect(await hasScenario(page.request, 'filled')).toBe(true);
});

test('the bell leads to an alert, which somebody takes on', async ({ page }) => {
  await page.goto('/');
  const bell = page.getByRole('link', { name: 'Alerts: 2 unseen' });
  await bell.click();
  const row = page.getByRole('row').filter({ hasText: 'Many tenants fail at once' });
  await expect(row).toContainText('2 alerts');
  await expectAccessible(page);
  await row.getByRole('link').click();

  await expect(page.getByRole('region', { name: 'Messages' }).getByText('On call')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Alerts that it speaks for' }).getByRole('link')).toHaveCount(
    2,
  );
  await expectAccessible(page);
  await page.getByRole('button', { name: 'I look after it' }).click();
  await expect(page.getByText('root looks after it')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Alerts: 1 unseen' })).toBeVisible();
});

test('a channel is made, tested and told by a rule; a secret is shown once', async ({ page }) => {
  await page.goto('/alert-rules');
  await expectAccessible(page);
  const channels = page.getByRole('region', { name: 'Channels' });
  await channels.getByRole('button', { name: 'New channel' }).click();
  const channel = page.getByRole('dialog', { name: 'New channel' });
  await channel.getByText('Webhook', { exact: true }).click();
  await channel.getByLabel('Name').fill('Desk of night');
  await channel.getByLabel('Address').fill('https://hooks.example.org/night');
  await expectAccessible(page);
  await channel.getByRole('button', { name: 'Make channel' }).click();
  await channel.getByRole('button', { name: 'I stored it' }).click();
  await expect(channel).toBeHidden();

  await channels.getByRole('button', { name: 'Actions for Broken chat' }).click();
  await page.getByRole('menuitem', { name: 'Send a test' }).click();
  await expect(page.getByText('The receiver answered 410')).toBeVisible();

  const rules = page.getByRole('region', { name: 'Rules' });
  await rules.getByRole('button', { name: 'New rule' }).click();
  const rule = page.getByRole('dialog', { name: 'New rule' });
  await rule.getByLabel('Name').fill('Night');
  await rule.getByRole('button', { name: 'Make rule' }).click();
  await expect(rule.getByText('must be 1 to 20 ids of channels')).toBeVisible();
  await rule.getByRole('checkbox', { name: 'Desk of night' }).click();
  await rule.getByRole('switch', { name: 'Quiet hours' }).click();
  await expectAccessible(page);
  await rule.getByRole('button', { name: 'Make rule' }).click();
  await expect(rules.getByRole('row').filter({ hasText: 'Night' })).toContainText('Desk of night');
});

test('a schedule that was missed is on top and says why', async ({ page }) => {
  await page.goto('/schedules');
  const rows = page.getByRole('table', { name: 'Schedules' }).getByRole('row');
  await expect(rows.nth(1)).toContainText('Missed');
  await expect(rows.nth(1)).toContainText('did not begin within 5 minutes');
  await expectAccessible(page);
});
