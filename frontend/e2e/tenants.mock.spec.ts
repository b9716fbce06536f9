import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { hasScenario, ownOrigin, signIn, uniqueSlug } from './session';

// The pages of tenants, accounts and settings on the mock.
test.beforeEach(async ({ page }) => {
  await signIn(page);
  expect(await hasScenario(page.request, 'filled')).toBe(true);
});

const rows = (page: Page) => page.getByRole('table', { name: 'Tenants' }).locator('tbody tr');
const firstNames = async (page: Page, count: number) =>
  (await rows(page).locator('th a').allTextContents()).slice(0, count);

test.describe('the list of tenants', () => {
  test('shows what failed first when asked to, in the address', async ({ page }) => {
    await page.goto('/tenants');
    await page.getByLabel('Order').selectOption('Failed first');
    await expect(page).toHaveURL(/sort=attention/);
    await expect
      .poll(() => firstNames(page, 2))
      .toEqual(['Ridgeline Cycling Club and Repair Workshop', 'Harbour Bakery']);
    await page.reload();
    await expect.poll(() => firstNames(page, 1)).toEqual(['Ridgeline Cycling Club and Repair Workshop']);
  });

  test('filters by a label, and saves the filters for this user', async ({ page }) => {
    await page.setViewportSize({ width: 1600, height: 800 });
    await page.goto('/tenants');
    await rows(page).filter({ hasText: 'Harbour' }).getByRole('link', { name: 'pilot' }).click();
    await expect(page).toHaveURL(/label=pilot/);
    await expect(rows(page)).toHaveCount(2);
    await page.getByRole('button', { name: 'Saved filters' }).click();
    await page.getByRole('menuitem', { name: 'Save these filters' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Pilots');
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await page.goto('/tenants');
    await expect(rows(page)).toHaveCount(5);
    await page.getByRole('button', { name: 'Saved filters' }).click();
    await page.getByRole('menuitem', { name: 'Pilots' }).click();
    await expect(page).toHaveURL(/label=pilot/);
    await expect(rows(page)).toHaveCount(2);
  });

  test('is searched, walked and opened by the keyboard alone', async ({ page }) => {
    await page.goto('/tenants');
    await expect(rows(page)).toHaveCount(5);
    await page.keyboard.press('/');
    await page.keyboard.type('e');
    await expect(page).toHaveURL(/search=e/);
    await rows(page).locator('th a').first().focus();
    await page.keyboard.press('ArrowDown');
    await expect(rows(page).locator('th a').nth(1)).toBeFocused();
    const name = await rows(page).locator('th a').nth(1).textContent();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name ?? '');
  });

  test('has a slot pair of 22 by 12 pixels in every row', async ({ page }) => {
    await page.goto('/tenants');
    const marks = rows(page).getByRole('img', { name: /^Slots:/ });
    await expect(marks).toHaveCount(5);
    for (const box of await marks.evaluateAll((all) =>
      all.map((mark) => mark.getBoundingClientRect().toJSON()),
    ))
      expect(box).toMatchObject({ width: 22, height: 12 });
    await expect(marks.and(rows(page).filter({ hasText: 'Demo' }).getByRole('img'))).toHaveAccessibleName(
      'Slots: live, standby',
    );
    await expect(marks.and(rows(page).filter({ hasText: 'Orchard' }).getByRole('img'))).toHaveAccessibleName(
      'Slots: empty, empty',
    );
  });

  test('acts on all of a label with a result for each, on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 760 });
    await page.goto('/tenants?label=pilot');
    await page.getByRole('checkbox', { name: 'Select Harbour Bakery' }).click();
    await page.getByRole('button', { name: 'Select all 2' }).click();
    const bar = page.getByRole('region', { name: 'Selection' });
    await expect(bar).toContainText('2 selected');
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 760 });
    await bar.getByRole('button', { name: 'Restart' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('1 tenant of the selection will be left as they are');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Restart 1 tenant' }).click();
    await expect(dialog).toContainText('1 accepted, 1 left as they are');
    await expect(dialog.getByRole('listitem').filter({ hasText: 'Harbour Bakery' })).toContainText(
      'Accepted',
    );
    await expect(dialog.getByRole('listitem').filter({ hasText: 'City Museum' })).toContainText(
      'Does not run',
    );
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(bar).toHaveCount(0);
  });

  test('draws no more for ten thousand tenants than for sixty, and asks for one page at a time', async ({
    page,
  }) => {
    const count = () => page.evaluate(() => document.querySelectorAll('*').length);
    // When the page has everything that it loads.
    const nodes = async () => {
      const counts = [await count()];
      const grown = async () => counts.push(await count()) && (counts.at(-1) ?? 0) - (counts.at(-2) ?? 0);
      await expect.poll(grown, { intervals: [300] }).toBe(0);
      return counts.at(-1) ?? 0;
    };
    await hasScenario(page.request, 'many');
    await page.goto('/tenants?search=site');
    await expect(rows(page)).toHaveCount(50);
    const few = await nodes();
    await hasScenario(page.request, 'crowd');
    const sizes: (string | null)[] = [];
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.pathname === '/api/tenants') sizes.push(url.searchParams.get('size'));
    });
    await page.goto('/tenants?search=crowd');
    await expect(page.getByText('10000 found')).toBeVisible();
    expect(await nodes()).toBeLessThan(few * 1.2);
    await page.getByRole('searchbox').fill('crowd-77');
    await expect(page.getByText('111 found')).toBeVisible();
    await page.getByLabel('Order').selectOption('Newest first');
    await expect(page).toHaveURL(/createdAt/);
    expect(new Set(sizes)).toEqual(new Set(['50']));
    await page.getByRole('checkbox', { name: 'Select this page' }).click();
    await page.getByRole('button', { name: 'Select all 111' }).click();
    await expect(page.getByText('111 selected')).toBeVisible();
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(page.getByText('51–100 of 111')).toBeVisible();
    await expect(page.getByText('111 selected')).toBeVisible();
    expect(await rows(page).count()).toBe(50);
    await hasScenario(page.request, 'filled');
  });

  test('says what went wrong, and offers to try again', async ({ page }) => {
    let isBroken = true;
    await page.route('**/api/tenants?*', (route) =>
      isBroken
        ? route.fulfill({
            status: 500,
            contentType: 'application/problem+json',
            body: JSON.stringify({ title: 'Internal error', status: 500, instance: 'abc123' }),
          })
        : route.continue(),
    );
    await page.goto('/tenants');
    await expect(page.getByRole('alert')).toContainText('Internal error');
    await expectAccessible(page);
    isBroken = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(rows(page)).toHaveCount(5);
  });
});

