import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { arrangeMe, page } from '@/test/arrange-app';
import { aTenant } from '@/test/fixtures';
import { renderApp } from '@/test/render-app';
import { arrange, HttpResponse, http, refusal } from '@/test/server';

const step = (at: string, values: object = {}) => ({
  at,
  requests: 1200,
  clientErrors: 12,
  serverErrors: 36,
  bytes: 2_097_152,
  p50Ms: 8,
  p95Ms: 140,
  ...values,
});

describe('the traffic of a tenant', () => {
  let asked: string[];

  beforeEach(() => {
    asked = [];
    arrangeMe();
    arrange(
      http.get('*/api/tenants/:id', () => HttpResponse.json(aTenant())),
      http.get('*/api/tenants/:id/services', () => page([])),
      http.get('*/api/deployments', () => page([])),
      http.get('*/api/tenants/:id/traffic', ({ request }) => {
        asked.push(new URL(request.url).searchParams.get('resolution') ?? '');
        return HttpResponse.json({
          from: '2026-03-01T12:00:00Z',
          to: '2026-03-01T12:10:00Z',
          resolutionSeconds: 300,
          total: step('2026-03-01T12:00:00Z'),
          steps: [step('2026-03-01T12:05:00Z')],
        });
      }),
    );
  });

  it('shows figures, lines and tables for the chosen period', async () => {
    const { user } = renderApp('/tenants/harbour-bakery');

    expect(
      await screen.findByRole('img', { name: 'Requests: now 4.0 per s, highest 4.0 per s' }),
    ).toBeVisible();
    expect(screen.getByText('3 %')).toBeVisible();
    expect(screen.getByText(/of all requests/)).toBeVisible();
    expect(
      screen.getByText(/Half answered within 8 ms\. 1 % refused with 4xx\. 2\.0 MiB sent\./),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Table of 95 % answered within' }));
    const table = screen.getByRole('region', { name: 'Values of 95 % answered within' });
    expect(within(table).getByRole('cell', { name: '140 ms' })).toBeVisible();

    await user.click(screen.getByRole('button', { name: '30 d' }));
    expect(asked).toEqual(['5m', '1h']);
  });

  it('that cannot be loaded leaves the rest of the page', async () => {
    arrange(http.get('*/api/tenants/:id/traffic', () => refusal({ title: 'No traffic today', status: 400 })));
    renderApp('/tenants/harbour-bakery');

    expect(await screen.findByText('No traffic today')).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Services' })).toBeVisible();
  });
});
