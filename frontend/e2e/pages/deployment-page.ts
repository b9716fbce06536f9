import type { Page } from '@playwright/test';

export class DeploymentPage {
  constructor(private readonly page: Page) {}

  open(id: string) {
    return this.page.goto(`/deployments/${id}`);
  }

  steps() {
    return this.page.getByRole('region', { name: 'Steps' }).getByRole('listitem');
  }

  progress() {
    return this.page.getByRole('progressbar', { name: 'Progress' });
  }

  async percent() {
    return Number(await this.progress().getAttribute('aria-valuenow'));
  }

  log() {
    return this.page.getByRole('region', { name: 'Deployment log', exact: true });
  }

  lines() {
    return this.log().locator('[data-seq]');
  }

  /** The numbers of the visible lines, in display order. */
  seqs() {
    return this.lines().evaluateAll((rows) => rows.map((row) => Number((row as HTMLElement).dataset.seq)));
  }

  viewport() {
    return this.page.getByRole('region', { name: 'Deployment log, lines' });
  }

  streamState(state: string) {
    return this.log().getByText(state, { exact: true });
  }

  outcome() {
    return this.page.getByText('The site is live');
  }

  siteLink() {
    return this.page.getByRole('link', { name: /^Open / });
  }
}
