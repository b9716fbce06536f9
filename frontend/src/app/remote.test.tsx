import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Remote, RemotePersons, RemoteStats } from '@/features/remote/model';
import { arrangeMe, page } from '@/test/arrange-app';
import { aTenant, operator } from '@/test/fixtures';
import { renderApp } from '@/test/render-app';
import { arrange, HttpResponse, http } from '@/test/server';

const stats: RemoteStats = {
  stats: { persons: 1204, releasedAt: '2026-03-01T10:00:00Z' },
  at: '2026-03-01T12:00:00Z',
  stale: false,
  failure: null,
};
const persons: RemotePersons = { count: 1204, at: '2026-03-01T12:00:00Z', stale: false, failure: null };
const remote: Remote = {
  deployed: true,
  stats: true,
  personsCount: true,
  backup: true,
  actions: [
    { id: 'reindex', title: 'Rebuild the index', confirm: true, question: 'The search is empty meanwhile.' },
  ],
  lastStats: null,
  lastPersons: null,
};

function arrangeRemote(values: Partial<Remote> = {}) {
  arrangeMe(operator);
  arrange(
    http.get('*/api/tenants/:id', () => HttpResponse.json(aTenant())),
    http.get('*/api/deployments', () => page([])),
    http.get('*/api/tenants/:id/remote', () => HttpResponse.json({ ...remote, ...values })),
    http.get('*/api/tenants/:id/remote/stats', () => HttpResponse.json(stats)),
    http.get('*/api/tenants/:id/remote/persons/count', () => HttpResponse.json(persons)),
  );
}

const refused = (code: string, title: string, detail: string) =>
  HttpResponse.json({ code, title, detail, status: 424, instance: 'i' }, { status: 424 });

describe('the remote tab of a tenant', () => {
  it('shows statistics, persons, and what an action answered after it was confirmed', async () => {
    arrangeRemote();
    let asked = 0;
    arrange(
      http.post('*/api/tenants/:id/remote/actions/reindex', () => {
        asked++;
        return HttpResponse.json({
          status: 200,
          tookMs: 1500,
          contentType: 'application/json',
          bytes: 20,
          output: ['{"indexed":1204}'],
          truncated: false,
        });
      }),
    );
    const { user } = renderApp('/tenants/harbour-bakery/remote');
    expect(await screen.findByText('Released')).toBeVisible();
    await waitFor(() => expect(screen.getByRole('region', { name: 'Persons' })).toHaveTextContent('1,204'));

    await user.click(screen.getByRole('button', { name: 'Run Rebuild the index' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('The search is empty meanwhile.');
    expect(asked).toBe(0);
    await user.click(within(dialog).getByRole('button', { name: 'Run' }));
    expect(await screen.findByText('{"indexed":1204}')).toBeVisible();
    expect(asked).toBe(1);
  });

  it('keeps the last good value, with its age and the reason', async () => {
    const failure = {
      code: 'remote.unreachable',
      title: 'The application cannot be reached',
      detail: 'Nothing listens on port 20001',
      at: '2026-03-01T12:05:00Z',
    };
    arrangeRemote();
    arrange(
      http.get('*/api/tenants/:id/remote/persons/count', () =>
        HttpResponse.json({ ...persons, stale: true, failure }),
      ),
    );
    renderApp('/tenants/harbour-bakery/remote');
    expect(await screen.findByText('Stale')).toBeVisible();
    const panel = screen.getByRole('region', { name: 'Persons' });
    expect(panel).toHaveTextContent('1,204');
    expect(panel).toHaveTextContent('Nothing listens on port 20001');
  });

  it('says in place why there is no value at all', async () => {
    arrangeRemote({ personsCount: false, lastStats: null });
    arrange(
      http.get('*/api/tenants/:id/remote/stats', () =>
        refused(
          'remote.not-json',
          'The application’s answer has another form',
          '/stats must answer with JSON',
        ),
      ),
    );
    renderApp('/tenants/harbour-bakery/remote');
    expect(await screen.findByText('/stats must answer with JSON')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Run Rebuild the index' })).toBeVisible();
  });

  it('shows viewers values and no actions', async () => {
    arrangeRemote();
    arrangeMe({ ...operator, role: 'viewer' });
    renderApp('/tenants/harbour-bakery/remote');
    expect(await screen.findByRole('region', { name: 'Persons' })).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Actions' })).not.toBeInTheDocument();
  });

  it('shows what to write in the manifest if the application offers nothing', async () => {
    arrangeRemote({ stats: false, personsCount: false, backup: false, actions: [] });
    renderApp('/tenants/harbour-bakery/remote');
    expect(await screen.findByRole('region', { name: 'Example of a manifest' })).toHaveTextContent(
      'personsCount:',
    );
  });
});

describe('the releases', () => {
  it('are listed with the tenants that run them', async () => {
    arrangeMe(operator);
    arrange(
      http.get('*/api/releases', () =>
        page([
          {
            id: '4f9c2ab1-9d2e',
            application: 'campaign',
            server: 'local',
            sourceKind: 'git',
            sourceLocation: 'https://git.example.com/campaign.git',
            ref: 'main',
            commit: '4f9c2ab19d2e',
            createdAt: '2026-03-01T12:00:00Z',
            live: 40,
            standby: 1,
            tenants: [{ id: aTenant().id, slug: 'harbour-bakery', name: 'Harbour Bakery', live: false }],
          },
        ]),
      ),
    );
    renderApp('/releases');
    const row = await screen.findByRole('row', { name: /4f9c2ab1/ });
    expect(row).toHaveTextContent('4f9c2ab1 main');
    expect(within(row).getByRole('link', { name: 'Harbour Bakery' })).toHaveAttribute(
      'href',
      '/tenants/harbour-bakery',
    );
    expect(row).toHaveTextContent('(other slot)');
    expect(row).toHaveTextContent('and 40 more');
  });
});
