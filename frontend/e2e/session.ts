import { type APIRequestContext, expect, type Page } from '@playwright/test';

export const username = process.env.ADMIN_USERNAME ?? 'admin';
export const password = process.env.ADMIN_PASSWORD ?? 'correct-horse';

/** An analysis of the mock's tenant Demo that is done. */
export const doneAnalysis = '0190bbbb-0000-7000-8000-00000000000a';

/** Marks a request as made by the page itself, required for every mutation. */
export const own = { 'X-Requested-With': 'tenantmgr' };

/** Signs the browser in without the form; state is prepared through the API. */
export async function signIn(page: Page) {
  const answer = await page.request.post('/api/auth/login', {
    headers: await ownOrigin(page),
    data: { username, password },
  });
  expect(answer.status()).toBe(200);
}

/** Mutations with a cookie also need the page's origin. */
export async function ownOrigin(page: Page): Promise<Record<string, string>> {
  if (page.url() === 'about:blank') await page.goto('/login');
  return { ...own, Origin: new URL(page.url()).origin };
}

/** The mock has scenarios; the real product keeps its data. */
export async function hasScenario(request: APIRequestContext, name: string): Promise<boolean> {
  const answer = await request.post(`/mock/scenario?name=${name}`).catch(() => undefined);
  return answer?.ok() ?? false;
}

/** A slug not used by earlier runs, at most 28 characters. */
export function uniqueSlug(prefix: string): string {
  return `${prefix}-${Date.now().toString(36)}`;
}

/** Presses Tab until the element with this role and name has the focus; it must be reachable within 60 presses. */
export async function tabTo(page: Page, role: 'button' | 'link' | 'textbox', name: string) {
  const wanted = page.getByRole(role, { name, exact: true });
  for (let presses = 0; presses < 60; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${role} ${name}`);
}
