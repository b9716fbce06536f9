import type { Page } from '@playwright/test';

export class TenantsPage {
  constructor(private readonly page: Page) {}

  open(search = '') {
    return this.page.goto(`/tenants${search}`);
  }

  heading() {
    return this.page.getByRole('heading', { name: 'Tenants', level: 1 });
  }

  row(name: string) {
    return this.page.getByRole('row', { name: new RegExp(name) });
  }

  search(text: string) {
    return this.page.getByRole('searchbox').fill(text);
  }

  newTenant() {
    return this.page.getByRole('link', { name: 'New tenant' }).click();
  }
}
