import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { LogEntry } from '@/features/log/model';
import { arrangeMe, page } from '@/test/arrange-app';
import { aTenant, operator } from '@/test/fixtures';
import { renderApp } from '@/test/render-app';
import { arrange, HttpResponse, http } from '@/test/server';

const anEntry = (seq: number, text: string): LogEntry => ({
  seq,
  at: '2026-03-01T12:00:00Z',
  level: 'info',
  source: 'manager',
  server: 1,
  logger: null,
  tenantId: null,
  runId: null,
  requestId: null,
  actor: null,
  method: null,
  path: null,
  status: null,
  durationMs: null,
  text,
});

describe("the manager's log", () => {
  it('asks for what the filters in the address say', async () => {
    const asked: string[] = [];
    arrangeMe();
    arrange(
      http.get('*/api/logs', ({ request }) => {
        asked.push(new URL(request.url).search);
        return HttpResponse.json({ items: [anEntry(7, 'lease acquired')], olderSeq: null, newerSeq: 7 });
      }),
    );
    const { user, router } = renderApp('/logs?level=warn&tenant=demo');
    await screen.findByRole('region', { name: "Manager's log" });
    await waitFor(() => expect(asked[0]).toMatch(/level=warn&tenant=demo/));
    await user.selectOptions(screen.getByLabelText('Source'), 'request');
    expect(router.state.location.search).toMatchObject({ source: 'request', level: 'warn', tenant: 'demo' });
    await waitFor(() => expect(asked.at(-1)).toMatch(/source=request/));
  });

  it('is not shown to viewers', async () => {
    arrangeMe({ ...operator, role: 'viewer' });
    renderApp('/logs');
    expect(await screen.findByText('For operators')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Logs' })).toBeNull();
  });
});

describe("a tenant's logs", () => {
  it('are none before its first deployment', async () => {
    arrangeMe();
    arrange(
      http.get('*/api/tenants/:id', () => HttpResponse.json(aTenant())),
      http.get('*/api/tenants/:id/services', () => page([])),
      http.get('*/api/deployments', () => page([])),
    );
    renderApp('/tenants/harbour-bakery/logs');
    expect(await screen.findByText('No logs yet')).toBeVisible();
  });
});
