import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Metrics, Overview } from '@/features/overview/model';
import { session } from '@/shared/session/session';
import { arrangeMe, page, stream } from '@/test/arrange-app';
import { operator } from '@/test/fixtures';
import { renderApp } from '@/test/render-app';
import { arrange, HttpResponse, http, refusal } from '@/test/server';

const tenantId = '0190aaaa-0000-7000-8000-00000000000a';

function anOverview(values: Partial<Overview> = {}): Overview {
  return {
    tenants: {
      total: 12,
      byStatus: { draft: 1, deploying: 1, active: 8, stopped: 1, failed: 1, deleting: 0 },
      byHealth: { healthy: 7, degraded: 0, unhealthy: 1, unknown: 4 },
    },
    ports: { free: 2488, total: 2500 },
    deployments: [
      {
        id: '0190aaaa-0000-7000-8000-00000000000d',
        kind: 'rollback',
        status: 'running',
        tenantId,
        tenantSlug: 'harbour',
        tenantName: 'Harbour Bakery',
        currentStep: 'start',
        progressPercent: 40,
        commit: '4f9c2ab1c7d4',
        actor: 'olive',
        queuedAt: '2026-03-01T10:00:00Z',
        startedAt: '2026-03-01T10:00:01Z',
        finishedAt: null,
      },
    ],
    attention: {
      items: [
        {
          tenantId,
          slug: 'museum',
          name: 'City Museum',
          reason: 'failed',
          detail: 'Backend still unhealthy after 65 s',
          at: '2026-03-01T10:00:00Z',
          deploymentId: '0190aaaa-0000-7000-8000-0000000000ee',
        },
        {
          tenantId,
          slug: 'orchard',
          name: 'Orchard',
          reason: 'certificate',
          detail: 'Its certificate ends soon',
          at: '2026-03-09T10:00:00Z',
          deploymentId: null,
        },
      ],
      total: 2,
    },
    servers: [
      {
        name: 'local',
        own: true,
        held: true,
        version: '0.4',
        startedAt: '2026-03-01T09:00:00Z',
        tenants: 12,
      },
    ],
    traffic: [
      { server: 1, at: '2026-03-01T12:00:00Z', requests: 700, serverErrors: 0 },
      { server: 2, at: '2026-03-01T12:00:00Z', requests: 140, serverErrors: 21 },
    ],
    system: { version: '0.4', javaVersion: '25', databaseVersion: '17.6', processors: 4 },
    ...values,
  };
}

const metrics: Metrics = {
  from: '2026-03-01T09:00:00Z',
  to: '2026-03-01T10:00:00Z',
  stepSeconds: 60,
  servers: [
    {
      server: 'local',
      samples: [10, 20].map((cpuPercent, minute) => ({
        at: `2026-03-01T09:0${minute}:00Z`,
        cpuPercent,
        memoryUsedBytes: 4 * 2 ** 30,
        memoryTotalBytes: 8 * 2 ** 30,
        diskUsedBytes: 97,
        diskTotalBytes: 100,
        managerBytes: 300 * 2 ** 20,
        databaseBytes: 40 * 2 ** 20,
        databaseConnections: 9,
      })),
    },
  ],
};

function arrangeDashboard(overview: () => Overview = anOverview) {
  arrange(
    http.get('*/api/overview', () => HttpResponse.json(overview())),
    http.get('*/api/overview/metrics', () => HttpResponse.json(metrics)),
    http.post('*/api/tenants/check', () =>
      HttpResponse.json({ slug: null, domain: null, aliases: null, ports: null, source: null }),
    ),
  );
}

beforeEach(() => {
  session.signedOut();
  arrangeMe();
});

