import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, isAll } from './accessibility';
import { DeploymentPage } from './pages/deployment-page';
import { hasScenario, ownOrigin, signIn, uniqueSlug } from './session';

// Logs of every kind, on the mock: it has long ones, live ones, and a bad network.
test.beforeEach(async ({ page }) => {
  await signIn(page);
  expect(await hasScenario(page.request, 'filled')).toBe(true);
});

const lines = (page: Page) => page.locator('[data-seq]');
const seqs = (page: Page) =>
  lines(page).evaluateAll((rows) => rows.map((row) => Number((row as HTMLElement).dataset.seq)));
const viewport = (page: Page, name: string) => page.getByRole('region', { name: `${name}, lines` });

/** The stream of the log itself; the page has one of its own. */
async function isLive(page: Page) {
  await expect(page.locator('section').getByText('Live', { exact: true })).toBeVisible();
}

async function isAtEnd(page: Page, name: string) {
  return viewport(page, name).evaluate((one) => one.scrollHeight - one.scrollTop - one.clientHeight < 20);
}

test("the manager's log begins at its end, loads older lines on the way up and stays in place", async ({
  page,
}) => {
  await page.goto('/logs');
  await isLive(page);
  await expect.poll(() => isAtEnd(page, "Manager's log")).toBe(true);
  await expectAccessible(page);
  const first = await viewport(page, "Manager's log").evaluate((one) => {
    one.scrollTop = 300;
    return one.scrollHeight;
  });
  await expect(page.getByRole('button', { name: 'Follow' })).toBeVisible();
  const [, seen] = await seqs(page);
  await page.getByRole('button', { name: 'Load older lines' }).click();
  await expect
    .poll(() => viewport(page, "Manager's log").evaluate((one) => one.scrollHeight))
    .toBeGreaterThan(first);
  expect(await seqs(page)).toContain(seen);
  await expect(page.getByRole('button', { name: 'Load older lines' })).toBeHidden();
});

test('its filters are in the address, and an address shows the same', async ({ page }) => {
  await page.goto('/logs');
  await page.getByLabel('Source').selectOption('request');
  await page.getByLabel('Level').selectOption('warn');
  await expect(page).toHaveURL(/source=request.*level=warn/);
  await expect(lines(page).first()).toContainText('409');
  await page.getByLabel('Text, logger, user or request id').fill('nothing has this');
  await expect(page.getByText('No entry matches yet')).toBeVisible();
  await page.goto('/logs?source=manager&level=error');
  await expect(page.getByText('IllegalStateException: no row')).toBeVisible();
  await expect(page.getByText('at app.Rows.one(Rows.java:41)')).toBeVisible();
  expect(await lines(page).count()).toBe(1);
});

test('new entries come live; who reads is not moved, and who pauses sees how many there are', async ({
  page,
}) => {
  await page.goto('/logs');
  await isLive(page);
  await page.request.post('/mock/logs?add=30&rate=0');
  await expect(page.getByText('line 29 of a long log')).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.request.post('/mock/logs?add=7&rate=0');
  await expect(page.getByRole('button', { name: 'Paused · 7 new lines' })).toBeVisible();
  await page.getByRole('button', { name: 'Paused · 7 new lines' }).click();
  await expect.poll(() => isAtEnd(page, "Manager's log")).toBe(true);
  await viewport(page, "Manager's log").evaluate((one) => {
    one.scrollTop -= 2000;
  });
  await expect(page.getByRole('button', { name: 'Follow' })).toBeVisible();
  const [top] = await seqs(page);
  await page.request.post('/mock/logs?add=12&rate=0');
  await expect(page.getByRole('button', { name: '12 new lines' })).toBeVisible();
  expect((await seqs(page))[0]).toBe(top);
});

test('after a cut connection no line is missing and none is there twice', async ({ page }) => {
  await page.goto('/logs?search=flood');
  await isLive(page);
  await page.request.post('/mock/logs?add=5&rate=0');
  await expect(lines(page)).toHaveCount(5);
  await page.request.post('/mock/drop');
  await page.request.post('/mock/logs?add=5&rate=0');
  await expect(lines(page)).toHaveCount(10);
  expect(await seqs(page)).toEqual([...new Set(await seqs(page))].sort((a, b) => a - b));
});

