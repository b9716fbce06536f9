/**
 * Backups, of the mock. Demo has a month of them, City Museum none that is proven; a deleted tenant left two. A bundle whose name
 * holds the reason of a refusal, such as `truncated`, is refused for it. Runs end after a few steps.
 *
 * @param {object} mock what the mock has
 */
export function backupRoutes({
  tenants,
  find,
  paged,
  ago,
  Refusal,
  record,
  happened,
  uuid,
  wait,
  deployments,
}) {
  let backups = [];
  let runs = new Map();
  let proofs = new Map();
  let restores = [];
  let schedules = new Map();
  let signers = [];
  let storedAt = null;

  const tenant = (id) => find(tenants(), id, 'tenant');
  const backup = (id) => find(backups, id, 'backup');
  const retention = { last: 3, daily: 7, weekly: 5, monthly: 12, yearly: 2, withinDays: 7 };

  function newBackup(owner, minutes, values = {}) {
    const made = {
      id: uuid(),
      tenantId: owner.id,
      slug: owner.slug,
      tenantName: owner.isGone ? null : owner.name,
      tenantDeleted: owner.isGone === true,
      state: 'complete',
      reason: 'scheduled',
      createdAt: ago(minutes),
      finishedAt: ago(minutes - 0.4),
      bytes: 48_213_004,
      databaseBytes: 31_457_280,
      filesBytes: 104_857_600,
      files: 1_204,
      rows: 88_310,
      release: { commit: '4f9c2ab1c7d4e0b86a1f', ref: 'main' },
      storage: 'local',
      proof: null,
      keptBecause: ['last', 'daily'],
      expiresAt: null,
      held: false,
      error: null,
      runId: uuid(),
      ...values,
    };
    backups.push(made);
    return made;
  }

  function prove(made, minutes, verdict, reason = null, level = 'L3') {
    const restoreSeconds = verdict === 'untried' ? null : 14;
    made.proof = { verdict, level, at: ago(minutes), restoreSeconds, reason };
    const evidence = JSON.stringify({ backupId: made.id, verdict, level });
    const signed = {
      evidence,
      signature: 'c2lnbmVk',
      signer: 'MCowBQYDK2VwAyEAOYg_OBDp8Q2YjttkvppY5NR91Bp',
      isSigned: true,
    };
    proofs.set(made.id, [
      { ...made.proof, ...signed, runId: uuid(), backupId: made.id },
      ...(proofs.get(made.id) ?? []),
    ]);
  }

  function reset() {
    backups = [];
    runs = new Map();
    proofs = new Map();
    restores = [];
    schedules = new Map();
    signers = [];
    storedAt = null;
    const [demo, harbour, , museum] = tenants();
    if (!demo) return;
    for (let day = 0; day < 9; day++) newBackup(demo, 1440 * day + 480);
    backups[1].keptBecause = ['daily', 'newest proven'];
    prove(backups[1], 300, 'proven');
    prove(backups[2], 1800, 'untried', 'No port was free for the trial');
    Object.assign(backups[3], {
      reason: 'before-migration',
      held: true,
      keptBecause: ['before a migration'],
    });
    Object.assign(backups[8], { keptBecause: [], expiresAt: ago(-4000) });
    prove(newBackup(harbour, 500), 6 * 1440, 'proven', null, 'L2');
    const failed = newBackup(museum, 520, {
      state: 'failed',
      bytes: null,
      databaseBytes: null,
      filesBytes: null,
      files: null,
      rows: null,
      error: 'pg_dump ended with status 1: could not connect to the database',
      keptBecause: [],
    });
    failed.finishedAt = failed.createdAt;
    prove(newBackup(museum, 1960), 1900, 'failed', 'person has 0 rows, the manifest says 4,000', 'L2');
    const gone = { id: uuid(), slug: 'summer-fair', name: 'Summer Fair', isGone: true };
    prove(
      newBackup(gone, 60_000, { reason: 'before-delete', keptBecause: ['before deletion'] }),
      59_000,
      'proven',
    );
    newBackup(gone, 61_000, { keptBecause: ['monthly'] });
    restores.push({
      tenantId: harbour?.id,
      runId: uuid(),
      backupId: backups[9].id,
      mode: 'in-place',
      state: 'done',
      at: ago(95),
      undoUntil: ago(95 - 1440),
      undoneAt: null,
    });
  }

  const titles = {
    backup: ['Preflight', 'Database', 'Files', 'Configuration', 'Upload', 'Integrity'],
    verify: ['Fetch', 'Decrypt', 'Scratch database', 'Counts', 'Trial start', 'Evidence'],
    restore: [
      'Preflight',
      'Fetch',
      'Scratch database',
      'Stop',
      'Backup of now',
      'Swap',
      'Start',
      'Health check',
    ],
    'restore-undo': ['Stop', 'Swap back', 'Start', 'Health check'],
  };

  /** Starts a run that ends well, and does what its end means. */
  function start(kind, tenantId, onEnd = () => undefined) {
    const run = {
      id: uuid(),
      tenantId,
      kind,
      status: 'queued',
      currentStep: null,
      progressPercent: 0,
      steps: titles[kind].map((title) => ({
        id: title.toLowerCase().replaceAll(' ', '-'),
        title,
        status: 'pending',
        startedAt: null,
        durationMs: null,
        detail: null,
      })),
      queuedAt: ago(0),
      startedAt: null,
      finishedAt: null,
      durationMs: null,
      actor: 'admin',
      reason: null,
      failure: null,
      logTail: [],
    };
    const known = { run, lines: [] };
    runs.set(run.id, known);
    void walk(known, onEnd);
    return run.id;
  }

  const tell = ({ run }) =>
    happened('runs', 'run.changed', run.tenantId, { runId: run.id, kind: run.kind, status: run.status });

  async function walk(known, onEnd) {
    const { run, lines } = known;
    tell(known);
    for (const [index, step] of run.steps.entries()) {
      Object.assign(run, { status: 'running', startedAt: run.startedAt ?? ago(0), currentStep: step.id });
      Object.assign(step, { status: 'running', startedAt: ago(0) });
      lines.push({
        seq: lines.length + 1,
        at: ago(0),
        step: step.id,
        stream: 'info',
        level: 'info',
        text: `${step.title} begins`,
      });
      tell(known);
      await wait();
      Object.assign(step, { status: 'done', durationMs: 480 });
      run.progressPercent = Math.round(((index + 1) * 100) / run.steps.length);
    }
    Object.assign(run, {
      status: 'succeeded',
      currentStep: null,
      finishedAt: ago(0),
      durationMs: Date.now() - Date.parse(run.startedAt),
    });
    onEnd(run);
    tell(known);
    happened('backups', 'backup.changed', run.tenantId, {});
  }

  const accept = (response, body) => {
    response.statusCode = 202;
    return body;
  };
  const newestFirst = () => backups.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
  const provenAt = (id) =>
    backups
      .filter((one) => one.tenantId === id && one.proof?.verdict === 'proven')
      .map(({ proof }) => proof.at)
      .sort()
      .at(-1) ?? null;

  function list(query) {
    const has = (name) => query.get(name);
    return newestFirst()
      .filter(({ state }) => !has('state') || state === has('state'))
      .filter(({ proof }) => !has('proof') || (proof?.verdict ?? 'none') === has('proof'))
      .filter(({ tenantId }) => !has('tenant') || tenantId === has('tenant'))
      .filter(({ slug, tenantName }) =>
        `${slug} ${tenantName ?? ''}`.toLowerCase().includes((has('search') ?? '').toLowerCase()),
      );
  }

  function protection(query) {
    const owners = new Map(tenants().map(({ id, slug, name }) => [id, { id, slug, name, deleted: false }]));
    for (const { tenantId, slug, tenantName } of backups)
      if (!owners.has(tenantId))
        owners.set(tenantId, { id: tenantId, slug, name: tenantName, deleted: true });
    const rows = [...owners.values()].map(({ id, slug, name, deleted }) => {
      const own = newestFirst().filter(({ tenantId }) => tenantId === id);
      return {
        tenantId: id,
        slug,
        name,
        deleted,
        backups: own.length,
        bytes: own.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0),
        newestAt: own[0]?.createdAt ?? null,
        newestState: own[0]?.state ?? null,
        provenAt: provenAt(id),
        provenBackupId: own.find(({ proof }) => proof?.verdict === 'proven')?.id ?? null,
        scheduled: !deleted,
        nextRun: deleted ? null : ago(-600),
      };
    });
    const wanted = (query.get('search') ?? '').toLowerCase();
    return rows
      .filter(
        ({ deleted }) => query.get('deleted') === 'true' || deleted === (query.get('deleted') === 'only'),
      )
      .filter(({ slug, name }) => `${slug} ${name ?? ''}`.toLowerCase().includes(wanted))
      .sort((a, b) =>
        query.get('sort') === 'slug'
          ? a.slug.localeCompare(b.slug)
          : (a.provenAt ?? '').localeCompare(b.provenAt ?? ''),
      );
  }

  function summary() {
    const rows = protection(new URLSearchParams());
    const proven = rows.filter((row) => row.provenAt);
    return {
      tenants: rows.length,
      proven: proven.length,
      unproven: rows.length - proven.length,
      failed: rows.filter(({ newestState }) => newestState === 'failed').length,
      running: backups.filter(({ state }) => state === 'running').length,
      bytes: backups.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0),
      storage: 'local',
      freeBytes: 212_600_000_000,
      oldestProvenAt: proven.map((row) => row.provenAt).sort()[0] ?? null,
    };
  }

  /** Of each day the newest, as far as days are kept; the mock knows no weeks. */
  function preview(id, kept) {
    const own = newestFirst().filter((one) => one.tenantId === id && one.state === 'complete');
    return own.map((one, index) => {
      const reasons = [
        index < kept.last && 'last',
        index < kept.daily && 'daily',
        Date.parse(one.createdAt) > Date.now() - kept.withinDays * 86_400_000 && 'within',
        one.held && 'held',
        one.proof?.verdict === 'proven' && 'newest proven',
      ].filter(Boolean);
      return { backupId: one.id, createdAt: one.createdAt, kept: reasons.length > 0, reasons };
    });
  }

  function schedule(id) {
    const known = schedules.get(id) ?? {
      enabled: true,
      at: '02:30',
      days: null,
      zone: 'Europe/Berlin',
      retention,
    };
    return {
      ...known,
      nextRun: known.enabled ? ago(-600) : null,
      lastRun: ago(480),
      preview: preview(id, known.retention),
    };
  }

  const refusals = {
    truncated: 'The bundle ends early',
    altered: 'A part of the bundle was changed',
    foreign: 'The parts are of different backups',
    'wrong-key': 'The bundle is not encrypted for this manager',
    unsigned: 'The bundle is not signed',
    unsafe: 'The bundle has files that lead out of it',
    empty: 'The bundle is empty',
    'newer-format': 'A newer manager made this bundle',
    'untrusted-signer': 'The signer of the bundle is not trusted',
  };

  /** A tenant that is gone is made anew. */
  function bringBack({ tenantId, slug }) {
    const name = slug.replace(/(^|-)(.)/g, (_, dash, letter) => (dash && ' ') + letter.toUpperCase());
    const like = structuredClone(tenants().find((one) => one.slug === 'demo'));
    const domain = `${slug}.localhost`;
    tenants().push({ ...like, id: tenantId, slug, name, domain, aliases: [], url: `http://${domain}` });
    for (const one of backups)
      if (one.tenantId === tenantId) Object.assign(one, { tenantDeleted: false, tenantName: name });
    happened('tenants', 'tenant.created', tenantId, {});
  }

  const routes = {
    'GET /api/backups': ({ query }) => paged(list(query), query),
    'GET /api/backups/tenants': ({ query }) => paged(protection(query), query),
    'GET /api/backups/summary': summary,
    'GET /api/backups/keys': () => ({
      recovery: {
        recipient: 'age1recovery0qqqsyqcyq5rqwzqfpg9scrgwpug',
        createdAt: ago(9000),
        downloadedAt: storedAt,
      },
      verifier: { recipient: 'age1verifier0qqqsyqcyq5rqwzqfpg9scrgwpug' },
      signer: 'MCowBQYDK2VwAyEAOYg_OBDp8Q2YjttkvppY5NR91Bp-QlokJ2ILZHauHW0',
    }),
    'POST /api/backups/keys/recovery': () => ({
      recipient: 'age1recovery0qqqsyqcyq5rqwzqfpg9scrgwpug',
      secret: 'AGE-SECRET-KEY-1MOCKMOCKMOCKMOCKMOCKMOCKMOCKMOCKMOCKMOCKMOCK',
    }),
    'POST /api/backups/keys/recovery/acknowledge': () => {
      storedAt = ago(0);
    },
    'GET /api/backup-signers': ({ query }) => paged(signers, query),
    'POST /api/backup-signers': ({ body, response }) => {
      const signer = { id: uuid(), ...body, addedAt: ago(0), addedBy: 'admin' };
      signers.push(signer);
      response.statusCode = 201;
      return signer;
    },
    'DELETE /api/backup-signers/:id': ({ id }) => {
      signers = signers.filter((one) => one.id !== id);
    },
    'POST /api/backups/import': ({ bytes, response }) => {
      const reason = Object.keys(refusals).find((one) => bytes.toString().includes(one));
      if (reason) throw new Refusal(422, `backup.${reason}`, refusals[reason], 'Nothing was kept of it');
      const gone = { id: uuid(), slug: 'night-market', name: 'Night Market', isGone: true };
      const made = newBackup(gone, 2000, { reason: 'manual', keptBecause: [], held: true });
      happened('backups', 'backup.changed', null, {});
      response.statusCode = 201;
      return { backupId: made.id };
    },
    'GET /api/backups/:id': ({ id }) => backup(id),
    'GET /api/backups/:id/proofs': ({ id, query }) => paged(proofs.get(backup(id).id) ?? [], query),
    'DELETE /api/backups/:id': ({ id }) => {
      Object.assign(backup(id), { expiresAt: ago(-72 * 60) });
      happened('backups', 'backup.changed', backup(id).tenantId, {});
    },
    'POST /api/backups/:id/keep': ({ id }) => Object.assign(backup(id), { expiresAt: null }),
    'POST /api/backups/:id/hold': ({ id }) => Object.assign(backup(id), { held: true }),
    'POST /api/backups/:id/release': ({ id }) => Object.assign(backup(id), { held: false }),
    'POST /api/backups/:id/verify': ({ id, response }) => {
      const made = backup(id);
      return accept(response, {
        runId: start('verify', made.tenantId, () => prove(made, 0, 'proven')),
      });
    },
    'POST /api/backups/:id/restore': ({ id, body, response }) => {
      const made = backup(id);
      if (body.confirm !== made.slug)
        throw new Refusal(422, 'restore.not-confirmed', 'The restore was not confirmed');
      record('backup.restore', made.slug, made.tenantId, {}, { mode: body.mode });
      if (made.tenantDeleted) bringBack(made);
      const runId = start('restore', made.tenantId, (run) =>
        restores.unshift({
          tenantId: made.tenantId,
          runId: run.id,
          backupId: made.id,
          mode: 'in-place',
          state: 'done',
          at: ago(0),
          undoUntil: ago(-1440),
          undoneAt: null,
        }),
      );
      return accept(response, { runId, tenantId: made.tenantId });
    },
    'GET /api/tenants/:id/backups': ({ id, query }) =>
      paged(
        newestFirst().filter(({ tenantId }) => tenantId === tenant(id).id),
        query,
      ),
    'POST /api/tenants/:id/backups': ({ id, response }) => {
      const owner = tenant(id);
      const made = newBackup(owner, 0, {
        state: 'running',
        reason: 'manual',
        finishedAt: null,
        bytes: null,
        keptBecause: [],
      });
      record('backup.make', owner.slug, owner.id);
      made.runId = start('backup', owner.id, () =>
        Object.assign(made, {
          state: 'complete',
          bytes: 48_300_112,
          finishedAt: ago(0),
          keptBecause: ['last'],
        }),
      );
      happened('backups', 'backup.changed', owner.id, {});
      return accept(response, { runId: made.runId, backupId: made.id });
    },
    'GET /api/tenants/:id/backup-schedule': ({ id }) => schedule(tenant(id).id),
    'PUT /api/tenants/:id/backup-schedule': ({ id, body }) => {
      schedules.set(tenant(id).id, body);
      happened('backups', 'backup.changed', tenant(id).id, {});
      return schedule(tenant(id).id);
    },
    'POST /api/tenants/:id/backup-schedule/preview': ({ id, body }) => ({
      ...schedule(tenant(id).id),
      ...body,
      preview: preview(tenant(id).id, body.retention),
    }),
    'GET /api/tenants/:id/restores': ({ id, query }) =>
      paged(
        restores.filter(({ tenantId }) => tenantId === tenant(id).id),
        query,
      ),
    'POST /api/tenants/:id/restores/:run/undo': ({ id, second, response }) =>
      accept(response, {
        runId: start('restore-undo', tenant(id).id, () => {
          const undone = restores.find(({ runId }) => runId === second);
          Object.assign(undone, { state: 'undone', undoUntil: null, undoneAt: ago(0) });
        }),
      }),
    'GET /api/runs/:id': ({ id }) => runs.get(id)?.run ?? find(deployments(), id, 'run'),
    'GET /api/runs/:id/logs': ({ id, query, request, response }) => {
      const known = runs.get(id);
      if (!known) throw new Refusal(404, 'run.unknown', 'Run not found');
      const after = Number(query.get('afterSeq') ?? 0);
      if (!(request.headers.accept ?? '').includes('text/event-stream'))
        return { items: known.lines.slice(after), lastSeq: known.lines.length };
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      let sent = after;
      const timer = setInterval(() => {
        for (; sent < known.lines.length; sent++)
          response.write(`event: line\nid: ${sent + 1}\ndata: ${JSON.stringify(known.lines[sent])}\n\n`);
        for (const step of known.run.steps) response.write(`event: step\ndata: ${JSON.stringify(step)}\n\n`);
        if (known.run.status !== 'succeeded') return;
        clearInterval(timer);
        response.end(`event: end\ndata: ${JSON.stringify({ status: 'succeeded', failure: null })}\n\n`);
      }, 100);
      request.on('close', () => clearInterval(timer));
      return response;
    },
  };

  return { routes, reset, provenAt };
}
