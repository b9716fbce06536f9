/**
 * The health of tenants, of the mock: Demo is well but for its disk, an unhealthy tenant does not answer.
 *
 * @param {object} mock what the mock has: `tenants()`, `find(list, id, what)`, `paged(items, query)`, `ago(minutes)`, `Refusal`,
 *   `happened(topic, event, tenantId, data)`
 */
export function healthRoutes({ tenants, find, paged, ago, Refusal, happened }) {
  const tenant = (id) => find(tenants(), id, 'tenant');
  const serves = ({ status, slots }) =>
    slots.live !== null && (status === 'active' || status === 'deploying');
  /** By tenant: when it was last checked on request. */
  const asked = new Map();

  const details = {
    frontend: (isBad, t) => `https://${t.domain}/ answers ${isBad ? 502 : 200}`,
    backend: (isBad, t) =>
      isBad ? `backend: nothing listens on port ${t.ports.backend} yet` : 'backend: /health answers 200',
    service: (isBad) => (isBad ? 'Service backend is restarting' : 'All 2 services run'),
    database: () => '48.2 MB, 6 of 44 connections open',
    disk: (isBad) => `Files of 312 MB; ${isBad ? 7 : 41} % of the disk is free`,
    certificate: () => 'Ends in 61 days',
  };
  const bad = {
    unhealthy: { frontend: 'failed', backend: 'failed', service: 'failed' },
    degraded: { disk: 'warning' },
  };
  const vital = ['frontend', 'backend', 'service'];
  const healthOf = { failed: 'unhealthy', warning: 'degraded', ok: 'healthy' };

  const resultOf = (t, kind) => bad[t.health]?.[kind] ?? 'ok';

  function recent(t, kind) {
    const result = resultOf(t, kind);
    const count = vital.includes(kind) ? 21 : 12;
    return Array.from({ length: count }, (_, i) => {
      if (result !== 'ok') return i > count - 6 ? result : 'ok';
      return kind === 'frontend' && (i === 7 || i === 8) ? 'failed' : 'ok';
    });
  }

  const check = (t, kind) => {
    const result = resultOf(t, kind);
    const isVital = vital.includes(kind);
    return {
      kind,
      health: healthOf[result],
      since: ago(result === 'ok' ? 9000 : 34),
      pending: false,
      flapping: false,
      checkedAt: asked.get(t.id) ?? ago(isVital ? 0.4 : 22),
      result,
      detail: details[kind](result !== 'ok', t),
      latencyMs: kind === 'frontend' ? 42 : kind === 'backend' ? 11 : null,
      recent: recent(t, kind),
      nextAt: ago(isVital ? -0.6 : -38),
    };
  };

  const incident = (number, kind, health, began, ended, cause) => ({
    id: `0190cccc-0000-7000-8000-${String(number).padStart(12, '0')}`,
    kind,
    health,
    beganAt: ago(began),
    endedAt: ended === null ? null : ago(ended),
    cause,
  });

  function incidents(t) {
    if (t.status === 'draft') return [];
    const open = Object.entries(bad[t.health] ?? {}).map(([kind, result], index) =>
      incident(index, kind, healthOf[result], 34 - index, null, details[kind](true, t)),
    );
    return [
      ...open,
      incident(10, 'frontend', 'unhealthy', 1500, 1492, details.frontend(true, t)),
      incident(11, 'service', 'unhealthy', 1501, 1493, details.service(true, t)),
      incident(12, 'disk', 'degraded', 14_000, 12_800, details.disk(true, t)),
    ];
  }

  function view(t) {
    return {
      health: t.health,
      changing: t.status === 'deploying',
      checks: serves(t) ? Object.keys(details).map((kind) => check(t, kind)) : [],
      incidents: incidents(t).filter(({ endedAt }) => endedAt === null),
    };
  }

  const steps = [60, 300, 3600, 86_400];

  function history(t, query) {
    const to = Date.parse(query.get('to') ?? new Date().toISOString());
    const from = Date.parse(query.get('from') ?? new Date(to - 86_400_000).toISOString());
    const seconds = steps.find((step) => (to - from) / 1000 / step <= 300) ?? 86_400;
    const series = (kind) => {
      const found = [];
      const first = Math.ceil(from / 1000 / seconds) * seconds * 1000;
      for (let at = first; at < to; at += seconds * 1000) {
        const place = (at - from) / (to - from);
        const isDown = vital.includes(kind) && place > 0.31 && place < 0.33;
        const isBad = resultOf(t, kind) !== 'ok' && to - at < 34 * 60_000;
        if (place > 0.6 && place < 0.62) continue;
        const averageMs =
          kind === 'frontend' || kind === 'backend' ? Math.round(28 + 14 * Math.sin(at / 7_200_000)) : null;
        found.push({
          at: new Date(at).toISOString(),
          results: Math.max(1, seconds / 60),
          warned: isBad && resultOf(t, kind) === 'warning' ? 1 : 0,
          failed: isDown || (isBad && resultOf(t, kind) === 'failed') ? 1 : 0,
          unknown: 0,
          averageMs,
          longestMs: averageMs && averageMs * 4,
        });
      }
      const failed = found.reduce((sum, step) => sum + step.failed, 0);
      const results = found.reduce((sum, step) => sum + step.results, 0);
      return { kind, okPercent: Math.floor(((results - failed) * 100_000) / results) / 1000, steps: found };
    };
    return {
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      resolutionSeconds: seconds,
      checks: serves(t) ? Object.keys(details).map(series) : [],
    };
  }

  return {
    /** The last results of a tenant's site, for the list. */
    recentChecks: (t) => (serves(t) ? recent(t, 'frontend') : []),
    routes: {
      'GET /api/tenants/:id/health': ({ id }) => view(tenant(id)),
      'GET /api/tenants/:id/health/history': ({ id, query }) => history(tenant(id), query),
      'GET /api/tenants/:id/health/incidents': ({ id, query }) => paged(incidents(tenant(id)), query),
      'POST /api/tenants/:id/health-check': ({ id }) => {
        const found = tenant(id);
        if (!serves(found))
          throw new Refusal(
            409,
            'health.not-checked',
            'The tenant is not checked',
            `Only tenants that serve are checked; ${found.slug} is ${found.status}`,
          );
        asked.set(found.id, new Date().toISOString());
        happened('health', 'health.changed', found.id, {});
        return view(found);
      },
    },
  };
}
