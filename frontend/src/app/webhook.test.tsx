import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { arrangeMe, page } from '@/test/arrange-app';
import { aTenant, operator } from '@/test/fixtures';
import { renderApp } from '@/test/render-app';
import { arrange, HttpResponse, http } from '@/test/server';

const off = {
  enabled: false,
  forge: null,
  paths: {
    github: '/api/webhooks/github/harbour-bakery',
    gitlab: '/api/webhooks/gitlab/harbour-bakery',
    gitea: '/api/webhooks/gitea/harbour-bakery',
  },
  secret: null,
  commitStatus: false,
  pageAddress: null,
  createdAt: null,
  createdBy: null,
  refusedAt: null,
  deliveries: [],
  statuses: [],
};
const on = { ...off, enabled: true, forge: 'gitea', createdAt: '2026-03-01T10:00:00Z', createdBy: 'olive' };
const delivery = {
  id: 'd1',
  at: '2026-03-01T11:00:00Z',
  forge: 'gitea',
  event: 'push',
  ref: 'refs/heads/dev',
  commit: null,
  summary: 'Push to dev by ada',
  result: 'ignored',
  reason: 'The push is to dev, the tenant follows main',
  deploymentId: null,
  repeats: 2,
};

const status = {
  deploymentId: '0190bbbb-0000-7000-8000-00000000000b',
  commit: '0d1a26e67d8f5eaf1f6ba5c57fc3c7d91ac0fd1c',
  state: 'failure',
  at: '2026-03-01T11:00:00Z',
  result: 'failed',
  tries: 1,
  detail: 'The access token may not write commit statuses',
};

function arrangeWebhook(first: object, sent: unknown[] = [], tenant = aTenant()) {
  let webhook = first;
  arrange(
    http.get('*/api/tenants/:id', () => HttpResponse.json(tenant)),
    http.get('*/api/deployments', () => page([])),
    http.get('*/api/tenants/:id/webhook', () => HttpResponse.json(webhook)),
    http.put('*/api/tenants/:id/webhook', async ({ request }) => {
      sent.push(await request.json());
      webhook = on;
      return HttpResponse.json({ ...on, secret: 'made-and-shown-once' });
    }),
    http.delete('*/api/tenants/:id/webhook', () => {
      sent.push('off');
      webhook = off;
      return new HttpResponse(null, { status: 204 });
    }),
  );
}

describe('the webhook of a tenant', () => {
  it('is turned on for the forge that the repository suggests, and shows its secret until that was entered', async () => {
    arrangeMe();
    const sent: unknown[] = [];
    arrangeWebhook(off, sent);
    const { user } = renderApp('/tenants/harbour-bakery/source');
    await user.click(await screen.findByRole('button', { name: 'Turn on' }));
    expect(screen.getByRole('radio', { name: 'Gitea or Forgejo' })).toBeChecked();
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Turn on' }));
    expect(await screen.findByText('made-and-shown-once')).toBeVisible();
    expect(sent).toEqual([{ forge: 'gitea', replaceSecret: false, commitStatus: false }]);
    const address = `${window.location.origin}/api/webhooks/gitea/harbour-bakery`;
    expect(screen.getAllByText(address).length).toBeGreaterThan(0);
    await user.click(screen.getByRole('button', { name: 'I have entered it' }));
    await waitFor(() => expect(screen.queryByText('made-and-shown-once')).toBeNull());
  });

  it('says why a push did not deploy, and that a delivery had a wrong secret', async () => {
    arrangeMe();
    arrangeWebhook({ ...on, refusedAt: '2026-03-01T12:00:00Z', deliveries: [delivery] });
    renderApp('/tenants/harbour-bakery/source');
    expect(await screen.findByText('Push to dev by ada')).toBeVisible();
    expect(
      screen.getByText(/The push is to dev, the tenant follows main Delivered 2 more times/),
    ).toBeVisible();
    expect(screen.getByText('The last delivery was refused')).toBeVisible();
  });

  it('is turned off after a question', async () => {
    arrangeMe();
    const sent: unknown[] = [];
    arrangeWebhook(on, sent);
    const { user } = renderApp('/tenants/harbour-bakery/source');
    await user.click(await screen.findByRole('button', { name: 'Turn off' }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Turn off' }));
    expect(await screen.findByRole('button', { name: 'Turn on' })).toBeVisible();
    expect(sent).toEqual(['off']);
  });

  it('reports to the forge with the address of this page, and says why a status was not sent', async () => {
    arrangeMe();
    const sent: unknown[] = [];
    const source = {
      kind: 'git',
      location: 'https://git.example.com/a',
      ref: 'main',
      credential: 'token',
    } as const;
    arrangeWebhook({ ...on, statuses: [status] }, sent, aTenant({ source }));
    const { user } = renderApp('/tenants/harbour-bakery/source');
    expect(await screen.findByText('The access token may not write commit statuses')).toBeVisible();
    await user.click(screen.getByRole('switch', { name: 'Report to the forge' }));
    await waitFor(() =>
      expect(sent).toEqual([{ forge: 'gitea', commitStatus: true, pageAddress: window.location.origin }]),
    );
  });

  it('cannot report without an access token', async () => {
    arrangeMe();
    arrangeWebhook(on);
    renderApp('/tenants/harbour-bakery/source');
    const report = await screen.findByRole('switch', { name: 'Report to the forge' });
    expect(report).toHaveAccessibleDescription('Needs a source with an access token.');
    expect(report).toHaveAttribute('data-disabled');
  });

  it('has nothing to press for a viewer', async () => {
    arrangeMe({ ...operator, role: 'viewer' });
    arrangeWebhook(on);
    renderApp('/tenants/harbour-bakery/source');
    expect(await screen.findByText('Stored encrypted, not shown again')).toBeVisible();
    for (const name of ['Replace secret', 'Change forge', 'Turn off'])
      expect(screen.queryByRole('button', { name })).toBeNull();
  });
});
