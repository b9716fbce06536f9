import type { Page } from '@playwright/test';

export class NewTenantPage {
  constructor(private readonly page: Page) {}

  open() {
    return this.page.goto('/tenants/new');
  }

  field(label: string) {
    return this.page.getByLabel(label, { exact: true });
  }

  async fill(values: { name: string; slug: string; domain: string }) {
    await this.field('Name').fill(values.name);
    await this.field('Slug').fill(values.slug);
    await this.field('Domain').fill(values.domain);
  }

  create() {
    return this.page.getByRole('button', { name: 'Create tenant' }).click();
  }

  /** The generated password of the administrator, which must be acknowledged. */
  password() {
    return this.page.getByRole('region', { name: "Administrator's password" });
  }

  acknowledge() {
    return this.page.getByRole('button', { name: 'Stored, continue' }).click();
  }
}
