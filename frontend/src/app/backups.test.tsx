import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Backup, Protection, Schedule } from '@/features/backup/model';
import { arrangeMe, page } from '@/test/arrange-app';
import { aTenant, operator } from '@/test/fixtures';
import { renderApp } from '@/test/render-app';
import { arrange, HttpResponse, http, refusal } from '@/test/server';

const aBackup = (values: Partial<Backup> = {}): Backup => ({
  id: '0190eeee-0000-7000-8000-000000000001',
  tenantId: aTenant().id,
  slug: 'harbour-bakery',
  tenantName: 'Harbour Bakery',
  tenantDeleted: false,
  state: 'complete',
  reason: 'scheduled',
  createdAt: '2026-03-01T02:30:00Z',
  finishedAt: '2026-03-01T02:30:24Z',
  bytes: 48_213_004,
  databaseBytes: 31_457_280,
  filesBytes: 104_857_600,
  files: 1_204,
  rows: 88_310,
  release: { commit: '4f9c2ab1c7d4', ref: 'main' },
  storage: 'local',
  proof: { verdict: 'proven', level: 'L3', at: '2026-03-01T04:00:00Z', restoreSeconds: 14, reason: null },
  keptBecause: ['last', 'daily'],
  expiresAt: null,
  held: false,
  error: null,
  runId: 'run-1',
  ...values,
});

const aSchedule = (values: Partial<Schedule> = {}): Schedule => ({
  enabled: true,
  at: '02:30',
  days: null,
  zone: 'Europe/Prague',
  retention: { last: 3, daily: 7, weekly: 0, monthly: 0, yearly: 0, withinDays: 7 },
  nextRun: '2099-03-02T01:30:00Z',
  lastRun: '2026-03-01T01:30:00Z',
  preview: [],
  ...values,
});

function arrangeTab(backups: Backup[] = [aBackup()]) {
  arrange(
    http.get('*/api/tenants/:id', () => HttpResponse.json(aTenant())),
    http.get('*/api/deployments', () => page([])),
    http.get('*/api/tenants/:id/backups', () => page(backups)),
    http.get('*/api/tenants/:id/backup-schedule', () => HttpResponse.json(aSchedule())),
    http.get('*/api/tenants/:id/restores', () => page([])),
  );
}

const aRun = {
  id: 'run-9',
  tenantId: aTenant().id,
  kind: 'backup',
  status: 'running',
  steps: [],
  logTail: [],
};

function arrangeRun() {
  arrange(
    http.get('*/api/runs/run-9', () =>
      HttpResponse.json({
        ...aRun,
        currentStep: null,
        progressPercent: 40,
        queuedAt: '2026-03-01T02:30:00Z',
        startedAt: '2026-03-01T02:30:00Z',
        finishedAt: null,
        durationMs: null,
        actor: 'olive',
        reason: null,
        failure: null,
      }),
    ),
    http.get('*/api/runs/run-9/logs', () => HttpResponse.json({ items: [], lastSeq: 0 })),
  );
}

