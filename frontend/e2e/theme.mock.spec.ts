import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { doneAnalysis, hasScenario, signIn } from './session';

// The theme of a tenant on the mock.
test.beforeEach(async ({ page }) => {
  await signIn(page);
  expect(await hasScenario(page.request, 'filled')).toBe(true);
});

const colour = (page: Page, name: string) => page.getByLabel(name, { exact: true });
/** The fill of the preview's buttons in light. */
const buttons = (page: Page) =>
  page
    .locator('figure')
    .first()
    .locator('.button.primary')
    .first()
    .evaluate((button) => getComputedStyle(button).backgroundColor);
const ownButtons = (page: Page) =>
  page
    .getByRole('button', { name: 'Deploy again' })
    .evaluate((button) => getComputedStyle(button).backgroundColor);

test('a colour is seen at once, undone, repeated and published, and the page itself keeps its look', async ({
  page,
}) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) refused.push(message.text());
  });
  await page.goto('/tenants/demo/theme');
  await expect.poll(() => buttons(page)).toBe('rgb(15, 118, 110)');
  const before = await ownButtons(page);

  await colour(page, 'Primary').fill('#B91C1C');
  await expect.poll(() => buttons(page)).toBe('rgb(185, 28, 28)');
  await expect(page.getByText('1 unsaved change', { exact: true })).toBeVisible();
  expect(await ownButtons(page)).toBe(before);

  await page.keyboard.press('Control+z');
  await expect(colour(page, 'Primary')).toHaveValue('#0f766e');
  await expect(page.getByText(/unsaved change/)).toBeHidden();
  await page.keyboard.press('Control+Shift+Z');
  await expect(colour(page, 'Primary')).toHaveValue(/^#b91c1c$/i);

  await page.getByLabel('Accent: choose').fill('#1d4ed8');
  await expect(page.getByText('2 unsaved changes', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Reset accent' }).click();
  await expect(colour(page, 'Accent')).toHaveValue('');
  await page.getByRole('button', { name: 'Desktop' }).click();

  await page.keyboard.press('Control+s');
  await expect(page.getByText('Version 4 is saved')).toBeVisible();
  await expect(page.getByText('Visitors see it within a second')).toBeVisible();
  await expect(page.getByRole('alert').getByRole('link', { name: 'Open site' })).toBeVisible();
  await expect(page.getByText(/unsaved change/)).toBeHidden();
  expect(refused).toEqual([]);
});

test('a pair that cannot be read is named, refused, and repaired by one button', async ({ page }) => {
  await page.goto('/tenants/demo/theme');
  await page.getByText('All 36 uses follow from the palette').click();
  await colour(page, 'Muted foreground').fill('#cccccc');
  await expect(page.getByText('3 of 48 pairs lack contrast')).toBeVisible();
  await page.getByText('1 chosen by hand, the others follow').click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save and publish' }).click();
  await expect(page.getByText('Some colours cannot be read')).toBeVisible();

  await page
    .getByRole('button', { name: 'Repair muted foreground: light, Muted foreground on muted' })
    .click();
  await expect(page.getByText('All 48 pairs have enough contrast')).toBeVisible();
  await page.getByRole('button', { name: 'Save and publish' }).click();
  await expect(page.getByText('Version 4 is saved')).toBeVisible();
});

test('a tenant without a theme begins with one colour', async ({ page }) => {
  await page.goto('/tenants/orchard/theme');
  await page.getByRole('button', { name: 'Choose colours' }).click();
  await colour(page, 'Primary').fill('#7c3aed');
  await expect.poll(() => buttons(page)).toBe('rgb(124, 58, 237)');
  await page.getByRole('button', { name: 'Save and publish' }).click();
  await expect(page.getByText('Version 1 is saved')).toBeVisible();
});

test('an earlier version is compared in swatches and restored, and a logo replaced and removed', async ({
  page,
}) => {
  await page.goto('/tenants/demo/theme');
  await page.getByRole('button', { name: 'Compare version 1 with the current one' }).click();
  const dialog = page.getByRole('dialog', { name: 'Version 3 to version 1' });
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Primary' }).first()).toHaveText(
    /now: #0f766e.*then: #7c3aed/,
  );
  await expect(dialog.getByText('The logo is the application’s own.')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Restore version 1' }).click();
  await expect(colour(page, 'Primary')).toHaveValue('#7c3aed');
  await expect(page.getByText('Version 4 current')).toBeVisible();

  const logo = page.getByRole('region', { name: 'Logo', exact: true }).first();
  await expect(logo.getByRole('img')).toHaveCount(0);
  const file = logo.getByLabel('Logo file');
  await file.setInputFiles({ name: 'logo.gif', mimeType: 'image/gif', buffer: Buffer.from('GIF89a') });
  await expect(logo.getByText('logo.gif is not a PNG, JPEG or SVG.')).toBeVisible();
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4"/></svg>';
  const svg = (text: string) => ({
    name: 'logo.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from(text),
  });
  await file.setInputFiles(svg(`<!DOCTYPE svg>${drawing}`));
  await expect(logo.getByText('A document type is not allowed in a drawing.')).toBeVisible();
  await file.setInputFiles(svg(drawing));
  await expect(logo.getByRole('img')).toHaveCount(2);
  await logo.getByRole('button', { name: 'Remove' }).click();
  await expect(logo.getByText('The application’s own logo is used.')).toBeVisible();
});

test('a theme is exported, and imported as a draft that can be undone; what cannot be read names its line', async ({
  page,
}) => {
  await page.goto('/tenants/demo/theme');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('button', { name: 'Design tokens' }).click();
  const text = await page.getByLabel('Theme as text').inputValue();
  expect(JSON.parse(text).color.light.primary.$value).toBe('#0f766e');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save theme.tokens.json' }).click();
  expect((await download).suggestedFilename()).toBe('theme.tokens.json');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Import' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import' });
  const area = dialog.getByRole('textbox');
  await area.fill(':root {\n  --primary: oklch(0.5 0.2 27);\n  --card: mauvish;\n}');
  await dialog.getByRole('button', { name: 'Import' }).click();
  await expect(dialog.getByText('Line 3: mauvish of --card is no colour')).toBeVisible();
  await area.fill('@theme {\n  --color-primary: oklch(0.5 0.2 27);\n}');
  await dialog.getByRole('button', { name: 'Import' }).click();
  await expect(dialog).toBeHidden();
  await expect(colour(page, 'Primary')).toHaveValue(/^#b/);
  await page.keyboard.press('Control+z');
  await expect(colour(page, 'Primary')).toHaveValue('#0f766e');
});

