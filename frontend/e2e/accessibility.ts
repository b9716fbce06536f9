import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Whether a page is judged at every width in every scheme, as `make endurance` does; else in one of them, each in its turn. */
export const isAll = process.env.EVERY_PAGE === 'all';

type Variant = { width: number; colorScheme: 'light' | 'dark' };
const every: readonly Variant[] = [
  { width: 360, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 360, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
];
let turn = 0;

/** Expects a page without violations, and without horizontal scroll at any width. */
export async function expectAccessible(page: Page) {
  // An address may be open before its page is drawn.
  await expect(page.locator('h1').first()).toBeVisible();
  const at = turn++ % every.length;
  for (const { width, colorScheme } of isAll ? every : every.slice(at, at + 1)) {
    await page.setViewportSize({ width, height: 800 });
    await uncover(page);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // The colours of the other scheme come by a transition.
    const message = `${page.url()} at ${width} px, ${colorScheme}`;
    await expect.poll(() => violations(page), { message }).toEqual([]);
  }
  // A phone, a desktop window zoomed to 200 %, a laptop.
  for (const width of [360, 640, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await expectNoSidewaysScroll(page, `${page.url()} at ${width} px`);
  }
}

async function expectNoSidewaysScroll(page: Page, where: string) {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, `${where} scrolls sideways`).toBeLessThanOrEqual(0);
}

/**
 * A control that a bar covers in part is reached by scrolling, for which pages reserve the bar's height; axe judges it as it lies
 * beneath. So the page is at its beginning, below the head, and the bar of unsaved changes in its place at the end.
 */
async function uncover(page: Page) {
  await page.getByRole('region', { name: 'Unsaved changes' }).evaluateAll((bars) => {
    for (const bar of bars) bar.style.position = 'static';
  });
  await page.evaluate(() => scrollTo(0, 0));
}

async function violations(page: Page): Promise<string[]> {
  // The page's policy forbids foreign script tags; evaluated code belongs to the test.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  // Other results would be described element by element.
  const { violations } = await page.evaluate(
    (runOnly) =>
      (window as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: [...runOnly],
        resultTypes: ['violations'],
      }),
    tags,
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}
