import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, isAll } from './accessibility';
import { doneAnalysis, hasScenario, signIn } from './session';

// What every page promises, on the mock. The mock's tenant Demo has everything; EVERY_PAGE=all tries all states in both schemes
// at both widths, as `make endurance` does.
// The promise is measured by `make endurance`, where nothing runs beside it.
const withinMs = isAll ? 5_000 : 20_000;

const addresses = [
  '/',
  '/tenants',
  '/tenants/new',
  '/tenants/demo',
  '/tenants/demo/health',
  '/tenants/demo/configuration',
  '/tenants/demo/theme',
  `/tenants/demo/theme/${doneAnalysis}`,
  '/tenants/demo/backups',
  '/tenants/demo/deployments',
  '/tenants/demo/source',
  '/tenants/demo/services',
  '/tenants/demo/certificate',
  '/tenants/demo/logs',
  '/tenants/demo/errors',
  '/tenants/demo/commands',
  '/tenants/demo/remote',
  '/tenants/demo/audit',
  '/deployments',
  '/releases',
  '/backups',
  '/backups/tenants',
  '/backups/import',
  '/backups/keys',
  '/alerts',
  '/alerts/0190aaaa-0000-7000-8000-000000000001',
  '/alert-rules',
  '/schedules',
  '/ports',
  '/certificates',
  '/nginx',
  '/logs',
  '/audit',
  '/users',
  '/tokens',
  '/settings',
  '/credentials',
  '/sessions',
  '/account',
];

test.beforeEach(async ({ page }) => {
  await signIn(page);
  expect(await hasScenario(page.request, 'filled')).toBe(true);
});

async function failedDeployment(page: Page): Promise<string> {
  const answer = await page.request.get('/api/deployments?status=failed');
  return `/deployments/${(await answer.json()).items[0].id}`;
}

/** How much of a page moved while it was drawn: the score of Web Vitals, which is good up to 0.1. */
const movement = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let score = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
            score += entry.value;
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(score))));
      }),
  );

const banner = (page: Page) => page.getByText('Manager unreachable. Sites stay up.').first();

test('every page says within 5 s that the manager is away, and heals by itself', async ({ page }) => {
  test.setTimeout(isAll ? 3_600_000 : 300_000);
  for (let round = 0; round < (isAll ? 10 : 1); round++)
    for (const address of [...addresses, await failedDeployment(page)]) {
      await page.goto(address);
      await expect(page.getByText('Live', { exact: true }).first(), address).toBeVisible();
      const heading = await page.locator('h1').first().textContent();

      await page.request.post('/mock/away');
      await expect(banner(page), address).toBeVisible({ timeout: withinMs });

      await page.request.post('/mock/back');
      await expect(banner(page), address).toBeHidden({ timeout: 30_000 });
      await expect(page.getByText('Live', { exact: true }).first(), address).toBeVisible({ timeout: 30_000 });
      await expect(page.locator('h1').first()).toHaveText(heading ?? '');
    }
});

test('every page stays in place while it loads, is accessible, and has one heading and a title', async ({
  page,
}) => {
  test.setTimeout(isAll ? 3_600_000 : 300_000);
  // So that what is shown before the data is seen.
  await page.route(/\/api\/(?!events|auth)/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    await route.continue().catch(() => undefined);
  });
  const scenarios = isAll ? ['filled', 'empty', 'many'] : ['filled'];
  for (const scenario of scenarios) {
    const extra = scenario === 'empty' ? [] : [await failedDeployment(page)];
    await hasScenario(page.request, scenario);
    for (const address of [...addresses, ...extra, '/nowhere']) {
      await page.goto(address);
      await expect(page.locator('h1'), address).toHaveCount(1);
      await expect(page, address).toHaveTitle(/ · Tenant Manager$/);
      await expect(page.getByRole('status', { name: /loading/i }), address).toHaveCount(0);
      await expect(page.locator('[aria-busy="true"]'), address).toHaveCount(0);
      if (isAll) expect(await movement(page), `${address} moves while it loads`).toBeLessThanOrEqual(0.05);
      await expectAccessible(page);
    }
  }
});

test('every page is reached by keyboard: Tab comes to its first control with a visible focus', async ({
  page,
}) => {
  test.setTimeout(300_000);
  for (const address of addresses) {
    await page.goto(address);
    await expect(page.locator('h1').first(), address).toBeVisible();
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      if (!element || element === document.body) return null;
      const style = getComputedStyle(element);
      return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
    });
    expect(focused, `${address}: the first control shows its focus`).toBe(true);
    // Shadows are not drawn in forced colours, outlines are.
    await page.emulateMedia({ forcedColors: 'active' });
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement as Element).outlineStyle,
    );
    expect(outline, `${address}: the focus shows in forced colours`).not.toBe('none');
    await page.emulateMedia({ forcedColors: 'none' });
  }
});

test('no page loses a keystroke or sticks when answers take 3 s and fail at random', async ({ page }) => {
  test.setTimeout(300_000);
  let asked = 0;
  await page.route(/\/api\/(?!events|auth)/, async (route) => {
    asked += 1;
    if (route.request().method() === 'GET' && asked % 5 === 0)
      return route.fulfill({
        status: 500,
        contentType: 'application/problem+json',
        body: JSON.stringify({ title: 'Internal error', status: 500, code: 'internal', instance: 'i' }),
      });
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await route.continue().catch(() => undefined);
  });
  await page.goto('/tenants');
  const search = page.getByRole('searchbox').first();
  await search.pressSequentially('ridgeline', { delay: 250 });
  await expect(search).toHaveValue('ridgeline');
  await expect(search).toBeFocused();
  await page.unroute(/\/api\/(?!events|auth)/);
  await page.goto('/tenants?search=ridgeline');
  await expect(page.getByRole('row').filter({ hasText: 'Ridgeline' })).toHaveCount(1);
});
