import type { Page } from '@playwright/test';
import { password, username } from '../session';

export class LoginPage {
  constructor(private readonly page: Page) {}

  open(next?: string) {
    return this.page.goto(next ? `/login?next=${encodeURIComponent(next)}` : '/login');
  }

  async signIn(name = username, secret = password) {
    await this.page.getByLabel('Username').fill(name);
    await this.page.getByLabel('Password', { exact: true }).fill(secret);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
  }

  refusal() {
    return this.page.getByRole('alert');
  }
}
