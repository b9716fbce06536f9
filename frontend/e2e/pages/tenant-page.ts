import type { Page } from '@playwright/test';

export class TenantPage {
  constructor(private readonly page: Page) {}

  open(slug: string) {
    return this.page.goto(`/tenants/${slug}`);
  }

  heading(name: string) {
    return this.page.getByRole('heading', { name, level: 1 });
  }

  deploy() {
    return this.page.getByRole('button', { name: /^Deploy/ }).click();
  }

  section(name: string) {
    return this.page.getByRole('region', { name });
  }
}
