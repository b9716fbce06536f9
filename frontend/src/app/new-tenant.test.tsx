import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { arrangeMe, page } from '@/test/arrange-app';
import { aTenant } from '@/test/fixtures';
import { renderApp } from '@/test/render-app';
import { arrange, HttpResponse, http } from '@/test/server';

const generated = 'pZ7-generated-once';

function arrangeCreation() {
  const tenant = aTenant({ status: 'draft' });
  const adminPassword = { value: generated, secret: true, isSet: true };
  arrange(
    http.get('*/api/tenants', () => page([])),
    http.post('*/api/tenants', () =>
      HttpResponse.json({ ...tenant, config: { ...tenant.config, adminPassword } }, { status: 201 }),
    ),
    http.get('*/api/tenants/:id', () => HttpResponse.json(tenant)),
    http.get('*/api/tenants/:id/services', () => page([])),
    http.get('*/api/deployments', () => page([])),
  );
}

describe('a new tenant', () => {
  beforeEach(() => arrangeMe());

  it('shows the generated password once, until it is acknowledged', async () => {
    arrangeCreation();
    const { user, router } = renderApp('/tenants/new');
    await user.type(await screen.findByLabelText('Name'), 'Harbour Bakery');
    await user.click(screen.getByRole('button', { name: 'Create tenant' }));
    expect(await screen.findByText(generated)).toBeVisible();
    expect(router.state.location.pathname).toBe('/tenants/new');
    await user.click(screen.getByRole('button', { name: 'Stored, continue' }));
    expect(await screen.findByRole('heading', { name: 'Harbour Bakery', level: 1 })).toBeVisible();
    expect(document.body).not.toHaveTextContent(generated);
    expect(JSON.stringify({ ...localStorage })).not.toContain(generated);
  });

  it('keeps unfinished input for the next visit, and drops it on request', async () => {
    arrangeCreation();
    const { user, router } = renderApp('/tenants/new');
    await user.type(await screen.findByLabelText('Name'), 'Harbour');
    await router.navigate({ to: '/tenants' });
    await screen.findByText('No tenants yet');
    await router.navigate({ to: '/tenants/new' });
    expect(await screen.findByLabelText('Name')).toHaveValue('Harbour');
    await user.click(screen.getByRole('button', { name: 'Start anew' }));
    expect(screen.getByLabelText('Name')).toHaveValue('');
  });

  it('names the owners of a taken slug and a taken domain at once', async () => {
    arrange(
      http.get('*/api/tenants', () =>
        page([aTenant({ slug: 'demo', name: 'Demo campaign', domain: 'demo.localhost' })]),
      ),
    );
    const { user } = renderApp('/tenants/new');
    await user.type(await screen.findByLabelText('Name'), 'demo');
    await user.click(screen.getByRole('button', { name: 'Create tenant' }));
    await waitFor(() =>
      expect(screen.getByLabelText('Slug')).toHaveAccessibleDescription('demo belongs to Demo campaign.'),
    );
    expect(screen.getByLabelText('Domain')).toHaveAccessibleDescription(
      'demo.localhost belongs to Demo campaign.',
    );
    expect(screen.getByLabelText('Slug')).toHaveFocus();
  });

  it('asks for a repository together with the other fields', async () => {
    const { user } = renderApp('/tenants/new');
    await user.click(await screen.findByLabelText('Git repository'));
    await user.type(screen.getByLabelText('Slug'), 'Bad Slug!');
    await user.click(screen.getByRole('button', { name: 'Create tenant' }));
    expect(await screen.findByText('A repository or directory is required.')).toBeVisible();
    expect(screen.getByText('A name is required.')).toBeVisible();
    expect(screen.getByLabelText('Slug')).toHaveAccessibleDescription(/^Only lower-case letters/);
  });
});