describe('the backups of a tenant', () => {
  beforeEach(() => arrangeMe());

  it('tell what was proven, how big they are and why they stay', async () => {
    arrangeTab([aBackup(), aBackup({ id: 'other', proof: null, held: true })]);
    renderApp('/tenants/harbour-bakery/backups');
    const table = await screen.findByRole('table', { name: 'Backups' });
    const [, first, second] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent('Proven');
    expect(first).toHaveTextContent('46.0 MiB');
    expect(first).toHaveTextContent('last and daily');
    expect(second).toHaveTextContent('Not tried yet');
    expect(second).toHaveTextContent('Complete, held');
    expect(await screen.findByText('Every day at 02:30, Europe/Prague')).toBeVisible();
    expect(screen.getByText(/The last 3; one a day for 7 days/)).toBeVisible();
  });

  it('are made at once, once for two clicks, and show how far they are', async () => {
    let made = 0;
    const running = aBackup({ id: 'new', state: 'running', runId: 'run-9', proof: null, bytes: null });
    arrangeTab();
    arrangeRun();
    arrange(
      http.post('*/api/tenants/:id/backups', () => {
        made++;
        arrangeTab([running, aBackup()]);
        arrangeRun();
        return HttpResponse.json({ runId: 'run-9', backupId: 'new' }, { status: 202 });
      }),
    );
    const { user } = renderApp('/tenants/harbour-bakery/backups');
    await user.dblClick(await screen.findByRole('button', { name: 'Back up now' }));
    expect(await screen.findByRole('progressbar', { name: 'Progress' })).toHaveAttribute(
      'aria-valuenow',
      '40',
    );
    expect(screen.getByRole('link', { name: 'Steps and log' })).toHaveAttribute('href', '/runs/run-9');
    expect(screen.getByRole('button', { name: 'Back up now' })).toBeDisabled();
    expect(made).toBe(1);
  });

  it('are only looked at by viewers', async () => {
    arrangeMe({ ...operator, role: 'viewer' });
    arrangeTab();
    renderApp('/tenants/harbour-bakery/backups');
    expect(await screen.findByRole('table', { name: 'Backups' })).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /Back up|Actions for the backup|Change/ }),
    ).not.toBeInTheDocument();
  });

  it('have a schedule whose change shows first what it would remove', async () => {
    const saved: unknown[] = [];
    arrangeTab();
    arrange(
      http.post('*/api/tenants/:id/backup-schedule/preview', async ({ request }) => {
        const { retention } = (await request.json()) as Schedule;
        const kept = retention.last > 0;
        const { id: backupId, createdAt } = aBackup();
        return HttpResponse.json(aSchedule({ preview: [{ backupId, createdAt, kept, reasons: [] }] }));
      }),
      http.put('*/api/tenants/:id/backup-schedule', async ({ request }) => {
        saved.push(await request.json());
        return HttpResponse.json(aSchedule());
      }),
    );
    const { user } = renderApp('/tenants/harbour-bakery/backups');
    await user.click(await screen.findByRole('button', { name: 'Change' }));
    const dialog = screen.getByRole('dialog', { name: 'Backup schedule' });
    expect(await within(dialog).findByText('No backup would be removed.')).toBeVisible();
    await user.clear(within(dialog).getByLabelText('Last'));
    expect(await within(dialog).findByText('1 of 1 backups would be removed.')).toBeVisible();
    expect(within(dialog).getByText(/no rule keeps it/)).toBeVisible();

    await user.click(within(dialog).getByLabelText('Sun'));
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]).toMatchObject({ days: [1, 2, 3, 4, 5, 6], retention: { last: 0, daily: 7 } });
  });

  it('offer the way back after a restore in place, for the typed slug', async () => {
    const undone: string[] = [];
    const restore = {
      runId: 'restore-1',
      backupId: aBackup().id,
      mode: 'in-place',
      state: 'done',
      at: new Date().toISOString(),
      undoUntil: new Date(Date.now() + 3_600_000).toISOString(),
      undoneAt: null,
    };
    arrangeTab();
    arrangeRun();
    arrange(
      http.get('*/api/tenants/:id/restores', () => page([restore])),
      http.post('*/api/tenants/:id/restores/:run/undo', ({ params }) => {
        undone.push(String(params.run));
        return HttpResponse.json({ runId: 'run-9' }, { status: 202 });
      }),
    );
    const { user, router } = renderApp('/tenants/harbour-bakery/backups');
    await user.click(await screen.findByRole('button', { name: 'Undo the restore' }));
    const dialog = screen.getByRole('dialog', { name: 'Undo the restore?' });
    expect(within(dialog).getByRole('button', { name: 'Undo' })).toBeDisabled();
    await user.type(within(dialog).getByLabelText('Type harbour-bakery to confirm'), 'harbour-bakery');
    await user.click(within(dialog).getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/runs/run-9'));
    expect(undone).toEqual(['restore-1']);
  });
});

