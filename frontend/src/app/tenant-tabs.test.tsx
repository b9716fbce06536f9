import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { arrangeMe, page } from '@/test/arrange-app';
import { aTenant, operator } from '@/test/fixtures';
import { renderApp } from '@/test/render-app';
import { arrange, HttpResponse, http } from '@/test/server';

function arrangeTenant(values: Parameters<typeof aTenant>[0] = {}) {
  arrange(
    http.get('*/api/tenants/:id', () => HttpResponse.json(aTenant(values), { headers: { ETag: '"t1.x"' } })),
    http.get('*/api/tenants/:id/services', () => page([])),
    http.get('*/api/deployments', () => page([])),
  );
}

describe('a tenant', () => {
  beforeEach(() => arrangeMe());

  it('is changed over the version that the form began with, with all that it had', async () => {
    const sent: unknown[] = [];
    arrangeTenant({ aliases: ['www.example.com'], labels: ['pilot'], timeZone: 'Europe/Berlin' });
    arrange(
      http.put('*/api/tenants/:id', async ({ request }) => {
        sent.push([request.headers.get('If-Match'), await request.json()]);
        return HttpResponse.json(aTenant());
      }),
    );
    const { user } = renderApp('/tenants/harbour-bakery');
    await user.click(await screen.findByRole('button', { name: 'Edit' }));
    await user.type(await screen.findByLabelText(/^Notes/), 'Ask first');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toEqual([
      '"t1.x"',
      {
        name: 'Harbour Bakery',
        domain: 'bakery.example.com',
        aliases: ['www.example.com'],
        source: { kind: 'git', location: 'https://git.example.com/campaign.git', ref: 'main' },
        timeZone: 'Europe/Berlin',
        labels: ['pilot'],
        notes: 'Ask first',
      },
    ]);
  });

  it('whose domain changes is followed to the run that changes it', async () => {
    arrangeTenant();
    arrange(
      http.put('*/api/tenants/:id', () => HttpResponse.json({ deploymentId: 'run-7' }, { status: 202 })),
      http.get('*/api/deployments/run-7', () => HttpResponse.json({}, { status: 404 })),
    );
    const { user, router } = renderApp('/tenants/harbour-bakery');
    await user.click(await screen.findByRole('button', { name: 'Edit' }));
    const domain = await screen.findByLabelText('Domain');
    await user.clear(domain);
    await user.type(domain, 'new.example.com');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/deployments/run-7'));
  });

  it('has its commands run once for two clicks, and shows the run', async () => {
    const keys: (string | null)[] = [];
    arrangeTenant();
    arrange(
      http.get('*/api/tenants/:id/commands', () => page([{ name: 'reindex', argv: ['./run', 'reindex'] }])),
      http.post('*/api/tenants/:id/commands/reindex', ({ request }) => {
        keys.push(request.headers.get('Idempotency-Key'));
        return HttpResponse.json({ deploymentId: 'run-8' }, { status: 202 });
      }),
      http.get('*/api/deployments/run-8', () => HttpResponse.json({}, { status: 404 })),
    );
    const { user, router } = renderApp('/tenants/harbour-bakery/commands');
    await user.click(await screen.findByRole('button', { name: 'Run reindex' }));
    const run = within(screen.getByRole('dialog', { name: 'Run reindex?' })).getByRole('button', {
      name: 'Run',
    });
    run.click();
    run.click();
    await waitFor(() => expect(router.state.location.pathname).toBe('/deployments/run-8'));
    expect(keys).toHaveLength(1);
  });

  it('asks the audit log for its own entries', async () => {
    const asked: (string | null)[] = [];
    arrangeTenant();
    arrange(
      http.get('*/api/audit', ({ request }) => {
        asked.push(new URL(request.url).searchParams.get('tenant'));
        return page([]);
      }),
    );
    renderApp('/tenants/harbour-bakery/audit');
    expect(await screen.findByText('No entries yet')).toBeVisible();
    expect(asked).toEqual([aTenant().id]);
  });
});

describe('a viewer', () => {
  beforeEach(() => arrangeMe({ ...operator, role: 'viewer' }));

  it('sees a tenant and its commands without what they may not do', async () => {
    arrangeTenant();
    arrange(
      http.get('*/api/tenants/:id/commands', () => page([{ name: 'reindex', argv: ['./run', 'reindex'] }])),
    );
    renderApp('/tenants/harbour-bakery/commands');
    expect(await screen.findByText('./run reindex')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Run|Deploy|Stop|Restart/ })).toBeNull();
  });

  it('sees the list of tenants without selection and bulk actions', async () => {
    arrange(http.get('*/api/tenants', () => page([aTenant()])));
    renderApp('/tenants');
    expect(await screen.findByRole('row', { name: /Harbour Bakery/ })).toBeVisible();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});
