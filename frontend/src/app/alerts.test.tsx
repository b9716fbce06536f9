import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Alert } from '@/features/alert/api/alerts';
import type { Schedule } from '@/features/schedule/api/schedules';
import { arrangeMe, page, stream } from '@/test/arrange-app';
import { operator } from '@/test/fixtures';
import { renderApp } from '@/test/render-app';
import { arrange, HttpResponse, http, refusal } from '@/test/server';

const viewer = { ...operator, username: 'vera', role: 'viewer' as const };
const admin = { ...operator, username: 'root', role: 'admin' as const };

function alert(values: Partial<Alert> = {}): Alert {
  return {
    id: '0190aaaa-0000-7000-8000-000000000001',
    kind: 'health',
    severity: 'critical',
    title: 'demo: the check of its site fails',
    detail: '/ answers 502',
    tenantId: 't1',
    tenantSlug: 'demo',
    server: 'one',
    beganAt: '2026-03-01T10:00:00Z',
    openedAt: '2026-03-01T10:00:00Z',
    endedAt: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
    snoozedUntil: null,
    foldedInto: null,
    folded: 0,
    deliveries: [],
    ...values,
  };
}

const channel = {
  id: 'c1',
  name: 'On call',
  kind: 'email' as const,
  enabled: true,
  addresses: ['ops@example.org'],
  url: null,
  secret: null,
  createdAt: '2026-03-01T10:00:00Z',
  createdBy: 'root',
};

function arrangeSetUp() {
  arrange(
    http.get('*/api/alert-channels', () => HttpResponse.json([channel])),
    http.get('*/api/alert-rules', () =>
      HttpResponse.json({ items: [], kinds: [{ id: 'health', title: 'Health of tenants' }] }),
    ),
  );
}

describe('the alerts', () => {
  it('say that all is well while there is none', async () => {
    arrangeMe();
    arrange(http.get('*/api/alerts', () => page([])));
    renderApp('/alerts');
    expect(await screen.findByText('All is well')).toBeVisible();
  });

  it('are taken on by an operator, and the bell counts those that nobody has seen to', async () => {
    arrangeMe();
    let isTaken = false;
    arrange(
      http.get('*/api/alerts', () =>
        page([alert(isTaken ? { acknowledgedAt: 'x', acknowledgedBy: 'olive' } : {})]),
      ),
      http.get('*/api/alerts/summary', () =>
        HttpResponse.json({ open: 1, unseen: isTaken ? 0 : 1, critical: isTaken ? 0 : 1 }),
      ),
      http.post('*/api/alerts/:id/acknowledge', () => {
        isTaken = true;
        return HttpResponse.json(alert());
      }),
    );
    const { user } = renderApp('/alerts');
    expect(await screen.findByRole('link', { name: 'Alerts: 1 unseen' })).toBeVisible();
    await user.click(await screen.findByRole('button', { name: /^Actions for demo/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'I look after it' }));
    expect(await screen.findByText('olive looks after it')).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('link', { name: /unseen/ })).not.toBeInTheDocument());
  });

  it('come and go while the page is open', async () => {
    arrangeMe();
    const items = [alert()];
    arrange(http.get('*/api/alerts', () => page(items)));
    renderApp('/alerts');
    await screen.findByRole('row', { name: /demo/ });
    items.push(alert({ id: 'a2', title: 'one: the disk is 92 % full', tenantId: null, tenantSlug: null }));
    act(() => {
      stream().open();
      stream().tell('change', { seq: 1, topic: 'alerts', event: 'alert.opened', tenantId: null, data: {} });
    });
    expect(await screen.findByRole('link', { name: 'one: the disk is 92 % full' })).toBeVisible();
  });

  it('offer nothing to a viewer', async () => {
    arrangeMe(viewer);
    arrange(http.get('*/api/alerts', () => page([alert()])));
    renderApp('/alerts');
    await screen.findByRole('row', { name: /demo/ });
    expect(screen.queryByRole('button', { name: /^Actions for/ })).not.toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Rules and channels' })).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Schedules' })).toBeVisible();
  });
});

describe('an alert', () => {
  it('shows who was told and why a message failed', async () => {
    arrangeMe(viewer);
    const delivery = {
      id: 'd1',
      alertId: 'a1',
      alertTitle: null,
      channelId: 'c1',
      channelName: 'On call',
      phase: 'opened' as const,
      state: 'failed' as const,
      tries: 10,
      detail: 'The receiver answered 503; given up after 10 tries',
      createdAt: '2026-03-01T10:00:00Z',
      dueAt: null,
      endedAt: '2026-03-01T10:00:00Z',
    };
    arrange(http.get('*/api/alerts/:id', () => HttpResponse.json(alert({ deliveries: [delivery] }))));
    renderApp('/alerts/a1');
    const messages = await screen.findByRole('region', { name: 'Messages' });
    expect(messages).toHaveTextContent('Failed');
    expect(messages).toHaveTextContent('given up after 10 tries');
    expect(screen.queryByRole('button', { name: 'I look after it' })).not.toBeInTheDocument();
  });
});

describe('rules and channels', () => {
  it('are changed by an admin; a refusal is at its field', async () => {
    arrangeMe(admin);
    arrangeSetUp();
    arrange(
      http.post('*/api/alert-rules', () =>
        refusal({
          title: 'The request is not valid',
          status: 400,
          errors: [{ field: 'tenant', message: 'does not exist' }],
        }),
      ),
    );
    const { user } = renderApp('/alert-rules');
    expect(await screen.findByText(/Nobody is told of anything/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'New rule' }));
    const dialog = await screen.findByRole('dialog', { name: 'New rule' });
    await user.type(within(dialog).getByLabelText('Name'), 'All');
    await user.type(within(dialog).getByLabelText(/^Tenant/), 'nobody');
    await user.click(within(dialog).getByRole('checkbox', { name: 'On call' }));
    await user.click(within(dialog).getByRole('button', { name: 'Make rule' }));
    expect(await within(dialog).findByText('does not exist')).toBeVisible();
  });

  it('are read by an operator, who changes nothing', async () => {
    arrangeMe();
    arrangeSetUp();
    renderApp('/alert-rules');
    expect(await screen.findByRole('row', { name: /On call/ })).toHaveTextContent('ops@example.org');
    expect(screen.queryByRole('button', { name: /^New/ })).not.toBeInTheDocument();
  });
});

describe('the schedules', () => {
  it('say what was missed', async () => {
    arrangeMe(viewer);
    const missed: Schedule = {
      id: 'cron/t1/digest',
      title: 'Scheduled command digest',
      server: 'one',
      tenantId: 't1',
      tenantSlug: 'demo',
      beganAt: null,
      endedAt: null,
      durationMs: null,
      nextAt: null,
      verdict: 'missed',
      detail: 'A run was expected and did not begin',
      startGraceSeconds: 300,
      shortestSeconds: 0,
      longestSeconds: 60,
    };
    arrange(http.get('*/api/schedules', () => page([missed])));
    renderApp('/schedules');
    const row = await screen.findByRole('row', { name: /digest/ });
    expect(row).toHaveTextContent('Missed');
    expect(row).toHaveTextContent('A run was expected and did not begin');
  });
});
