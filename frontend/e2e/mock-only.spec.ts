import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { DeploymentPage } from './pages/deployment-page';
import { LoginPage } from './pages/login-page';
import { hasScenario, ownOrigin, password, signIn, uniqueSlug } from './session';

// Scenarios that need the mock: long logs, an intended failure, a session that ends.
test.beforeEach(async ({ page }) => {
  await signIn(page);
  expect(await hasScenario(page.request, 'filled')).toBe(true);
});

async function deploy(page: Page, slug: string) {
  const headers = await ownOrigin(page);
  await page.request.post('/api/tenants', {
    headers,
    data: { name: slug, slug, domain: `${slug}.localhost` },
  });
  const answer = await page.request.post(`/api/tenants/${slug}/deploy`, { headers, data: {} });
  const deployment = new DeploymentPage(page);
  await deployment.open((await answer.json()).deploymentId);
  return deployment;
}

test('a long log follows its end, keeps the scroll position, and renders only visible rows', async ({
  page,
}) => {
  const deployment = await deploy(page, uniqueSlug('chatty'));
  await expect
    .poll(() => deployment.seqs().then((seqs) => seqs.at(-1) ?? 0), { timeout: 60_000 })
    .toBeGreaterThan(2000);
  expect(await deployment.lines().count()).toBeLessThan(120);

  await deployment.viewport().hover();
  await page.mouse.wheel(0, -3000);
  const jump = page.getByRole('button', { name: /new lines?$|^Follow$/ });
  await expect(jump).toBeVisible();
  const [top] = await deployment.seqs();
  await expect(jump).toHaveText(/\d+ new lines/);
  expect((await deployment.seqs())[0]).toBe(top);
  await jump.click();
  await expect(jump).toBeHidden();
  await expect
    .poll(() => deployment.seqs().then((seqs) => seqs.at(-1) ?? 0))
    .toBeGreaterThan((top ?? 0) + 100);

  await page.getByRole('button', { name: 'Pause' }).click();
  const held = (await deployment.seqs()).at(-1);
  await expect(page.getByRole('button', { name: /^Paused · \d+ new lines/ })).toBeVisible();
  expect((await deployment.seqs()).at(-1)).toBe(held);
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect.poll(() => deployment.seqs().then((seqs) => seqs.at(-1) ?? 0)).toBeGreaterThan(held ?? 0);
  await page.request.post('/mock/hush');
  await expect(deployment.outcome()).toBeVisible({ timeout: 60_000 });
});

test('a search counts its matches, steps through them and can hide other lines', async ({ page }) => {
  const deployment = await deploy(page, uniqueSlug('find'));
  await expect(deployment.outcome()).toBeVisible({ timeout: 60_000 });
  await page.getByRole('searchbox', { name: 'Search the log' }).fill('HEALTH');
  await expect(deployment.log().getByText('1 of 3', { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(deployment.log().getByText('2 of 3', { exact: true })).toBeVisible();
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+Enter');
  await expect(deployment.log().getByText('3 of 3', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Only matching lines' }).click();
  await expect(deployment.lines()).toHaveCount(3);
  await expectAccessible(page);
  await page.getByRole('searchbox', { name: 'Search the log' }).press('Escape');
  await expect.poll(() => deployment.lines().count()).toBeGreaterThan(10);
});

test('the log can be wrapped, timestamped and downloaded, and stores its display options', async ({
  page,
}) => {
  const deployment = await deploy(page, uniqueSlug('keep'));
  await expect(deployment.outcome()).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Show times' }).click();
  await page.getByRole('button', { name: 'Wrap long lines' }).click();
  await expect(deployment.lines().last()).toContainText(/\d\d:\d\d:\d\d/);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Show times' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('button', { name: 'Wrap long lines' })).toHaveAttribute('aria-pressed', 'true');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download log' }).click();
  const text = await (await (await download).createReadStream()).toArray();
  expect(Buffer.concat(text).toString()).toContain('slot a is live');
  expect(Buffer.concat(text).toString()).not.toContain('\u001b');
});

test('a failed deployment shows the failed step, the rollback, and its last lines', async ({ page }) => {
  const deployment = await deploy(page, uniqueSlug('broken'));
  await expect(page.getByRole('heading', { name: 'Health check failed' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/All changes were undone: Configuration/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Last lines' })).toContainText('campaign.locale');
  expect(await deployment.percent()).toBeLessThan(100);
  await expectAccessible(page);
  await page.getByRole('button', { name: /Health check/ }).click();
  await expect(deployment.viewport()).toBeFocused();
});

test('a session that ends is renewed over the page, and the action continues', async ({ page }) => {
  await page.goto('/tenants/demo');
  await expect(page.getByRole('heading', { name: 'Demo' })).toBeVisible();
  await page.request.post('/mock/expire');
  await page.getByRole('button', { name: 'Restart' }).click();
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('Password', { exact: true }).fill(password);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/\/deployments\//);
});

test('a cut stream resumes after the last line, without gaps or duplicates', async ({ page }) => {
  const resumed: (string | undefined)[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'eventsource' && request.url().includes('/logs'))
      resumed.push(request.headers()['last-event-id']);
  });
  const deployment = await deploy(page, uniqueSlug('drop'));
  await expect(deployment.streamState('Live')).toBeVisible();
  await expect.poll(() => deployment.lines().count()).toBeGreaterThan(3);
  await page.request.post('/mock/drop');
  await expect(deployment.streamState('Reconnecting')).toBeVisible();
  await expect(deployment.streamState('Live')).toBeVisible();
  await expect(deployment.outcome()).toBeVisible({ timeout: 60_000 });
  await deployment.viewport().evaluate((element) => element.scrollTo(0, 0));
  await expect.poll(() => deployment.seqs().then((seqs) => seqs[0])).toBe(1);
  const seqs = await deployment.seqs();
  expect(seqs).toEqual(seqs.map((_, index) => index + 1));
  expect(resumed.length).toBeGreaterThan(1);
});

test('a lost connection is reported, and data is current after it returns', async ({ page, context }) => {
  const deployment = await deploy(page, uniqueSlug('cut'));
  await expect(deployment.lines().first()).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText('Offline')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('Connected')).toBeVisible();
  await expect(deployment.outcome()).toBeVisible({ timeout: 60_000 });
  const seqs = await deployment.seqs();
  expect(seqs).toEqual(seqs.map((_, index) => (seqs[0] ?? 0) + index));
});

test('empty lists describe their future content', async ({ page }) => {
  await hasScenario(page.request, 'empty');
  for (const path of ['/tenants', '/deployments']) {
    await page.goto(path);
    await expect(page.getByText(/yet$/).first()).toBeVisible();
    await expectAccessible(page);
  }
  await hasScenario(page.request, 'filled');
});

test('sign-in returns to a deployment', async ({ page }) => {
  await page.goto('/deployments');
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  await page.waitForURL(/\/deployments\/./);
  const path = new URL(page.url()).pathname;
  await page.request.post('/mock/expire');
  await page.context().clearCookies();
  await page.goto(path);
  await new LoginPage(page).signIn();
  await expect(page).toHaveURL(path);
  await expect(new DeploymentPage(page).lines().first()).toBeVisible();
});
