import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { NewTenantPage } from './pages/new-tenant-page';
import { hasScenario, ownOrigin, signIn, tabTo, uniqueSlug } from './session';

// The dashboard, the wizard and the NGINX page, on the mock.
test.beforeEach(async ({ page }) => {
  await signIn(page);
  expect(await hasScenario(page.request, 'filled')).toBe(true);
});

async function setNginx(page: Page, state: 'break' | 'mend') {
  await page.request.post(`/api/mock/${state}-nginx`, { headers: await ownOrigin(page) });
}

test.describe('the dashboard', () => {
  test('leads from a figure to the filtered list, and from a failure to its deployment', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dashboard');
    await page.getByRole('link', { name: /^1\s+failed$/ }).click();
    await expect(page).toHaveURL(/\/tenants\?status=failed$/);
    await page.goBack();
    await page
      .getByRole('region', { name: /^Attention/ })
      .getByRole('link')
      .first()
      .click();
    await expect(page).toHaveURL(/\/deployments\/[0-9a-f-]{36}$/);
  });

  test('is accessible, filled and empty', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('img', { name: /^Processors/ })).toBeVisible();
    await page.getByRole('button', { name: 'Table of Memory' }).click();
    await expectAccessible(page);
    expect(await hasScenario(page.request, 'empty')).toBe(true);
    await page.reload();
    await expect(page.getByRole('region', { name: 'First steps' })).toBeVisible();
    await expectAccessible(page);
  });

  test('follows a deployment without a reload, running ones first', async ({ page }) => {
    await page.goto('/');
    const list = page.getByRole('region', { name: 'Deployments' }).getByRole('listitem');
    await expect(list.first()).toBeVisible();
    await page.request.post('/api/tenants/orchard/deploy', { headers: await ownOrigin(page), data: {} });
    await expect(list.first()).toContainText('Orchard Cooperative');
    await expect(list.first().getByRole('progressbar')).toBeVisible();
    await expect(list.first()).toContainText('Succeeded', { timeout: 60_000 });
  });

  test('says that the manager is away, and heals by itself', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByText('Live', { exact: true })).toBeVisible();
    await page.request.post('/mock/away');
    await expect(page.getByText('Manager unreachable. Sites stay up.').first()).toBeVisible();
    await page.request.post('/mock/back');
    await expect(page.getByText('Live', { exact: true })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('link', { name: /^1\s+failed$/ })).toBeVisible();
  });
});

