import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Check, Health, History, Incident } from '@/features/health/model';
import { arrangeMe, page } from '@/test/arrange-app';
import { aTenant, operator } from '@/test/fixtures';
import { renderApp } from '@/test/render-app';
import { arrange, HttpResponse, http } from '@/test/server';

const check = (values: Partial<Check> = {}): Check => ({
  kind: 'frontend',
  health: 'unhealthy',
  since: '2026-03-01T10:00:00Z',
  pending: false,
  flapping: false,
  checkedAt: '2026-03-01T12:00:00Z',
  result: 'failed',
  detail: 'https://bakery.example.com/ answers 502',
  latencyMs: 42,
  recent: ['ok', 'failed', 'failed', 'failed'],
  nextAt: '2099-03-01T12:01:00Z',
  ...values,
});

const incident: Incident = {
  id: '0190cccc-0000-7000-8000-000000000001',
  kind: 'frontend',
  health: 'unhealthy',
  beganAt: '2026-03-01T10:00:00Z',
  endedAt: '2026-03-01T10:08:00Z',
  cause: 'https://bakery.example.com/ answers 502',
};

function arrangeHealth(health: Partial<Health> = {}, history: Partial<History> = {}) {
  const asked: string[] = [];
  const now = Date.now();
  arrange(
    http.get('*/api/tenants/:id', () => HttpResponse.json(aTenant())),
    http.get('*/api/deployments', () => page([])),
    http.get('*/api/tenants/:id/health', () =>
      HttpResponse.json({
        health: 'unhealthy',
        changing: false,
        checks: [check()],
        incidents: [],
        ...health,
      }),
    ),
    http.get('*/api/tenants/:id/health/history', ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('from') ?? '');
      return HttpResponse.json({
        from: new Date(now - 86_400_000).toISOString(),
        to: new Date(now).toISOString(),
        resolutionSeconds: 300,
        checks: [
          {
            kind: 'frontend',
            okPercent: 99.5,
            steps: [
              {
                at: new Date(now - 3_600_000).toISOString(),
                results: 5,
                warned: 0,
                failed: 1,
                unknown: 0,
                averageMs: 30,
                longestMs: 90,
              },
            ],
          },
        ],
        ...history,
      });
    }),
    http.get('*/api/tenants/:id/health/incidents', () => page([incident])),
  );
  return asked;
}

describe('the health of a tenant', () => {
  beforeEach(() => arrangeMe());

  it('shows each check with its latest result and its recent ones in words', async () => {
    arrangeHealth();
    renderApp('/tenants/harbour-bakery/health');
    const row = await screen.findByRole('row', { name: /Site/ });
    expect(row).toHaveTextContent('Unhealthy');
    expect(row).toHaveTextContent('answers 502');
    expect(row).toHaveTextContent('42 ms');
    expect(within(row).getByRole('img', { name: '4 results, 3 failed' })).toBeVisible();
  });

  it('shows the history as bars and as a table, over a period that is chosen', async () => {
    const asked = arrangeHealth();
    const { user } = renderApp('/tenants/harbour-bakery/health');
    expect(await screen.findByText('99.5 % good')).toBeVisible();
    expect(screen.getByRole('img', { name: 'Failures in 1 of 48 parts of this period' })).toBeVisible();

    await user.click(screen.getByRole('button', { name: 'Table of Site' }));
    expect(screen.getByRole('cell', { name: '1 of 5' })).toBeVisible();

    await user.click(screen.getByRole('button', { name: '7 d' }));
    await waitFor(() => expect(asked.length).toBe(2));
    expect(Date.parse(asked[0] ?? '') - Date.parse(asked[1] ?? '')).toBeCloseTo(6 * 86_400_000, -5);
  });

  it('lists incidents with their length and cause', async () => {
    arrangeHealth();
    renderApp('/tenants/harbour-bakery/health');
    const panel = await screen.findByRole('region', { name: 'Incidents' });
    expect(await within(panel).findByText(/for 8 min 00 s/)).toBeVisible();
    expect(panel).toHaveTextContent('answers 502');
  });

  it('is checked now, once for two clicks', async () => {
    let checks = 0;
    let end = () => {};
    const answer = new Promise<void>((resolve) => {
      end = resolve;
    });
    arrangeHealth();
    arrange(
      http.post('*/api/tenants/:id/health-check', async () => {
        checks++;
        await answer;
        return HttpResponse.json({ health: 'healthy', changing: false, checks: [check()], incidents: [] });
      }),
    );
    const { user } = renderApp('/tenants/harbour-bakery/health');
    await user.dblClick(await screen.findByRole('button', { name: 'Check now' }));
    expect(await screen.findByRole('button', { name: 'Checking' })).toBeDisabled();
    end();
    expect(await screen.findByRole('button', { name: 'Check now' })).toBeEnabled();
    expect(checks).toBe(1);
  });

  it('is not checked on request by viewers', async () => {
    arrangeMe({ ...operator, role: 'viewer' });
    arrangeHealth();
    renderApp('/tenants/harbour-bakery/health');
    expect(await screen.findByText('No open incident.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Check now' })).not.toBeInTheDocument();
  });

  it('says why nothing is shown of a tenant that does not serve', async () => {
    arrangeHealth({ checks: [] });
    renderApp('/tenants/harbour-bakery/health');
    expect(await screen.findByText('Not checked')).toBeVisible();
  });

  it('says that results do not count while a run changes the tenant', async () => {
    arrangeHealth({ changing: true });
    renderApp('/tenants/harbour-bakery/health');
    expect(await screen.findByText(/Results do not count until it has ended/)).toBeVisible();
  });
});
