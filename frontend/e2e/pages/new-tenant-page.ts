import { expect, type Page } from '@playwright/test';

/** The wizard. */
export class NewTenantPage {
  constructor(private readonly page: Page) {}

  open() {
    return this.page.goto('/tenants/new');
  }

  field(label: string) {
    return this.page.getByLabel(label, { exact: true });
  }

  step(title: string) {
    return this.page.getByRole('heading', { name: title, level: 2, exact: true });
  }

  async fill(values: { name: string; slug: string; domain: string }) {
    await this.field('Name').fill(values.name);
    await this.field('Slug').fill(values.slug);
    await this.field('Domain').fill(values.domain);
  }

  async fromDirectory(directory: string) {
    await this.page.getByRole('radio', { name: 'Directory on the server' }).check();
    await this.field('Directory').fill(directory);
  }

  /** To the next step; a step with a wrong field stays. */
  next() {
    return this.page.getByRole('button', { name: 'Continue' }).click();
  }

  /** From the first step to the fourth. */
  async toReview() {
    for (const title of ['Configuration', 'Theme', 'Review']) {
      await this.next();
      await expect(this.step(title)).toBeVisible();
    }
  }

  /** Through all steps, without a deployment. */
  async create() {
    await this.toReview();
    await this.page.getByRole('button', { name: 'Create without deploying' }).click();
  }

  /** On the review: two clicks in a row, as impatient people make. */
  createAndDeploy() {
    return this.page.getByRole('button', { name: 'Create and deploy' }).dblclick();
  }

  /** The generated password of the administrator, which must be acknowledged. */
  password() {
    return this.page.getByRole('region', { name: "Administrator's password" });
  }

  acknowledge() {
    return this.page.getByRole('button', { name: 'Stored, continue' }).click();
  }
}