test.describe('a tenant', () => {
  test('is edited with labels, notes and a time zone that exists', async ({ page }) => {
    await page.goto('/tenants/demo');
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Edit tenant' });
    await dialog.getByLabel(/^Labels/).fill('Fair, region:EU');
    await dialog.getByLabel(/^Time zone/).fill('Mars/Olympus');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByText(/must be a time zone/).last()).toBeVisible();
    await dialog.getByLabel(/^Time zone/).fill('Asia/Tokyo');
    await dialog.getByLabel(/^Notes/).fill('Ask before a stop.');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    const notes = page.getByRole('region', { name: 'Labels and notes' });
    await expect(notes).toContainText('Ask before a stop.');
    await expect(notes.getByRole('link', { name: 'fair' })).toBeVisible();
    await expect(page.getByText('Asia/Tokyo')).toBeVisible();
  });

  test('tells what visitors get under each host name', async ({ page }) => {
    await page.goto('/tenants/demo');
    const hosts = page.getByRole('region', { name: 'Host names' });
    await expect(hosts.getByRole('listitem').filter({ hasText: 'old-demo' })).toContainText('Redirects');
    await expect(hosts.getByRole('listitem').filter({ hasText: 'www.demo' })).toContainText('Shows the site');
  });

  test('shows a change of its configuration in the versions, and restores an earlier one', async ({
    page,
  }) => {
    await page.goto('/tenants/demo/configuration');
    await page.getByRole('button', { name: 'Paste .env' }).click();
    await page.getByLabel('Content of the .env file').fill('REGION=eu-north');
    await page.getByRole('button', { name: 'Take over' }).click();
    await page.keyboard.press('ControlOrMeta+s');
    await page
      .getByRole('dialog', { name: 'Save configuration' })
      .getByRole('button', { name: 'Save' })
      .click();
    const versions = page.getByRole('region', { name: 'Versions' });
    await expect(versions).toContainText('Version 2');
    await versions.getByRole('button', { name: /Compare version 1/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Version 2 to version 1' });
    await expect(dialog).toContainText('eu-north');
    await expect(dialog).toContainText('eu-central');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Restore version 1' }).click();
    await expect(dialog).toBeHidden();
    await expect(versions).toContainText('Version 3');
    await expect(page.getByLabel('Value of REGION')).toHaveValue('eu-central');
  });

  test('runs a command of its manifest and shows its log', async ({ page }) => {
    await page.goto('/tenants/demo/commands');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Run reindex' }).click();
    await expect(page.getByRole('dialog')).toContainText('./run reindex --all');
    await page.getByRole('dialog').getByRole('button', { name: 'Run' }).click();
    await expect(page).toHaveURL(/\/deployments\//);
    await page.goto('/tenants/demo/commands');
    await expect(page.getByRole('region', { name: 'Runs' }).getByRole('row')).toHaveCount(2);
  });

  test('has the audit log of its own changes alone', async ({ page }) => {
    await page.goto('/tenants/demo/audit');
    await expect(page.getByRole('row', { name: /tenant\.create/ })).toHaveCount(1);
    await expect(page.getByRole('row', { name: /harbour/ })).toHaveCount(0);
    await expectAccessible(page);
  });

  test('goes back to any earlier release', async ({ page }) => {
    const headers = await ownOrigin(page);
    const slug = uniqueSlug('back');
    await page.request.post('/api/tenants', {
      headers,
      data: { name: slug, slug, domain: `${slug}.localhost` },
    });
    await page.goto(`/tenants/${slug}`);
    await page.getByRole('button', { name: 'More ways to deploy' }).click();
    await page.getByRole('menuitem', { name: 'Roll back' }).click();
    await expect(page.getByText('There is no earlier release yet.')).toBeVisible();
    await expectAccessible(page);
  });
});

test.describe('an account', () => {
  test('ends a session that is not this one', async ({ page }) => {
    await page.goto('/sessions');
    const table = page.getByRole('table', { name: 'Sessions' });
    await expect(table).toContainText('This session');
    await expect(table.getByRole('row', { name: /Chrome on Windows/ }).getByRole('button')).toHaveCount(0);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'End the session of olive' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End session' }).click();
    await expect(table.getByRole('row', { name: /olive/ })).toHaveCount(0);
  });

  test('makes a deploy key, shows its public half, and keeps one that is in use', async ({ page }) => {
    await page.goto('/credentials');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'New credential' }).click();
    const dialog = page.getByRole('dialog', { name: 'New credential' });
    await dialog.getByLabel('Name', { exact: true }).fill('pilot-key');
    await dialog.getByLabel('Host', { exact: true }).fill('git.pilot.example');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Make deploy key' }).click();
    const made = page.getByRole('dialog', { name: 'Deploy key pilot-key' });
    await expect(made.getByText(/^ssh-ed25519 /)).toBeVisible();
    await made.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByRole('row', { name: /pilot-key/ })).toBeVisible();

    await page.getByRole('button', { name: 'Actions for acme-forge' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByRole('dialog')).toContainText('The source of demo names acme-forge.');
    await page.getByRole('dialog').getByRole('button', { name: 'Keep' }).click();
    await page.getByRole('button', { name: 'Actions for acme-forge' }).click();
    await page.getByRole('menuitem', { name: 'Forget host keys' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Forget host keys' }).click();
    await expect(page.getByRole('row', { name: /acme-forge/ })).toContainText('Not connected yet');
  });

  test('stores an access token that is never shown again', async ({ page }) => {
    await page.goto('/credentials');
    await page.getByRole('button', { name: 'New credential' }).click();
    const dialog = page.getByRole('dialog', { name: 'New credential' });
    await dialog.getByRole('radio', { name: 'Access token' }).check();
    await dialog.getByLabel('Name', { exact: true }).fill('hub');
    await dialog.getByLabel('Host', { exact: true }).fill('hub.example');
    await dialog.getByLabel('Token', { exact: true }).fill('ghp_very-secret');
    await dialog.getByRole('button', { name: 'Store token' }).click();
    await expect(page.getByRole('row', { name: /hub\.example/ })).toContainText('Access token');
    await expect(page.getByText('ghp_very-secret')).toHaveCount(0);
  });
});

test('the settings show the paths of the system and mark a disk that is nearly full', async ({ page }) => {
  await page.goto('/settings');
  const paths = page.getByRole('region', { name: 'system paths' });
  await expect(paths.getByRole('listitem').filter({ hasText: /\/logs$|\/logs/ })).toContainText('scarce');
  await expect(paths.getByRole('listitem').filter({ hasText: 'releases' })).not.toContainText('scarce');
  await expectAccessible(page);
});

test('the new pages fit a phone, and are accessible in the dark', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 760 });
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const path of [
    '/tenants',
    '/tenants/demo',
    '/tenants/demo/commands',
    '/tenants/demo/audit',
    '/sessions',
    '/credentials',
    '/settings',
  ]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('status', { name: /loading/i })).toHaveCount(0);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, path).toBeLessThanOrEqual(0);
    await expectAccessible(page);
  }
});