test('a link to a line leads there', async ({ page }) => {
  await page.goto('/logs');
  await isLive(page);
  await page.getByRole('searchbox', { name: 'Search the log' }).fill('IllegalStateException');
  await expect(page.getByText('1 of 1', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Copy link to this line' }).click();
  await expect(page.getByText(/^Link to line \d+ copied$/)).toBeVisible();
  await expect(page).toHaveURL(/line=\d+/);
  const line = Number(new URL(page.url()).searchParams.get('line'));
  await page.goto(`/logs?line=${line}`);
  await expect(page.locator('[aria-current="location"]')).toBeInViewport();
  expect(await page.locator('[aria-current="location"]').getAttribute('data-seq')).toBe(String(line));
});

test('the export has what is shown', async ({ page }) => {
  await page.goto('/logs?source=manager&level=warn');
  await page.getByRole('button', { name: 'Export log' }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Export as CSV' }).click();
  const stream = await (await coming).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  expect(text).toContain("'=The disk of");
  expect(text).not.toContain('lease acquired');
});

test('twenty thousand lines come live, and can be searched', async ({ page }) => {
  test.slow();
  await page.goto('/logs?search=flood');
  await isLive(page);
  for (let i = 0; i < 5; i++) await page.request.post('/mock/logs?add=4000&rate=0');
  await expect(page.getByText('line 3999 of a long log').last()).toBeVisible({ timeout: 60_000 });
  await page.getByRole('searchbox', { name: 'Search the log' }).fill('line 1234 of');
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
  await expect(page.getByText('line 1234 of').first()).toBeInViewport();
  expect(await lines(page).count()).toBeLessThan(150);
});

if (isAll)
  test('a log of a million lines opens at its end, scrolls, and is searched', async ({ page }) => {
    test.slow();
    await page.request.post('/mock/long?lines=1000000');
    const answer = await page.request.get('/api/deployments?status=failed');
    await page.goto(`/deployments/${(await answer.json()).items[0].id}`);
    await expect(page.getByText('line 1000000 of')).toBeInViewport({ timeout: 300_000 });
    await viewport(page, 'Deployment log').evaluate((one) => one.scrollTo(0, one.scrollHeight / 2));
    await expect.poll(() => seqs(page).then(([first]) => Math.round((first ?? 0) / 1000))).toBe(500);
    await page.getByRole('searchbox', { name: 'Search the log' }).fill('line 123456 of');
    await expect(page.getByText('1 of 1', { exact: true })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('line 123456 of')).toBeInViewport();
    expect(await lines(page).count()).toBeLessThan(150);
  });

test("a tenant's services print live, one by one or all of them", async ({ page }) => {
  await page.goto('/tenants/demo/logs');
  await expect(page.getByText('listening on 127.0.0.1:20001')).toBeVisible();
  await expect(page.getByText('GET /about 200')).toBeVisible();
  await isLive(page);
  await expectAccessible(page);
  await page.request.post('/mock/print?tenant=demo&text=printed-just-now');
  await expect(page.getByText('printed-just-now')).toBeVisible();
  await page.getByLabel('Service', { exact: true }).selectOption('frontend');
  await expect(page).toHaveURL(/service=frontend/);
  await expect(page.getByText('GET /about 200')).toBeVisible();
  await expect(page.getByText('printed-just-now')).toBeHidden();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download log' }).click();
  expect((await coming).suggestedFilename()).toBe('demo-frontend.log');
});

test("a tenant's errors are those of its services and of its visitors", async ({ page }) => {
  await page.goto('/tenants/demo/errors');
  await expect(page.getByText('cannot send the newsletter')).toBeVisible();
  await expect(page.getByText('GET /api/newsletter')).toBeVisible();
  await expect(page.getByText('502', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await isLive(page);
  await page.request.post('/mock/print?tenant=demo&level=error&text=broke-just-now');
  await expect(page.getByText('broke-just-now')).toBeVisible();
  await page.goto('/tenants/orchard/errors');
  await expect(page.getByText('No errors', { exact: true })).toBeVisible();
});

test('g and l lead to the logs', async ({ page }) => {
  await page.goto('/tenants');
  await expect(page.getByRole('table')).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await expect(page.getByRole('heading', { name: 'Logs', exact: true })).toBeVisible();
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
}

for (const width of [360, 1280])
  test(`wrapped lines are as high as they are counted, and the end is reached, at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/logs');
    const wrap = page.getByRole('button', { name: 'Wrap long lines' });
    if ((await wrap.getAttribute('aria-pressed')) === 'false') await wrap.click();
    await isLive(page);
    await expect.poll(() => isAtEnd(page, "Manager's log")).toBe(true);
    const newest = (await (await page.request.get('/api/logs?limit=1')).json()).items[0].seq;
    await expect.poll(() => seqs(page).then((shown) => shown.at(-1))).toBe(newest);
    // The ruler is one unbroken line of a hundred characters.
    const ruler = await viewport(page, "Manager's log").evaluate((one) => {
      const { width: wide, height } = (one.firstElementChild as HTMLElement).getBoundingClientRect();
      return { wide, height };
    });
    expect(ruler.wide).toBeGreaterThan(700);
    expect(ruler.height).toBeLessThan(30);
    const isWrong = await viewport(page, "Manager's log").evaluate((one) => {
      const block = one.lastElementChild?.firstElementChild as HTMLElement;
      const end = block.getBoundingClientRect().bottom;
      const whole = (one.lastElementChild as HTMLElement).getBoundingClientRect().bottom;
      return Math.abs(end - whole) > 1;
    });
    expect(isWrong).toBe(false);
  });

test('a failed deployment shows its last line, and marks as errors only what is one', async ({ page }) => {
  await deploy(page, uniqueSlug('broken'));
  await expect(page.getByRole('heading', { name: 'Health check failed' })).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => isAtEnd(page, 'Deployment log')).toBe(true);
  await expect(page.getByText('undo: Configuration')).toBeInViewport();
  const info = lines(page).filter({ hasText: 'undo: Configuration' });
  await expect(info.getByLabel('Error')).toHaveCount(0);
  await page.getByRole('searchbox', { name: 'Search the log' }).fill('migration 14');
  await expect(lines(page).filter({ hasText: 'migration 14' }).getByLabel('Error')).toHaveCount(1);
});

test('the first match is reached while it is typed, the next with Enter', async ({ page }) => {
  await page.goto('/logs');
  await isLive(page);
  await page.getByRole('searchbox', { name: 'Search the log' }).fill('lease acquired');
  // Older lines may be loaded meanwhile, and have matches too.
  await expect(page.getByText(/^[1-9]\d* of \d+$/)).toBeVisible();
  const current = page.locator('.log-hit-current').first();
  await expect(current).toBeInViewport();
  const first = await current.evaluate((mark) => mark.closest('[data-seq]')?.getAttribute('data-seq'));
  await page.keyboard.press('Enter');
  await expect
    .poll(() => current.evaluate((mark) => mark.closest('[data-seq]')?.getAttribute('data-seq')))
    .not.toBe(first);
  await expect(current).toBeInViewport();
  expect(await current.evaluate((mark) => mark.closest('[data-seq]')?.getAttribute('data-seq'))).not.toBe(
    first,
  );
});

test('a line of a service has an address, which opens it between those beside it, or says that it is gone', async ({
  page,
}) => {
  await page.request.post('/mock/print?tenant=demo&times=400&text=request %d');
  await page.goto('/tenants/demo/logs?service=backend');
  await isLive(page);
  await viewport(page, 'Service log').evaluate((one) => {
    one.scrollTop -= 3000;
  });
  const row = lines(page)
    .filter({ hasText: /request 2[0-9]0/ })
    .first();
  const text = String(await row.textContent());
  const number = row.getByRole('link', { name: 'This line' });
  const address = String(await number.getAttribute('href'));
  await number.click();
  await expect(page).toHaveURL(/line=a%3Abackend%3D|line=a:backend=/);
  await expect(page.locator('[aria-current="location"]')).toHaveText(text);

  await page.goto(address);
  await isLive(page);
  await expect(page.locator('[aria-current="location"]')).toHaveText(text);
  await expect(page.locator('[aria-current="location"]')).toBeInViewport();
  expect(await lines(page).count()).toBeGreaterThan(10);
  await expectAccessible(page);

  await page.goto('/tenants/demo/logs?service=backend&line=a:backend=OTk5');
  await expect(page.getByRole('alert')).toContainText('The linked line is no longer kept');
  await expect(page.getByText('request 399', { exact: true })).toBeVisible();
  await expect(page).not.toHaveURL(/line=/);
});