describe('a restore', () => {
  beforeEach(() => arrangeMe());

  function arrangeRestore(backup = aBackup()) {
    const asked: unknown[] = [];
    arrangeRun();
    arrange(
      http.get('*/api/backups/:id', () => HttpResponse.json(backup)),
      http.get('*/api/tenants/:id', () => HttpResponse.json(aTenant())),
      http.post('*/api/backups/:id/restore', async ({ request }) => {
        asked.push(await request.json());
        return HttpResponse.json({ runId: 'run-9', tenantId: aTenant().id }, { status: 202 });
      }),
    );
    return asked;
  }

  it('in place says what is replaced, and wants the slug', async () => {
    const asked = arrangeRestore();
    const { user } = renderApp(`/backups/${aBackup().id}/restore`);
    expect(await screen.findByText(/30\.0 MiB in the backup/)).toBeVisible();
    expect(screen.getByText(/kept for/)).toHaveTextContent('24 hours');
    const act = screen.getByRole('button', { name: 'Replace and restore' });
    expect(act).toBeDisabled();
    await user.type(screen.getByLabelText('Type harbour-bakery to confirm'), 'harbour-bakery');
    await user.click(act);
    await waitFor(() => expect(asked).toEqual([{ mode: 'in-place', confirm: 'harbour-bakery' }]));
  });

  it('warns of a backup that is not proven', async () => {
    arrangeRestore(aBackup({ proof: null }));
    renderApp(`/backups/${aBackup().id}/restore`);
    expect(await screen.findByText('This backup is not proven')).toBeVisible();
  });

  it('of a deleted tenant says what comes back, and leads to its steps', async () => {
    const asked = arrangeRestore(aBackup({ tenantDeleted: true, tenantName: null }));
    const { user, router } = renderApp(`/backups/${aBackup().id}/restore`);
    expect(await screen.findByText(/is made anew with the id, name, domain/)).toBeVisible();
    expect(screen.queryByText(/24 hours/)).not.toBeInTheDocument();
    const act = screen.getByRole('button', { name: 'Bring back the tenant' });
    expect(act).toBeDisabled();
    await user.type(screen.getByLabelText('Type harbour-bakery to confirm'), 'harbour-bakery');
    await user.click(act);
    await waitFor(() => expect(router.state.location.pathname).toBe('/runs/run-9'));
    expect(asked).toEqual([{ mode: 'in-place', confirm: 'harbour-bakery' }]);
  });

  it('of a deleted tenant whose slug is taken says so and changes nothing', async () => {
    arrangeRestore(aBackup({ tenantDeleted: true, tenantName: null }));
    arrange(
      http.post('*/api/backups/:id/restore', () =>
        refusal({ title: 'Another tenant has this slug', status: 409, code: 'tenant.slug-taken' }),
      ),
    );
    const { user, router } = renderApp(`/backups/${aBackup().id}/restore`);
    await user.type(await screen.findByLabelText('Type harbour-bakery to confirm'), 'harbour-bakery');
    await user.click(screen.getByRole('button', { name: 'Bring back the tenant' }));
    expect(await screen.findByText('Another tenant has this slug')).toBeVisible();
    expect(router.state.location.pathname).toMatch(/\/restore$/);
  });

  it('of a backup that failed is not offered', async () => {
    arrangeRestore(aBackup({ state: 'failed' }));
    renderApp(`/backups/${aBackup().id}/restore`);
    expect(await screen.findByText('Only a complete backup can be restored')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Replace and restore' })).not.toBeInTheDocument();
  });
});

describe('the pages of all backups', () => {
  beforeEach(() => arrangeMe({ ...operator, role: 'admin' }));

  it('filter by address', async () => {
    const asked: string[] = [];
    arrange(
      http.get('*/api/backups', ({ request }) => {
        asked.push(new URL(request.url).search);
        return page([aBackup({ tenantDeleted: true, tenantName: null })]);
      }),
    );
    const { user, router } = renderApp('/backups?state=failed&sort=bytes');
    expect(await screen.findByRole('row', { name: /harbour-bakery/ })).toHaveTextContent('deleted');
    expect(asked[0]).toContain('state=failed');
    expect(asked[0]).toContain('sort=bytes');
    await user.selectOptions(screen.getByLabelText('Proof'), 'none');
    await waitFor(() =>
      expect(router.state.location.search).toMatchObject({ proof: 'none', state: 'failed' }),
    );
  });

  it('list deleted tenants alone, and lead those who may act to the restore of what is proven', async () => {
    const asked: (string | null)[] = [];
    arrange(
      http.get('*/api/backups/tenants', ({ request }) => {
        asked.push(new URL(request.url).searchParams.get('deleted'));
        return page([
          {
            tenantId: aTenant().id,
            slug: 'summer-fair',
            name: null,
            deleted: true,
            backups: 2,
            bytes: 4096,
            newestAt: '2026-03-01T04:00:00Z',
            newestState: 'complete',
            provenAt: '2026-03-01T04:00:00Z',
            provenBackupId: aBackup().id,
            scheduled: false,
            nextRun: null,
          } satisfies Protection,
        ]);
      }),
    );
    const { user } = renderApp('/backups/tenants');
    await user.selectOptions(await screen.findByLabelText('Tenants'), 'Only deleted ones');
    await waitFor(() => expect(asked.at(-1)).toBe('only'));
    expect(await screen.findByRole('link', { name: 'Restore summer-fair' })).toHaveAttribute(
      'href',
      `/backups/${aBackup().id}/restore`,
    );
  });

  it('list tenants without a proven backup first', async () => {
    const sorts: (string | null)[] = [];
    const row: Protection = {
      tenantId: aTenant().id,
      slug: 'harbour-bakery',
      name: 'Harbour Bakery',
      deleted: false,
      backups: 0,
      bytes: 0,
      newestAt: null,
      newestState: null,
      provenAt: null,
      provenBackupId: null,
      scheduled: true,
      nextRun: null,
    };
    arrange(
      http.get('*/api/backups/tenants', ({ request }) => {
        sorts.push(new URL(request.url).searchParams.get('sort'));
        return page([row]);
      }),
    );
    renderApp('/backups/tenants');
    expect(await screen.findByRole('row', { name: /Harbour Bakery/ })).toHaveTextContent(
      'Not proven restorable',
    );
    expect(sorts).toEqual(['unproven']);
  });

  it('show the recovery key until an admin has stored it', async () => {
    let isStored = false;
    arrange(
      http.get('*/api/backups/keys', () =>
        HttpResponse.json({
          recovery: {
            recipient: 'age1recovery',
            createdAt: '2026-03-01T10:00:00Z',
            downloadedAt: isStored ? '2026-03-01T11:00:00Z' : null,
          },
          verifier: { recipient: 'age1verifier' },
          signer: 'ed25519:example',
        }),
      ),
      http.post('*/api/backups/keys/recovery', () =>
        HttpResponse.json({ recipient: 'age1recovery', secret: 'AGE-SECRET-KEY-1EXAMPLE' }),
      ),
      http.post('*/api/backups/keys/recovery/acknowledge', () => {
        isStored = true;
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user } = renderApp('/backups/keys');
    await user.click(await screen.findByRole('button', { name: 'Show the recovery key' }));
    expect(await screen.findByText('AGE-SECRET-KEY-1EXAMPLE')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Stored, continue' }));
    expect(await screen.findByText(/Stored by an admin/)).toBeVisible();
    expect(screen.queryByText('AGE-SECRET-KEY-1EXAMPLE')).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Show the recovery key' })).not.toBeInTheDocument();
  });

  it('refuse a bundle with its reason and what helps', async () => {
    arrange(
      http.get('*/api/backup-signers', () => page([])),
      http.post('*/api/backups/import', () =>
        refusal({ title: 'The bundle is not signed', status: 422, code: 'backup.unsigned' }),
      ),
    );
    const { user } = renderApp('/backups/import');
    const input = await screen.findByLabelText('Bundle file');
    await act(() => user.upload(input, new File(['x'], 'demo.tar', { type: 'application/x-tar' })));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The bundle is not signed');
    expect(alert).toHaveTextContent('nobody vouches for it');
  });
});