test.describe('found by using it, and mended', () => {
  test('12: at 768 px a long name squeezes no domain, and a changed badge moves no column', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 768, height: 900 });
    await page.goto('/tenants');
    const widths = () =>
      page
        .getByRole('columnheader')
        .evaluateAll((heads) => heads.map((head) => Math.round(head.getBoundingClientRect().width)));
    await expect(rows(page)).toHaveCount(5);
    const before = await widths();
    const domain = rows(page).filter({ hasText: 'bakery.example.com' }).getByText('bakery.example.com');
    const box = await domain.first().boundingBox();
    expect(box?.height, 'the domain is on one line').toBeLessThan(30);
    await page.request.post('/api/tenants/harbour-bakery/stop', { headers: await ownOrigin(page), data: {} });
    await expect(rows(page).filter({ hasText: 'Harbour Bakery' })).toContainText('Deploying');
    expect(await widths()).toEqual(before);
  });

  test('13: a list of deployments asks for no tenant, and a hovered row for nothing', async ({ page }) => {
    await page.goto('/deployments');
    await expect(page.getByRole('row').nth(1)).toBeVisible();
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/api/') && pathname !== '/api/events') asked.push(pathname);
    });
    await page.reload();
    await expect(page.getByRole('row').nth(1)).toBeVisible();
    // Lists are loaded again when a run ends meanwhile; what a row is about would be asked for by its own address.
    const ofOne = () => asked.filter((path) => /^\/api\/(tenants|deployments)\/./.test(path));
    expect(ofOne()).toEqual([]);
    for (const row of await page.getByRole('row').all()) await row.hover();
    expect(ofOne()).toEqual([]);
  });

  test('16: two clicks on Deploy start one deployment', async ({ page }) => {
    const slug = uniqueSlug('twice');
    await page.request.post('/api/tenants', {
      headers: await ownOrigin(page),
      data: { name: slug, slug, domain: `${slug}.localhost` },
    });
    await page.goto(`/tenants/${slug}`);
    const keys = new Set<string | undefined>();
    page.on('request', (request) => {
      if (request.url().endsWith('/deploy')) keys.add(request.headers()['idempotency-key']);
    });
    await page.getByRole('button', { name: 'Deploy', exact: true }).dblclick();
    await expect(page).toHaveURL(/\/deployments\//);
    expect(keys.size).toBe(1);
  });

  test('17: forced colours show the primary button and the current place', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto('/tenants');
    const primary = page.getByRole('link', { name: 'New tenant' });
    await expect(primary).toBeVisible();
    expect(await primary.evaluate((element) => getComputedStyle(element).borderStyle)).toBe('solid');
    const place = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Tenants' });
    expect(await place.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
  });

  test('17: an exact time names its zone', async ({ page }) => {
    await page.goto('/tenants/demo');
    const exact = await page.locator('time[title]').first().getAttribute('title');
    expect(exact).toMatch(/\d\d:\d\d:\d\d (UTC|GMT|[A-Z]{2,5}|[+-])/);
  });
});