test.describe('the wizard', () => {
  test('leads from a name to a live site, by keyboard alone, on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const slug = uniqueSlug('key');
    const wizard = new NewTenantPage(page);
    await wizard.open();
    await tabTo(page, 'textbox', 'Name');
    await page.keyboard.type(`Key ${slug}`);
    await tabTo(page, 'textbox', 'Slug');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(slug);
    await page.keyboard.press('Enter');
    await expect(wizard.step('Configuration')).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(wizard.step('Theme')).toBeFocused();
    await tabTo(page, 'button', 'Continue');
    await page.keyboard.press('Enter');
    await expect(wizard.step('Review')).toBeFocused();
    await tabTo(page, 'button', 'Create and deploy');
    await page.keyboard.press('Enter');
    await expect(wizard.password()).toBeFocused();
    await tabTo(page, 'button', 'Stored, continue');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('progressbar', { name: 'Progress' })).toBeVisible();
    await expect(page.getByText('The site is live')).toBeVisible({ timeout: 60_000 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  test('deploys once for two clicks, and a reload resumes', async ({ page }) => {
    const requests: string[] = [];
    page.on(
      'request',
      (request) => request.method() === 'POST' && requests.push(new URL(request.url()).pathname),
    );
    const slug = uniqueSlug('twice');
    const wizard = new NewTenantPage(page);
    await wizard.open();
    await wizard.fill({ name: slug, slug, domain: `${slug}.localhost` });
    await wizard.toReview();
    await wizard.createAndDeploy();
    await expect(wizard.password()).toBeVisible();
    await expect(page).toHaveURL(/deployment=/);
    await wizard.acknowledge();
    await expect(page.getByText('The site is live')).toBeVisible({ timeout: 60_000 });
    expect(requests.filter((path) => path === '/api/tenants')).toHaveLength(1);
    expect(requests.filter((path) => path.endsWith('/deploy'))).toHaveLength(1);
    await page.reload();
    await expect(page.getByText('The site is live')).toBeVisible();
    await expect(wizard.password()).toBeHidden();
  });

  test('measures the website of the customer while it deploys, and applies what is chosen', async ({
    page,
  }) => {
    const slug = uniqueSlug('look');
    const wizard = new NewTenantPage(page);
    await wizard.open();
    await wizard.fill({ name: slug, slug, domain: `${slug}.localhost` });
    await wizard.next();
    await wizard.next();
    await page.getByRole('radio', { name: /^From the customer’s website/ }).check();
    await wizard.next();
    await expect(page.getByText('An address is required, or another look.')).toBeVisible();
    await wizard.field('Address of the customer’s website').fill('www.harbour-bakery.example');
    await page.reload();
    await expect(wizard.field('Address of the customer’s website')).toHaveValue('www.harbour-bakery.example');
    await wizard.next();
    await expect(page.getByText('Suggestions from www.harbour-bakery.example')).toBeVisible();
    await wizard.createAndDeploy();
    await wizard.acknowledge();
    const theme = page.getByRole('region', { name: 'Theme', exact: true });
    await theme.getByRole('button', { name: 'Apply As measured' }).click();
    await expect(theme.getByText('Version 1 of the theme is applied')).toBeVisible();
    await expect(theme.getByText('Applied', { exact: true })).toBeVisible();
    await expectAccessible(page);
    await expect(page).toHaveURL(/deployment=.*analysis=|analysis=.*deployment=/);
  });

  test('keeps its draft in a closed tab without secrets, and drops it at sign-out', async ({
    page,
    context,
  }) => {
    const wizard = new NewTenantPage(page);
    await wizard.open();
    await wizard.fill({ name: 'Kept', slug: 'kept', domain: 'kept.localhost' });
    await wizard.next();
    await page.getByRole('button', { name: 'Enter one' }).click();
    await page.getByLabel('New password').fill('never-on-disk');
    const stored = () => page.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(await stored()).toContain('Kept');
    expect(await stored()).not.toContain('never-on-disk');
    await page.close();
    const other = await context.newPage();
    await other.goto('/tenants/new?step=review');
    await expect(other.getByText('Kept', { exact: true })).toBeVisible();
    await expect(other.getByText(/restored, without its secret values/)).toBeVisible();
    await other.getByRole('button', { name: 'Sign out' }).click();
    await expect(other).toHaveURL(/\/login/);
    expect(await other.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('Kept');
  });

  test('tells all that is wrong at the review, each with a link that leads there and back', async ({
    page,
  }) => {
    const wizard = new NewTenantPage(page);
    await wizard.open();
    await wizard.fill({ name: 'Twin', slug: 'late', domain: 'late.localhost' });
    await wizard.toReview();
    await page.request.post('/api/tenants', {
      headers: await ownOrigin(page),
      data: { name: 'Faster', slug: 'late', domain: 'late.localhost' },
    });
    await page.getByRole('button', { name: 'Create without deploying' }).click();
    const alert = page.getByRole('alert').filter({ hasText: '2 fields need a change' });
    await expect(alert).toContainText('late belongs to Faster.');
    await expect(alert).toContainText('late.localhost belongs to Faster.');
    await alert.getByRole('link', { name: 'Slug' }).click();
    await wizard.field('Slug').fill('later');
    await wizard.field('Domain').fill('later.localhost');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(wizard.step('Review')).toBeVisible();
    await expect(alert).toBeHidden();
  });

  test('is accessible in every step', async ({ page }) => {
    const slug = uniqueSlug('axe');
    const wizard = new NewTenantPage(page);
    await wizard.open();
    await wizard.next();
    await expectAccessible(page);
    await wizard.fill({ name: slug, slug, domain: `${slug}.localhost` });
    for (const title of ['Configuration', 'Theme', 'Review']) {
      await wizard.next();
      await expect(wizard.step(title)).toBeVisible();
      await expectAccessible(page);
    }
    await page.getByRole('button', { name: 'Create and deploy' }).click();
    await expect(wizard.password()).toBeVisible();
    await expectAccessible(page);
    await wizard.acknowledge();
    await expect(page.getByText('The site is live')).toBeVisible({ timeout: 60_000 });
    await expectAccessible(page);
  });
});

test('NGINX is tested and reloaded, and a refusal marks its line', async ({ page }) => {
  await page.goto('/nginx');
  await page.getByRole('link', { name: /^nginx\.conf/ }).click();
  await expect(page.getByRole('region', { name: 'Text of nginx.conf' })).toContainText('worker_processes');
  await page.getByRole('button', { name: 'Test and reload' }).click();
  await expect(page.getByText('NGINX was reloaded')).toBeVisible();
  await expectAccessible(page);

  await setNginx(page, 'break');
  try {
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await expect(page).toHaveURL(/file=hosts\.map/);
    await expect(page.getByRole('region', { name: 'Text of hosts.map' })).toContainText('Error in line 2');
    await page.getByRole('button', { name: 'Test and reload' }).click();
    await expect(page.getByText(/works on as before/)).toBeVisible();
    await expectAccessible(page);
  } finally {
    await setNginx(page, 'mend');
  }
});
