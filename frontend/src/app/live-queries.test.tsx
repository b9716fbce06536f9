import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { live } from '@/shared/live/live';
import { FakeEvents } from '@/test/fake-events';
import { aDeployment, aTenant, operator } from '@/test/fixtures';
import { renderApp } from '@/test/render-app';
import { arrange, HttpResponse, http } from '@/test/server';

const tenant = aTenant();
const other = aTenant({ id: '0190aaaa-0000-7000-8000-00000000000b', slug: 'other', name: 'Other' });
const page = <T,>(items: T[]) => HttpResponse.json({ items, page: 0, size: 20, total: items.length });
let asked: string[] = [];

function arrangeApi() {
  const log = (request: Request) => asked.push(new URL(request.url).pathname.replace('/api/', ''));
  arrange(
    http.get('*/api/auth/me', () => HttpResponse.json(operator)),
    http.get('*/api/tenants', ({ request }) => {
      log(request);
      return page([tenant, other]);
    }),
    http.get('*/api/tenants/:id', ({ request, params }) => {
      log(request);
      return HttpResponse.json(params.id === 'other' ? other : tenant);
    }),
    http.get('*/api/tenants/:id/services', ({ request }) => {
      log(request);
      return HttpResponse.json({ items: [] });
    }),
    http.get('*/api/deployments', ({ request }) => {
      log(request);
      return page([aDeployment({ status: 'succeeded' })]);
    }),
  );
}

/** The page with its stream open, and everything loaded. */
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
  return stream;
}

let seq = 7;
async function happens(stream: FakeEvents, topic: string, event: string, tenantId: string, data = {}) {
  seq++;
  await act(async () => {
    stream.tell('change', { seq, topic, event, tenantId, data }, String(seq));
    await vi.advanceTimersByTimeAsync(1000);
  });
}

describe('an open page', () => {
  beforeEach(() => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    asked = [];
    seq = 7;
    arrangeApi();
  });
  afterEach(() => vi.useRealTimers());

  it('sends no request for a minute in which nothing happens', async () => {
    await openPage('/tenants/harbour-bakery');
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    expect(asked).toEqual([]);
  });

  it.each([
    ['tenants', 'tenant.health', tenant.id, ['tenants/harbour-bakery', 'tenants/harbour-bakery/services']],
    [
      'runs',
      'run.queued',
      tenant.id,
      ['deployments', 'tenants/harbour-bakery', 'tenants/harbour-bakery/services'],
    ],
    ['runs', 'run.changed', tenant.id, ['deployments', 'tenants/harbour-bakery/services']],
    ['tenants', 'tenant.health', other.id, []],
    ['services', 'service.changed', tenant.id, ['tenants/harbour-bakery/services']],
    ['services', 'service.changed', other.id, []],
    ['configs', 'config.written', tenant.id, ['tenants/harbour-bakery']],
    ['somethingnew', 'it.happened', tenant.id, []],
  ])('loads again exactly what %s %s of %s concerns', async (topic, event, tenantId, concerned) => {
    const stream = await openPage('/tenants/harbour-bakery');
    await happens(stream, topic, event, tenantId, event === 'run.changed' ? { status: 'running' } : {});
    expect(asked.sort()).toEqual(concerned);
  });

  it('loads the list of tenants again for any of them', async () => {
    const stream = await openPage('/tenants');
    await happens(stream, 'tenants', 'tenant.created', other.id);
    expect(asked).toEqual(['tenants']);
  });

  it('loads once for a hundred events at once', async () => {
    const stream = await openPage('/tenants');
    await act(async () => {
      for (let i = 0; i < 100; i++)
        stream.tell(
          'change',
          { seq: 8 + i, topic: 'tenants', event: 'tenant.health', tenantId: other.id, data: {} },
          `${8 + i}`,
        );
      await vi.advanceTimersByTimeAsync(1000);
    });
    expect(asked).toEqual(['tenants']);
  });

  it('loads everything again after a gap', async () => {
    const stream = await openPage('/tenants/harbour-bakery');
    await act(async () => {
      stream.tell('gap', { from: 8, to: 90 }, '90');
      await vi.advanceTimersByTimeAsync(1000);
    });
    expect(asked.sort()).toEqual([
      'deployments',
      'tenants/harbour-bakery',
      'tenants/harbour-bakery/services',
    ]);
  });

  it.each(['token-expired', 'signed-out'])(
    'renews its session after %s without showing it',
    async (event) => {
      const stream = await openPage('/tenants');
      await act(async () => {
        stream.tell(event, { reason: 'The access token has expired; renew it and resume' });
        await vi.advanceTimersByTimeAsync(100);
      });
      const next = FakeEvents.opened.at(-1) as FakeEvents;
      expect(next).not.toBe(stream);
      expect(next.url).toContain('afterSeq=7');
      expect(live.getState().kind).toBe('live');
      expect(asked).toEqual([]);
    },
  );

  it('resumes a refused stream behind the last event, and loads nothing again', async () => {
    const stream = await openPage('/tenants');
    await act(async () => {
      stream.fail(FakeEvents.CLOSED);
      await vi.advanceTimersByTimeAsync(600);
    });
    const next = FakeEvents.opened.at(-1) as FakeEvents;
    expect(next).not.toBe(stream);
    expect(next.url).toContain('afterSeq=7');
    await act(async () => {
      next.open();
      next.tell('ready', { seq: 7 }, '7');
      await vi.advanceTimersByTimeAsync(1000);
    });
    expect(asked).toEqual([]);
    expect(screen.getByText('Live')).toBeVisible();
  });

  it('asks every ten seconds while there is no stream, and says so', async () => {
    const stream = await openPage('/tenants');
    await act(async () => {
      stream.fail(0);
      await vi.advanceTimersByTimeAsync(30_000);
    });
    expect(asked.length).toBeGreaterThanOrEqual(2);
    expect(asked.length).toBeLessThanOrEqual(4);
    expect(screen.getByText('Reconnecting')).toBeVisible();
    expect(screen.getByText(/last news 30 s ago/)).toBeVisible();
  });

  it('lets go of its stream in a tab that is hidden, and resumes when it is shown', async () => {
    const stream = await openPage('/tenants');
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    await act(async () => {
      document.dispatchEvent(new Event('visibilitychange'));
      await vi.advanceTimersByTimeAsync(61_000);
    });
    expect(stream.readyState).toBe(FakeEvents.CLOSED);
    hidden.mockReturnValue(false);
    await act(async () => {
      document.dispatchEvent(new Event('visibilitychange'));
      await vi.advanceTimersByTimeAsync(100);
    });
    expect(FakeEvents.opened.at(-1)?.url).toContain('afterSeq=7');
    expect(live.getState().kind).not.toBe('ended');
  });
});
