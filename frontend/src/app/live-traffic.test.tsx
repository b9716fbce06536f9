import { QueryClient } from '@tanstack/react-query';
import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keys } from '@/shared/api/keys';
import { arrangeMe, page } from '@/test/arrange-app';
import { FakeEvents } from '@/test/fake-events';
import { aTenant } from '@/test/fixtures';
import { renderApp } from '@/test/render-app';
import { arrange, HttpResponse, http } from '@/test/server';
import { showTraffic } from './live-traffic';

const bakery = aTenant();
const other = aTenant({ id: '0190aaaa-0000-7000-8000-00000000000b', slug: 'other', name: 'Other' });
const counted = (data: object) => ({
  seq: 8,
  topic: 'traffic',
  event: 'traffic.counted',
  tenantId: null,
  data: { until: '2026-03-01T12:01:00Z', server: 1, at: '2026-03-01T12:00:00Z', ...data },
});

describe('a count of requests', () => {
  let asked: string[];

  beforeEach(() => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    asked = [];
    arrangeMe();
    arrange(
      http.get('*/api/tenants', () => {
        asked.push('tenants');
        return page([bakery, other]);
      }),
      http.get('*/api/tenants/:id', () => HttpResponse.json(bakery)),
      http.get('*/api/tenants/:id/services', () => page([])),
      http.get('*/api/deployments', () => page([])),
      http.get('*/api/tenants/:id/traffic', () => {
        asked.push('traffic');
        return HttpResponse.json({
          from: '2026-03-01T12:00:00Z',
          to: '2026-03-01T12:10:00Z',
          resolutionSeconds: 300,
          total: {
            at: '2026-03-01T12:00:00Z',
            requests: 0,
            clientErrors: 0,
            serverErrors: 0,
            bytes: 0,
            p50Ms: null,
            p95Ms: null,
          },
          steps: [],
        });
      }),
    );
  });
  afterEach(() => vi.useRealTimers());

  async function openPage(path: string) {
    renderApp(path);
    await screen.findAllByText('Harbour Bakery');
    const stream = FakeEvents.opened.at(-1) as FakeEvents;
    await act(async () => {
      stream.open();
      stream.tell('ready', { seq: 7 }, '7');
      await vi.advanceTimersByTimeAsync(1000);
    });
    asked = [];
    return async (data: object) => {
      await act(async () => {
        stream.tell('change', counted(data), '8');
        await vi.advanceTimersByTimeAsync(1000);
      });
    };
  }

  it('shows what it brings in the list without a request, until it is no longer the latest', async () => {
    const happens = await openPage('/tenants');
    await happens({ requests: 270, serverErrors: 9, tenants: { 'harbour-bakery': [270, 9] } });
    const row = await screen.findByRole('row', { name: /Harbour Bakery/ });
    expect(row).toHaveTextContent('4.5/s');
    expect(row).toHaveTextContent('3.33 % failed');
    expect(screen.getByRole('row', { name: /Other/ })).not.toHaveTextContent('/s');
    expect(asked).toEqual([]);

    await act(() => vi.advanceTimersByTimeAsync(100_000));
    expect(row).not.toHaveTextContent('/s');
    expect(asked).toEqual([]);
  });

  it('loads the course of a tenant only if it has new figures, or names none because they are too many', async () => {
    const happens = await openPage('/tenants/harbour-bakery');
    await happens({ requests: 3, serverErrors: 0, tenants: { other: [3, 0] } });
    expect(asked).toEqual([]);
    await happens({ requests: 3, serverErrors: 0, tenants: { 'harbour-bakery': [3, 0] } });
    expect(asked).toEqual(['traffic']);
    await happens({ requests: 3, serverErrors: 0 });
    await happens({ at: undefined });
    expect(asked).toEqual(['traffic', 'traffic', 'traffic']);
  });

  it('takes the place of what its server counted before on the dashboard', () => {
    const client = new QueryClient();
    const minute = (server: number, requests: number) => ({ server, at: '', requests, serverErrors: 0 });
    const key = [keys.overview, 'facts'];
    client.setQueryData(key, { traffic: [minute(1, 5), minute(2, 6)] });
    showTraffic(client, counted({ requests: 9, serverErrors: 1, tenants: {} }));
    expect(client.getQueryData(key)).toEqual({
      traffic: [minute(2, 6), { server: 1, at: '2026-03-01T12:00:00Z', requests: 9, serverErrors: 1 }],
    });
  });
});
