import { expect, type Page, test } from '@playwright/test';
import { signIn } from './session';

/** The API requests of a page, without its event stream. */
function requestsOf(page: Page): string[] {
  const requests: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/') && pathname !== '/api/events')
      requests.push(`${page.url()}: ${pathname}`);
  });
  return requests;
}

test('a page that stays open for a minute makes no request beside its event stream', async ({
  page,
  context,
}) => {
  test.setTimeout(300_000);
  await signIn(page);
  const running = async () => (await (await page.request.get('/api/runs?status=running')).json()).total;
  await expect.poll(running, { timeout: 150_000 }).toBe(0);
  const pages = await Promise.all(
    ['/tenants', '/tenants/demo', '/deployments'].map(async (path) => {
      const tab = await context.newPage();
      const stream = tab.waitForRequest((request) => request.url().includes('/api/events'));
      await tab.goto(path);
      await stream;
      await tab.waitForLoadState('load');
      await expect(tab.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(tab.getByRole('status', { name: /loading/i })).toHaveCount(0);
      return tab;
    }),
  );
  // Each page has loaded what it shows when nothing was requested for a second.
  const before = pages.map(requestsOf);
  let quiet = { count: -1, since: Date.now() };
  await expect
    .poll(() => {
      const count = before.flat().length;
      if (count !== quiet.count) quiet = { count, since: Date.now() };
      return Date.now() - quiet.since;
    })
    .toBeGreaterThan(1000);

  const after = pages.map(requestsOf);
  const began = Date.now();
  await expect.poll(() => Date.now() - began, { timeout: 70_000, intervals: [1000] }).toBeGreaterThan(60_000);
  expect(after.flat()).toEqual([]);
});
