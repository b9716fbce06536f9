import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { DeploymentPage } from './pages/deployment-page';
import { LoginPage } from './pages/login-page';
import { NewTenantPage } from './pages/new-tenant-page';
import { TenantPage } from './pages/tenant-page';
import { TenantsPage } from './pages/tenants-page';
import { uniqueSlug } from './session';

const wholeDeploymentMs = 150_000;

/** A release whose build and migration take more than 8 s, so that a page and its reload see the deployment under way. */
const scratch = mkdtempSync(join(tmpdir(), 'tm-e2e.'));
const slowRelease = join(scratch, 'campaign');
test.beforeAll(() => {
  execFileSync('../deploy/sample-app/make-release.sh', [slowRelease, '--fault', 'slow-migrate']);
});
test.afterAll(() => rmSync(scratch, { recursive: true }));

test('from sign-in to a live site, with a reload in between', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  const slug = uniqueSlug('e2e');
  await new LoginPage(page).open('/tenants');
  await new LoginPage(page).signIn();
  await new TenantsPage(page).newTenant();
  const form = new NewTenantPage(page);
  await form.fill({ name: `Site ${slug}`, slug, domain: `${slug}.localhost` });
  await form.fromDirectory(slowRelease);
  await form.create();
  await expect(form.password()).toBeVisible();
  await form.acknowledge();

  const tenant = new TenantPage(page);
  await expect(tenant.heading(`Site ${slug}`)).toBeVisible();
  await tenant.deploy();
  await expect(page).toHaveURL(/\/deployments\/[0-9a-f-]{36}$/);

  const deployment = new DeploymentPage(page);
  await expect(deployment.streamState('Live')).toBeVisible();
  await expect(deployment.lines().first()).toBeVisible();
  await expect
    .poll(() => deployment.steps().filter({ hasText: ': Done' }).count(), { timeout: wholeDeploymentMs })
    .toBeGreaterThan(1);
  const before = await deployment.percent();

  await page.reload();
  await expect(deployment.lines().first()).toBeVisible();
  expect(await deployment.percent()).toBeGreaterThanOrEqual(before);

  await expect(deployment.outcome()).toBeVisible({ timeout: wholeDeploymentMs });
  await expect(deployment.streamState('Complete')).toBeVisible();
  expect(await deployment.percent()).toBe(100);
  await expect(deployment.siteLink()).toHaveAttribute('href', new RegExp(`^https?://${slug}\\.localhost`));
  await deployment.viewport().evaluate((element) => element.scrollTo(0, 0));
  await expect.poll(() => deployment.seqs().then((seqs) => seqs[0])).toBe(1);
  const seqs = await deployment.seqs();
  expect(seqs).toEqual(seqs.map((_, index) => index + 1));
  await expectAccessible(page);

  await page
    .getByRole('navigation', { name: 'Breadcrumb' })
    .getByRole('link', { name: `Site ${slug}` })
    .click();
  await expect(tenant.section('Services')).toContainText('Running');
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});
