import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { arrangeMe, page } from '@/test/arrange-app';
import { operator } from '@/test/fixtures';
import { renderApp } from '@/test/render-app';
import { arrange, HttpResponse, http, refusal } from '@/test/server';

const admin = { ...operator, username: 'admin', role: 'admin' as const };

const session = (values: object) => ({
  id: 's1',
  user: 'admin',
  current: true,
  address: '192.0.2.17',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0',
  createdAt: '2026-03-01T10:00:00Z',
  renewedAt: null,
  expiresAt: '2026-03-02T10:00:00Z',
  ...values,
});

describe('the sessions', () => {
  it('name browser and address, and end at a click, but never the one of this page', async () => {
    arrangeMe(admin);
    let open = [session({}), session({ id: 's2', user: 'olive', current: false, userAgent: 'curl/8.5.0' })];
    const ended: (string | readonly string[] | undefined)[] = [];
    arrange(
      http.get('*/api/sessions', () => page(open)),
      http.delete('*/api/sessions/:id', ({ params }) => {
        ended.push(params.id);
        open = open.filter(({ id }) => id !== params.id);
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user } = renderApp('/sessions');
    const own = await screen.findByRole('row', { name: /Firefox on Linux/ });
    expect(own).toHaveTextContent('This session');
    expect(within(own).queryByRole('button')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'End the session of olive' }));
    await user.click(screen.getByRole('button', { name: 'End session' }));
    await waitFor(() => expect(screen.queryByRole('row', { name: /curl/ })).toBeNull());
    expect(ended).toEqual(['s2']);
  });

  it('are one’s own for an operator, without the tabs of admins', async () => {
    arrangeMe();
    arrange(http.get('*/api/sessions', () => page([session({ user: 'olive' })])));
    renderApp('/sessions');
    expect(await screen.findByRole('heading', { name: 'My sessions' })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Users' })).toBeNull();
  });
});

const credential = {
  name: 'acme-forge',
  kind: 'deploy-key',
  host: 'git.acme.example',
  pathPrefix: null,
  username: null,
  publicKey: 'ssh-ed25519 AAAA acme',
  hostKeys: null,
  createdAt: '2026-03-01T10:00:00Z',
  createdBy: 'admin',
};

describe('the git credentials', () => {
  it('show the public half of a new deploy key at once', async () => {
    arrangeMe(admin);
    const sent: unknown[] = [];
    arrange(
      http.get('*/api/credentials', () => page([])),
      http.post('*/api/credentials', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(credential, { status: 201 });
      }),
    );
    const { user } = renderApp('/credentials');
    await user.click(await screen.findByRole('button', { name: 'New credential' }));
    await user.type(screen.getByLabelText('Name'), 'acme-forge');
    await user.type(screen.getByLabelText('Host'), 'git.acme.example');
    await user.click(screen.getByRole('button', { name: 'Make deploy key' }));
    expect(await screen.findByText('ssh-ed25519 AAAA acme')).toBeVisible();
    expect(sent).toEqual([{ name: 'acme-forge', kind: 'deploy-key', host: 'git.acme.example' }]);
  });

  it('that are in use stay, and the dialog says who uses them', async () => {
    arrangeMe(admin);
    arrange(
      http.get('*/api/credentials', () => page([credential])),
      http.delete('*/api/credentials/:id', () =>
        refusal({
          title: 'In use',
          status: 409,
          code: 'credential.in-use',
          detail: 'The source of demo names it.',
        }),
      ),
    );
    const { user } = renderApp('/credentials');
    await user.click(await screen.findByRole('button', { name: 'Actions for acme-forge' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    expect(await screen.findByText('The source of demo names it.')).toBeVisible();
    expect(screen.getByRole('row', { name: /acme-forge/ })).toBeVisible();
  });
});

describe('the settings', () => {
  const secret = {
    key: 'ai.apiKey',
    group: 'ai',
    type: 'secret',
    description: 'Key of the AI provider',
    bounds: null,
    default: null,
    value: null,
    isSet: true,
    secret: true,
    testable: true,
  };

  it('test a key, and say what was found out', async () => {
    arrangeMe(admin);
    const result = {
      key: 'ai.apiKey',
      works: false,
      detail: 'The provider refused the API key',
      durationMs: 812,
    };
    arrange(
      http.get('*/api/settings', () => page([secret])),
      http.get('*/api/settings/:key', () => HttpResponse.json(secret, { headers: { ETag: '"v1"' } })),
      http.post('*/api/settings/:key/test', () => HttpResponse.json(result)),
      http.get('*/api/maintenance/paths', () => page([])),
    );
    const { user } = renderApp('/settings');
    await user.click(await screen.findByRole('button', { name: 'Change ai.apiKey' }));
    await user.click(await screen.findByRole('button', { name: 'Test' }));
    expect(await screen.findByText('The provider refused the API key.')).toBeVisible();
    await user.type(screen.getByLabelText('New value'), 'sk-new');
    expect(screen.getByRole('button', { name: 'Test' })).toBeDisabled();
    expect(screen.getByText('Save the new value to test it.')).toBeVisible();
  });

  it('never show a secret, and replace or remove it', async () => {
    arrangeMe(admin);
    const sent: unknown[] = [];
    arrange(
      http.get('*/api/settings', () => page([secret])),
      http.get('*/api/settings/:key', () => HttpResponse.json(secret, { headers: { ETag: '"v1"' } })),
      http.put('*/api/settings/:key', async ({ request }) => {
        sent.push([request.headers.get('If-Match'), await request.json()]);
        return HttpResponse.json(secret);
      }),
      http.get('*/api/maintenance/paths', () =>
        page([{ name: 'logs', path: '/var/lib/tenantmgr/logs', totalBytes: 1000, freeBytes: 20 }]),
      ),
    );
    const { user } = renderApp('/settings');
    expect(await screen.findByText('Set, never shown')).toBeVisible();
    expect(await screen.findByText(/scarce/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Change ai.apiKey' }));
    await user.type(await screen.findByLabelText('New value'), 'sk-new');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toEqual(['"v1"', { value: 'sk-new' }]);
    await user.click(await screen.findByRole('button', { name: 'Change ai.apiKey' }));
    await user.click(await screen.findByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]).toEqual(['"v1"', { value: null, isSet: false }]);
  });
});

describe('the audit log', () => {
  it('is verified at a click, which names what was changed past the manager', async () => {
    arrangeMe(admin);
    const chain = {
      entries: 812,
      head: 'ab12',
      faultCount: 0,
      faults: [],
      verifiedAt: '2026-03-01T10:00:00Z',
    };
    let answer = { ...chain, intact: true, faults: [] as string[] };
    arrange(
      http.get('*/api/audit', () => page([])),
      http.get('*/api/audit/chain', () => HttpResponse.json(answer)),
    );
    const { user } = renderApp('/audit?action=tenant.create');
    await user.click(await screen.findByRole('button', { name: 'Verify' }));
    expect(await screen.findByText('All 812 entries are as they were written')).toBeVisible();

    answer = { ...chain, intact: false, faultCount: 21, faults: ['Entry 7 was removed'] };
    await user.click(screen.getByRole('button', { name: 'Verify' }));
    expect(await screen.findByText('Entry 7 was removed')).toBeVisible();
    expect(screen.getByText('And 20 more')).toBeVisible();

    await user.click(screen.getByRole('button', { name: 'Export' }));
    expect(await screen.findByRole('menuitem', { name: 'Export as CSV' })).toHaveAttribute(
      'href',
      '/api/audit/export?format=csv&action=tenant.create',
    );
  });

  it('is exported by operators and verified by admins', async () => {
    arrangeMe();
    arrange(http.get('*/api/audit', () => page([])));
    renderApp('/audit');
    expect(await screen.findByRole('button', { name: 'Export' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Verify' })).toBeNull();
  });
});