describe('the dashboard', () => {
  it('tells how many requests all servers had in the last minute, and how many failed', async () => {
    arrangeDashboard();
    renderApp('/');
    const card = await screen.findByRole('region', { name: 'Traffic, last minute' });
    expect(within(card).getByText('14 per s')).toBeVisible();
    expect(within(card).getByText('2.5 %')).toBeVisible();
  });

  it('counts tenants, and each figure leads to the filtered list', async () => {
    arrangeDashboard();
    renderApp('/');
    expect(await screen.findByRole('link', { name: '1 failed' })).toHaveAttribute(
      'href',
      '/tenants?status=failed',
    );
    expect(screen.getByRole('link', { name: '7 healthy' })).toHaveAttribute(
      'href',
      '/tenants?health=healthy',
    );
    expect(screen.getByRole('link', { name: '2488 of 2500 blocks free' })).toHaveAttribute('href', '/ports');
    expect(screen.getByRole('link', { name: '12 in all' })).toHaveAttribute('href', '/tenants');
  });

  it('names the tenants that need attention, with the reason and a way to it', async () => {
    arrangeDashboard();
    renderApp('/');
    const panel = await screen.findByRole('region', { name: 'Attention (2)' });
    expect(within(panel).getByText('Backend still unhealthy after 65 s')).toBeVisible();
    expect(within(panel).getByRole('link', { name: 'City Museum' })).toHaveAttribute(
      'href',
      '/deployments/0190aaaa-0000-7000-8000-0000000000ee',
    );
    expect(within(panel).getByText('Ends on 9 Mar 2026, and was not renewed.')).toBeVisible();
  });

  it('shows running deployments with their progress, and follows them by events', async () => {
    let percent = 40;
    arrangeDashboard(() => {
      const [deployment] = anOverview().deployments;
      return anOverview({ deployments: deployment ? [{ ...deployment, progressPercent: percent }] : [] });
    });
    renderApp('/');
    const bar = await screen.findByRole('progressbar', { name: 'Progress of Harbour Bakery' });
    expect(bar).toHaveAttribute('aria-valuenow', '40');
    percent = 80;
    act(() => {
      stream().open();
      stream().tell('change', {
        seq: 1,
        topic: 'runs',
        event: 'run.changed',
        tenantId,
        data: { runId: 'x', status: 'running' },
      });
    });
    await waitFor(() => expect(bar).toHaveAttribute('aria-valuenow', '80'));
  });

  it('draws what the machine used, and tells it as a table too', async () => {
    arrangeDashboard();
    const { user } = renderApp('/');
    expect(await screen.findByRole('img', { name: 'Processors: now 20 %, highest 20 %' })).toBeVisible();
    expect(screen.getByText('nearly full')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Table of Processors' }));
    const table = within(screen.getByRole('region', { name: 'Values of Processors' }));
    expect(table.getAllByRole('row').map((row) => row.textContent)).toEqual([
      'TimeValue',
      expect.stringMatching(/20 %$/),
      expect.stringMatching(/10 %$/),
    ]);
  });

  it('leads a new installation to its first tenant', async () => {
    arrangeDashboard(() =>
      anOverview({
        tenants: { ...anOverview().tenants, total: 0 },
        deployments: [],
        attention: { items: [], total: 0 },
      }),
    );
    renderApp('/');
    const panel = await screen.findByRole('region', { name: 'First steps' });
    expect(within(panel).getByRole('link', { name: 'New tenant' })).toHaveAttribute('href', '/tenants/new');
  });

  it('shows a viewer no action', async () => {
    arrangeMe({ ...operator, role: 'viewer' });
    arrangeDashboard();
    renderApp('/');
    await screen.findByRole('region', { name: 'Attention (2)' });
    expect(screen.queryByRole('link', { name: 'New tenant' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Go to or deploy' })).not.toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'NGINX' })).not.toBeInTheDocument();
  });

  it('keeps the rest when there are no metrics', async () => {
    arrangeDashboard();
    arrange(http.get('*/api/overview/metrics', () => refusal({ title: 'No metrics', status: 400 })));
    renderApp('/');
    expect(await screen.findByText('No metrics')).toBeVisible();
    expect(screen.getByRole('region', { name: 'Attention (2)' })).toBeVisible();
  });
});

describe('the NGINX page', () => {
  const files = {
    generation: 19,
    items: [
      { name: 'hosts.map', description: 'Host names', lines: 2, sizeBytes: 40 },
      { name: 'nginx.conf', description: 'Processes', lines: 1, sizeBytes: 9 },
    ],
  };

  beforeEach(() => {
    arrange(
      http.get('*/api/nginx/configs', () => HttpResponse.json(files)),
      http.get('*/api/nginx/configs/:name', ({ params }) =>
        HttpResponse.json({ name: params.name, generation: 19, text: 'a.example a;\nb.example b;\n' }),
      ),
      http.get('*/api/audit', () => page([])),
    );
  });

  it('marks the line that was refused, in its file', async () => {
    arrange(
      http.post('*/api/nginx/reload', () =>
        refusal({
          title: 'NGINX refuses its configuration',
          status: 422,
          code: 'nginx.invalid',
          detail: 'hosts.map, line 2: not a valid line of this map',
          errors: [{ field: 'hosts.map:2', message: 'not a valid line of this map' }],
        }),
      ),
    );
    const { user, router } = renderApp('/nginx?file=nginx.conf');
    await screen.findByText('Generation 19');
    await user.click(screen.getByRole('button', { name: 'Test and reload' }));
    expect(await screen.findByText('hosts.map, line 2: not a valid line of this map')).toBeVisible();
    expect(router.state.location.search).toEqual({ file: 'hosts.map' });
    const line = (await screen.findByText('Error in line')).closest('li');
    expect(line).toHaveTextContent('b.example b;');
  });

  it('says that a test was passed', async () => {
    arrange(
      http.post('*/api/nginx/test', () =>
        HttpResponse.json({ valid: true, generation: 19, file: null, line: null, reason: null }),
      ),
    );
    const { user } = renderApp('/nginx');
    await user.click(await screen.findByRole('button', { name: 'Test' }));
    expect(await screen.findByText('NGINX accepts this configuration')).toBeVisible();
  });
});
