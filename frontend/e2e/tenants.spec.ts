import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { NewTenantPage } from './pages/new-tenant-page';
import { TenantPage } from './pages/tenant-page';
import { TenantsPage } from './pages/tenants-page';
import { ownOrigin, signIn, tabTo, uniqueSlug } from './session';

test.beforeEach(({ page }) => signIn(page));

test('the search is stored in the URL, and the back button restores it', async ({ page }) => {
  const slug = uniqueSlug('list');
  await page.request.post('/api/tenants', {
    headers: await ownOrigin(page),
    data: { name: `List ${slug}`, slug, domain: `${slug}.localhost` },
  });
  const tenants = new TenantsPage(page);
  await tenants.open(`?search=${slug}`);
  await expect(tenants.row(slug)).toBeVisible();
  await expectAccessible(page);
  await tenants.row(slug).getByRole('link').first().click();
  await expect(new TenantPage(page).heading(`List ${slug}`)).toBeFocused();
  await expectAccessible(page);
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`search=${slug}`));
  await tenants.search('surely-nobody-has-this-name');
  await expect(page.getByText('No tenant matches')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page).toHaveURL(/\/tenants$/);
});

test('a tenant is created with the keyboard alone', async ({ page }) => {
  const slug = uniqueSlug('keys');
  await new TenantsPage(page).open();
  await page.getByRole('link', { name: 'New tenant' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'New tenant' })).toBeFocused();
  await tabTo(page, 'textbox', 'Name');
  await page.keyboard.type(slug);
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Slug')).toHaveValue(slug);
  await page.keyboard.press('Tab');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(`${slug}.localhost`);
  await page.keyboard.press('Enter');
  const wizard = new NewTenantPage(page);
  await expect(wizard.step('Configuration')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(wizard.step('Theme')).toBeFocused();
  await tabTo(page, 'button', 'Continue');
  await page.keyboard.press('Enter');
  await expect(wizard.step('Review')).toBeFocused();
  await tabTo(page, 'button', 'Create without deploying');
  await page.keyboard.press('Enter');
  await expect(wizard.password()).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(new TenantPage(page).heading(slug)).toBeFocused();
});

test('a refused form keeps its input and shows the errors', async ({ page }) => {
  const form = new NewTenantPage(page);
  await form.open();
  await expectAccessible(page);
  await form.fill({ name: 'Twin', slug: 'a--b', domain: 'https://twin.localhost/' });
  await form.next();
  await expect(form.field('Slug')).toHaveAccessibleDescription(/Only single dashes/);
  await expect(form.field('Domain')).toHaveAccessibleDescription(/Only the host name/);
  await expect(form.field('Slug')).toBeFocused();
  await expectAccessible(page);
  await expect(form.field('Name')).toHaveValue('Twin');
});

test('a taken slug is reported at its field', async ({ page }) => {
  const slug = uniqueSlug('twin');
  const data = { name: 'Twin', slug, domain: `${slug}.localhost` };
  await page.request.post('/api/tenants', { headers: await ownOrigin(page), data });
  const form = new NewTenantPage(page);
  await form.open();
  await form.fill({ ...data, domain: `other-${slug}.localhost` });
  await expect(form.field('Slug')).toHaveAttribute('aria-invalid', 'true');
  await form.next();
  await expect(form.step('Basic info')).toBeVisible();
});

test('an unknown tenant is reported as such', async ({ page }) => {
  await page.goto('/tenants/surely-not-here');
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page);
});

test('the menu is a drawer on narrow screens', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 760 });
  await new TenantsPage(page).open();
  await page.getByRole('button', { name: 'Open the menu' }).click();
  await page.getByRole('dialog', { name: 'Menu' }).getByRole('link', { name: 'Deployments' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deployments');
  await expect(page.getByRole('dialog', { name: 'Menu' })).toBeHidden();
});

test('the first Tab skips to the content', async ({ page }) => {
  await new TenantsPage(page).open();
  await expect(new TenantsPage(page).heading()).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});
