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

test('a failed deployment shows the failed step, the rollback, and its last error line', async ({ page }) => {
  const deployment = await deploy(page, uniqueSlug('broken'));
  await expect(page.getByRole('heading', { name: 'Health check failed' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/Rolled back\. Nothing is live yet\./)).toBeVisible();
  await expect(page.getByText(/campaign\.locale/).first()).toBeVisible();
  await expect(deployment.steps().filter({ hasText: ': Undone' })).toHaveCount(3);
  expect(await deployment.percent()).toBeLessThan(100);
  await expectAccessible(page);
  await page.getByRole('button', { name: /Health check/ }).click();
  await expect(deployment.viewport()).toBeFocused();
});

test('a session that ends is renewed over the page, and the action continues', async ({ page }) => {
  await page.goto('/tenants/demo');
  await expect(page.getByRole('heading', { name: 'Demo' })).toBeVisible();
  // not at once: a request of the page in the background would ask for the password before the click
  await page.request.post('/mock/expire?at=change');
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
  await expect(page.getByText('Live', { exact: true }).first()).toBeVisible();
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
  await page.getByRole('main').getByRole('row').getByRole('link').first().click();
  await page.waitForURL(/\/deployments\/./);
  const path = new URL(page.url()).pathname;
  await page.request.post('/mock/expire');
  await page.context().clearCookies();
  await page.goto(path);
  await new LoginPage(page).signIn();
  await expect(page).toHaveURL(path);
  await expect(new DeploymentPage(page).lines().first()).toBeVisible();
});

test('eighteen tenants fit on a screen, in columns that do not move', async ({ page }) => {
  await hasScenario(page.request, 'many');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/tenants');
  const rows = page.getByRole('row');
  await expect(rows.nth(20)).toBeAttached();
  const visible = await rows.evaluateAll(
    (all) => all.slice(1).filter((row) => row.getBoundingClientRect().bottom <= innerHeight).length,
  );
  expect(visible).toBeGreaterThanOrEqual(18);
  const heads = () =>
    page.getByRole('columnheader').evaluateAll((all) => all.map((head) => head.getBoundingClientRect().left));
  const before = await heads();
  await page.goto('/tenants?search=ridgeline');
  await expect(rows).toHaveCount(2);
  expect(await heads()).toEqual(before);
  await hasScenario(page.request, 'filled');
});

test('steps, log and failure are visible on one screen', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const deployment = await deploy(page, uniqueSlug('broken'));
  await expect(page.getByRole('heading', { name: 'Health check failed' })).toBeVisible({ timeout: 60_000 });
  for (const part of [deployment.steps().last(), deployment.lines().last(), page.locator('#failure')])
    await expect(part).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(800);
});

test('a wrapped log is measured exactly, and follows to its last line', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 760 });
  const deployment = await deploy(page, uniqueSlug('wrap'));
  await expect(deployment.outcome()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: 'Wrap long lines' })).toHaveAttribute('aria-pressed', 'true');
  await deployment.log().scrollIntoViewIfNeeded();
  await deployment.viewport().evaluate((element) => element.scrollTo(0, element.scrollHeight));
  const measured = await deployment.viewport().evaluate((element) => {
    const rows = [...element.querySelectorAll<HTMLElement>('[data-seq]')];
    const content = rows[0]?.parentElement?.parentElement;
    return {
      drawn:
        rows.reduce((height, row) => height + row.offsetHeight, 0) + (rows[0]?.parentElement?.offsetTop ?? 0),
      expected: content?.offsetHeight,
      lastBottom: rows.at(-1)?.getBoundingClientRect().bottom ?? 0,
      bottom: element.getBoundingClientRect().bottom,
    };
  });
  expect(measured.drawn).toBe(measured.expected);
  expect(measured.lastBottom).toBeLessThanOrEqual(measured.bottom);
});

test('a page that is opened while the manager is away appears by itself', async ({ page }) => {
  await page.goto('/tenants');
  await expect(page.getByRole('table')).toBeVisible();
  await page.request.post('/mock/away');
  await page.goto('/deployments');
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await expect(page.getByText('Manager unreachable. Sites stay up.').first()).toBeVisible();
  await page.request.post('/mock/back');
  await expect(page.getByRole('row').nth(1)).toBeVisible({ timeout: 20_000 });
});

test('a variable is added, compared, and saved', async ({ page }) => {
  await page.goto('/tenants/demo/configuration');
  await page.getByRole('button', { name: 'Paste .env' }).click();
  await page.getByLabel('Content of the .env file').fill('GREETING="Hello"\nMAIL_PASSWORD=abc');
  await page.getByRole('button', { name: 'Take over' }).click();
  await expect(page.getByText('2 unsaved changes')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('ControlOrMeta+s');
  const dialog = page.getByRole('dialog', { name: 'Save configuration' });
  await expect(dialog).toContainText('(new secret)');
  await expect(dialog).not.toContainText('abc');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('unsaved')).toHaveCount(0);
  await expect(page.getByText('The running services use an older version')).toBeVisible();
});

test('a tenant is deleted by its typed slug only', async ({ page }) => {
  const slug = uniqueSlug('gone');
  const headers = await ownOrigin(page);
  await page.request.post('/api/tenants', {
    headers,
    data: { name: slug, slug, domain: `${slug}.localhost` },
  });
  await page.goto(`/tenants/${slug}`);
  await page.getByRole('button', { name: `Actions for ${slug}` }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const confirm = page.getByRole('button', { name: 'Delete tenant' });
  await expect(confirm).toBeDisabled();
  await expect(page.getByLabel(/^Type/)).toBeFocused();
  await expectAccessible(page);
  await page.getByLabel(/^Type/).fill(slug);
  await confirm.click();
  await expect(page).toHaveURL(/\/deployments\//);
  await expect(page.getByText('Tenant deleted')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Deletion of ${slug}`);
});

test('the palette and the letters go everywhere, and can be switched off', async ({ page }) => {
  await page.goto('/tenants');
  await expect(page.getByRole('table')).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ports');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Page, tenant or action' }).fill('demo');
  await expect(page.getByRole('option', { name: /^Demo/ })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/tenants\/demo$/);
  await page.goto('/account');
  await page.getByRole('switch', { name: 'Single-key shortcuts' }).click();
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My account');
});

test('an API token for one tenant is shown once', async ({ page }) => {
  await page.goto('/tokens');
  await page.getByRole('button', { name: 'New token' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New API token' });
  await dialog.getByLabel('Purpose').fill('Deploys from CI');
  await dialog.getByRole('combobox', { name: 'Tenants' }).fill('dem');
  await page.getByRole('option', { name: 'Demo' }).click();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Create token' }).click();
  await expect(dialog.getByText(/^tm_/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog.getByText(/^tm_/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Stored' }).click();
  const row = page.getByRole('row', { name: /Deploys from CI/ });
  await expect(row).toContainText('Demo');
  await expect(page.getByText(/^tm_/)).toHaveCount(0);
});

test('back and forward keep the heading in view', async ({ page }) => {
  await hasScenario(page.request, 'many');
  await page.goto('/tenants');
  await page.getByRole('link', { name: 'Site 45', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Site 45' })).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Tenants' })).toBeInViewport();
  await hasScenario(page.request, 'filled');
});
