/**
 * Requests to tenants, of the mock: more by day than by night, and some minutes in which an unhealthy tenant fails.
 *
 * @param {object} mock what the mock has: `tenants()`, `find(list, id, what)`
 */
export function trafficRoutes({ tenants, find }) {
  const seconds = { '1m': 60, '5m': 300, '1h': 3600, '1d': 86_400 };

  /** Of one step; `null` where nobody came. */
  function step(at, length, isBad) {
    const day = 0.55 + 0.45 * Math.sin(at / 13_750_987);
    const wave = 0.85 + 0.15 * Math.sin(at / 400_000) * Math.cos(at / 90_000);
    const requests = Math.round(day * wave * length * 1.8);
    if (requests < length / 8) return null;
    const isDown = isBad && Date.now() - at < 34 * 60_000;
    const slow = 1 + (isDown ? 9 : 0) + 0.3 * Math.sin(at / 700_000);
    return {
      at: new Date(at).toISOString(),
      requests,
      clientErrors: Math.round(requests * 0.018),
      serverErrors: isDown ? Math.round(requests * 0.6) : at % 7_200_000 < length * 1000 ? 2 : 0,
      bytes: requests * 14_300,
      p50Ms: Math.round(9 * slow),
      p95Ms: Math.round(86 * slow),
    };
  }

  function traffic(tenant, query) {
    const to = Date.parse(query.get('to') ?? new Date().toISOString());
    const from = Date.parse(query.get('from') ?? new Date(to - 86_400_000).toISOString());
    const length = seconds[query.get('resolution') ?? '5m'];
    const steps = [];
    const first = Math.ceil(from / 1000 / length) * length * 1000;
    const isServed = tenant.slots.live !== null;
    for (let at = first; isServed && at + length * 1000 <= to; at += length * 1000) {
      const found = step(at, length, tenant.health === 'unhealthy');
      if (found) steps.push(found);
    }
    const sum = (name) => steps.reduce((total, each) => total + each[name], 0);
    return {
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      resolutionSeconds: length,
      total: {
        at: new Date(from).toISOString(),
        requests: sum('requests'),
        clientErrors: sum('clientErrors'),
        serverErrors: sum('serverErrors'),
        bytes: sum('bytes'),
        p50Ms: steps.length > 0 ? 9 : null,
        p95Ms: steps.length > 0 ? 91 : null,
      },
      steps,
    };
  }

  /** The last minute that was counted. */
  function lastMinute(tenant) {
    const at = Math.floor(Date.now() / 60_000) * 60_000 - 60_000;
    const found = tenant.slots.live === null ? null : step(at, 60, tenant.health === 'unhealthy');
    return found && { at: found.at, requests: found.requests, serverErrors: found.serverErrors };
  }

  /** Of all tenants of the one server. */
  function all() {
    const minutes = tenants().map(lastMinute).filter(Boolean);
    const sum = (name) => minutes.reduce((total, each) => total + each[name], 0);
    return minutes.length === 0
      ? []
      : [
          {
            server: 1,
            at: minutes[0].at,
            requests: sum('requests'),
            serverErrors: sum('serverErrors'),
          },
        ];
  }

  return {
    lastMinute,
    all,
    routes: {
      'GET /api/tenants/:id/traffic': ({ id, query }) => traffic(find(tenants(), id, 'tenant'), query),
    },
  };
}