test('a website is analysed step by step, and a suggestion is seen before it is applied', async ({
  page,
}) => {
  await page.goto('/tenants/demo/theme');
  const address = page.getByLabel('Address of the customer’s website');
  await address.fill('intranet.example');
  await address.press('Enter');
  await expect(page.getByText('The address cannot be reached from this server')).toBeVisible();
  await address.fill('www.harbour-bakery.example');
  await page.getByRole('button', { name: 'Analyse' }).click();

  await expect(page.getByRole('progressbar', { name: 'Analysis' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Check address: done' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'As measured' })).toBeVisible();
  await expect.poll(() => buttons(page)).toBe('rgb(29, 78, 216)');
  await page.getByRole('button', { name: 'Preview Deep navy' }).click();
  await expect.poll(() => buttons(page)).toBe('rgb(11, 31, 58)');
  await page.getByRole('button', { name: 'Apply Deep navy' }).click();
  await expect(page.getByText('Applied as version 4')).toBeVisible();
  await expect(page.getByText('Applied', { exact: true })).toHaveCount(1);

  await page.getByRole('link', { name: 'Adjust it' }).click();
  await expect(colour(page, 'Primary')).toHaveValue('#0b1f3a');
});

test('an analysis is cancelled, and one that fails says why', async ({ page }) => {
  await page.goto('/tenants/demo/theme');
  await page.getByLabel('Address of the customer’s website').fill('www.gone.example');
  await page.getByRole('button', { name: 'Analyse' }).click();
  await expect(page.getByRole('alert').getByText('The page did not answer')).toBeVisible();
  await page.getByLabel('Address of the customer’s website').fill('www.slow.example');
  await page.getByRole('button', { name: 'Analyse' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('alert').getByText('Cancelled by admin')).toBeVisible();
});

test('a measured colour is shown where it is painted, and so is the evidence that a reason cites', async ({
  page,
}) => {
  await page.goto(`/tenants/demo/theme/${doneAnalysis}`);
  const picture = page.getByRole('img', { name: /^Harbour Bakery/ });
  await page.getByRole('button', { name: /^vivid orange/ }).click();
  await expect(page.getByText('button × 1, 0.8 % of the first screen')).toBeVisible();
  await expect(picture.locator('rect')).toHaveCount(1);
  await page.getByRole('button', { name: 'c0.button' }).click();
  await expect(picture.locator('rect')).toHaveCount(5);
  await expect(page.getByText('a.button --brand-600')).toBeVisible();
});

test('a logo of the page becomes that of the tenant', async ({ page }) => {
  await page.goto(`/tenants/demo/theme/${doneAnalysis}`);
  const logos = page.getByRole('region', { name: 'Logo of the website' });
  await expect(logos.getByRole('listitem')).toHaveCount(2);
  await expect(logos.getByText('Made for dark grounds')).toBeVisible();
  await logos.getByRole('button', { name: 'Use as logo: Harbour Bakery' }).click();
  await expect(logos.getByText('In use')).toHaveCount(1);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Back to the theme' }).click();
  await expect(page.getByText('Version 4 current')).toBeVisible();
});

test('the real page is shown in a theme that is not saved, and again after a change', async ({ page }) => {
  await page.goto('/tenants/demo/theme');
  const panel = page.getByRole('region', { name: 'Your page' });
  await colour(page, 'Primary').fill('#b91c1c');
  await panel.getByRole('button', { name: 'Show the page' }).click();
  const picture = panel.getByRole('img');
  await expect(picture).toHaveAccessibleName(/ at desktop width in light colours$/);
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1280);
  await panel.getByRole('button', { name: 'Phone' }).click();
  await panel.getByRole('button', { name: 'Dark' }).click();
  await expect(picture).toHaveAccessibleName(/ at phone width in dark colours$/);
  await expectAccessible(page);

  await colour(page, 'Primary').fill('#7c3aed');
  await expect(panel.getByText('Taken before the last change.')).toBeVisible();
  await panel.getByLabel('Page of the site').fill('/gone');
  await panel.getByRole('button', { name: 'Show it again' }).click();
  await expect(panel.getByText('The page answered with status 404.')).toBeVisible();
  await panel.getByLabel('Page of the site').fill('/plain');
  await page.keyboard.press('Enter');
  await expect(panel.getByText('The page does not load the theme')).toBeVisible();
});

test('the palette leads to the theme of a tenant, and to the analysis of a website for it', async ({
  page,
}) => {
  await page.goto('/tenants');
  await expect(page.getByRole('table')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  const search = page.getByRole('combobox', { name: 'Page, tenant or action' });
  await search.fill('theme orch');
  await expect(page.getByRole('listbox').getByRole('option').first()).toHaveText(/^Theme of Orchard/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/tenants\/orchard\/theme$/);
  await page.keyboard.press('ControlOrMeta+k');
  await search.fill('analyse demo');
  await expect(page.getByRole('listbox').getByRole('option').first()).toHaveText(
    /^Analyse a website for Demo/,
  );
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/tenants\/demo\/theme#analyse$/);
  await expect(page.getByLabel('Address of the customer’s website')).toBeFocused();
});
