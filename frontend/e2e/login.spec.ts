import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { LoginPage } from './pages/login-page';
import { signIn } from './session';

test('an unauthenticated visitor is redirected to the sign-in page and back', async ({ page }) => {
  await page.goto('/tenants?search=a');
  await expect(page).toHaveURL(/\/login\?next=/);
  await new LoginPage(page).signIn();
  await expect(page).toHaveURL(/\/tenants\?search=a$/);
});

test('a wrong password is refused without naming the wrong field', async ({ page }) => {
  const login = new LoginPage(page);
  await login.open();
  await expectAccessible(page);
  await login.signIn('admin', 'not the password');
  await expect(login.refusal()).toContainText('Wrong username or password');
  await expectAccessible(page);
});

test('the return path never leads to another site', async ({ page, baseURL }) => {
  const login = new LoginPage(page);
  await login.open('//evil.example/');
  await login.signIn();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dashboard');
  expect(new URL(page.url()).origin).toBe(new URL(String(baseURL)).origin);
});

test('scripts cannot read the session, and sign-out ends it', async ({ page }) => {
  await signIn(page);
  await page.goto('/tenants');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tenants');
  const readable = await page.evaluate(
    () => document.cookie + JSON.stringify({ ...localStorage, ...sessionStorage }),
  );
  expect(readable).not.toMatch(/eyJ|session=|token/i);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/login/);
  await page.goto('/tenants');
  await expect(page).toHaveURL(/\/login/);
});

test('the colour scheme is stored and applied before the first paint', async ({ page }) => {
  await signIn(page);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/tenants');
  await page.getByRole('complementary').getByTitle('Dark').click();
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark');
  await page.route('**/assets/**', (route) => route.abort());
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark');
});
