import { type Page, test } from '@playwright/test';
import { doneAnalysis, hasScenario, ownOrigin, signIn } from './session';

const folder = '../screenshots';
const widths = [360, 1280];
const schemes = ['light', 'dark'] as const;

/** Full-page screenshots in both schemes at both widths, without animations. */
async function picture(page: Page, name: string, isWhole = true) {
  for (const width of widths)
    for (const colorScheme of schemes) {
      await page.setViewportSize({ width, height: width < 500 ? 760 : 860 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.evaluate(() => document.fonts.ready);
      await page.waitForTimeout(150);
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: isWhole });
    }
}

async function create(page: Page, slug: string): Promise<string> {
  const headers = await ownOrigin(page);
  await page.request.post('/api/tenants', {
    headers,
    data: { name: 'North Quay Theatre', slug, domain: `${slug}.localhost` },
  });
  const answer = await page.request.post(`/api/tenants/${slug}/deploy`, { headers, data: {} });
  return (await answer.json()).deploymentId;
}

test('every page in both schemes, at 360 and 1280 px', async ({ page }) => {
  await page.goto('/login');
  await picture(page, 'login');
  await page.getByLabel('Username').fill('admin');
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Wrong username or password').waitFor();
  await picture(page, 'login-refused');

  await signIn(page);
  if (await hasScenario(page.request, 'empty')) {
    await page.goto('/');
    await page.getByText('First steps').waitFor();
    await picture(page, 'dashboard-empty');
    await page.goto('/tenants');
    await page.getByText('No tenants yet').waitFor();
    await picture(page, 'tenants-empty');
    await page.goto('/deployments');
    await picture(page, 'deployments-empty');
    await hasScenario(page.request, 'filled');
  }

  await page.goto('/');
  await page.getByRole('img', { name: /Processors/ }).waitFor();
  await picture(page, 'dashboard');
  await page.goto('/nginx');
  await page.getByRole('region', { name: /Text of/ }).waitFor();
  await picture(page, 'nginx');
  await page.goto('/tenants');
  await page.getByRole('table').waitFor();
  await picture(page, 'tenants');
  await page.goto('/tenants?search=nothing-is-called-this');
  await page.getByText('No tenant matches').waitFor();
  await picture(page, 'tenants-no-match');

  await page.goto('/tenants/new');
  await picture(page, 'tenant-new');
  await page.getByLabel('Slug').fill('No');
  await page.getByLabel('Git repository').check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await picture(page, 'tenant-new-refused');
  await page.getByLabel('Default source').check();
  await page.getByLabel('Name', { exact: true }).fill('North Quay Theatre');
  await page.getByLabel('Slug', { exact: true }).fill('north-quay');
  await page.getByLabel('Domain', { exact: true }).fill('north-quay.localhost');
  for (const step of ['configuration', 'theme', 'review']) {
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { level: 2, name: new RegExp(step, 'i') }).waitFor();
    await picture(page, `tenant-new-${step}`);
  }
  await page.getByRole('button', { name: 'Create and deploy' }).click();
  await page.getByRole('button', { name: 'Stored, continue' }).waitFor();
  await picture(page, 'tenant-new-password');
  await page.getByRole('button', { name: 'Stored, continue' }).click();
  await page.getByRole('progressbar').waitFor();
  await picture(page, 'tenant-new-deploy');

  await page.goto('/tenants/demo');
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  await picture(page, 'tenant');
  for (const tab of [
    'health',
    'backups',
    'configuration',
    'theme',
    'deployments',
    'services',
    'logs',
    'errors',
  ]) {
    await page.goto(`/tenants/demo/${tab}`);
    await page.getByRole('status', { name: 'Loading' }).waitFor({ state: 'detached' });
    await picture(page, `tenant-${tab}`);
  }
  await page.goto(`/tenants/demo/theme/${doneAnalysis}`);
  await page.getByRole('button', { name: /vivid blue/ }).click();
  await picture(page, 'tenant-theme-analysis');
  for (const name of [
    'logs',
    'backups',
    'backups/tenants',
    'ports',
    'settings',
    'users',
    'tokens',
    'audit',
    'account',
  ]) {
    await page.goto(`/${name}`);
    await page.getByRole('status', { name: 'Loading' }).waitFor({ state: 'detached' });
    await picture(page, name.replace('/', '-'));
  }
  await page.goto('/deployments');
  await picture(page, 'deployments');
  await page.goto('/tenants/no-such-tenant');
  await page.getByRole('alert').waitFor();
  await picture(page, 'not-found');

  const slug = `quay-${Date.now().toString(36)}`;
  const running = await create(page, slug);
  await page.goto(`/tenants/${slug}`);
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  await picture(page, 'tenant-deploying');
  await page.goto(`/deployments/${running}`);
  await page.getByRole('region', { name: 'Deployment log', exact: true }).getByText('Live').waitFor();
  await picture(page, 'deployment-running');
  await page.getByText('The site is live').waitFor({ timeout: 150_000 });
  await picture(page, 'deployment-succeeded');

  if (await hasScenario(page.request, 'many')) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto('/tenants');
    await page.getByRole('row').nth(20).waitFor();
    await picture(page, 'tenants-many', false);
    await hasScenario(page.request, 'filled');
    const failed = await create(page, 'broken-theatre');
    await page.goto(`/deployments/${failed}`);
    await page.getByRole('heading', { name: 'Health check failed' }).waitFor({ timeout: 60_000 });
    await picture(page, 'deployment-failed');
  }

  await page.setViewportSize({ width: 360, height: 760 });
  await page.goto('/tenants');
  await page.getByRole('button', { name: 'Open the menu' }).click();
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${folder}/menu-360-${colorScheme}.png` });
  }
});
