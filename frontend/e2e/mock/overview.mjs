/**
 * The start page, the checks of the wizard and the configuration of NGINX, of the mock.
 *
 * @param {object} mock what the mock has: `tenants()`, `deployments()`, `ago(minutes)`, `Refusal`, `record(action, subject)`,
 *   `happened(topic, event, tenantId, data)`, `traffic()`
 */
export function overviewRoutes({ tenants, deployments, ago, Refusal, record, traffic }) {
  const generation = 19;
  /** Set by `POST /mock/break-nginx`: a line that NGINX refuses. */
  let broken = false;
  const isActive = ({ status }) => status === 'queued' || status === 'running';

  const files = () => {
    const hosts = tenants().map(({ domain, slug }) => `${domain} ${slug};`);
    if (broken) hosts.splice(1, 0, 'harbour example.com bakery;');
    return {
      'hosts.map': ['Host names and their tenants', hosts],
      'manager.conf': [
        'How requests to the manager are handled',
        ['server {', '    listen 127.0.0.1:32201;', '}'],
      ],
      'nginx.conf': [
        'Processes, server blocks, logs and limits',
        [
          'worker_processes auto;',
          'events { worker_connections 1024; }',
          'http {',
          '    include tenant.conf;',
          '}',
        ],
      ],
      'slots.map': [
        'Ports, releases and routes of each tenant’s slots',
        tenants().map(
          ({ slug, ports }) => `@${slug} ${ports.frontend}:${ports.backend},4f9c2ab1-9d2e,m0123456789ab|;`,
        ),
      ],
      'tenant.conf': [
        'How requests to tenants are handled',
        ['server {', '    listen 127.0.0.1:8080 default_server;', '}'],
      ],
    };
  };
  const fault = () =>
    broken ? { file: 'hosts.map', line: 2, reason: 'not a valid line of this map' } : undefined;

  function attention() {
    const items = [];
    for (const tenant of tenants()) {
      const about = { tenantId: tenant.id, slug: tenant.slug, name: tenant.name };
      const failed = deployments().find(
        ({ tenantId, status }) => tenantId === tenant.id && status === 'failed',
      );
      if (tenant.status === 'failed')
        items.push({
          ...about,
          reason: 'failed',
          detail: failed?.failure?.detail ?? 'No slot serves this tenant',
          at: failed?.finishedAt ?? null,
          deploymentId: failed?.id ?? null,
        });
      else if (tenant.health === 'degraded' || tenant.health === 'unhealthy')
        items.push({
          ...about,
          reason: tenant.health,
          detail: 'A check of the live slot fails',
          at: null,
          deploymentId: null,
        });
      if (tenant.slug === 'demo')
        items.push({
          ...about,
          reason: 'certificate',
          detail: 'Its certificate ends soon and was not renewed',
          at: ago(-9 * 1440),
          deploymentId: null,
        });
    }
    const order = ['failed', 'unhealthy', 'certificate', 'degraded'];
    items.sort((a, b) => order.indexOf(a.reason) - order.indexOf(b.reason));
    return { items: items.slice(0, 12), total: items.length };
  }

  const count = (field, values) =>
    Object.fromEntries(
      values.map((value) => [value, tenants().filter((one) => one[field] === value).length]),
    );

  function samples(from, to, stepSeconds) {
    const all = [];
    for (let at = Math.ceil(from / 60_000) * 60_000; at < to; at += stepSeconds * 1000) {
      const minute = at / 60_000;
      const isAway = minute % 47 < 5;
      if (isAway) continue;
      all.push({
        at: new Date(at).toISOString(),
        cpuPercent: Math.round((34 + 26 * Math.sin(minute / 9) + 12 * Math.sin(minute / 2.3)) * 10) / 10,
        memoryUsedBytes: Math.round(5.4e9 + 4e8 * Math.sin(minute / 21)),
        memoryTotalBytes: 8_330_000_000,
        diskUsedBytes: Math.round(71e9 + (minute % 600) * 1e6),
        diskTotalBytes: 80_000_000_000,
        managerBytes: Math.round(3.1e8 + 2e7 * Math.sin(minute / 5)),
        databaseBytes: 48_300_000 + (minute % 600) * 2000,
        databaseConnections: Math.round(11 + 3 * Math.sin(minute / 4)),
      });
    }
    return all;
  }

  return {
    'GET /api/overview': () => ({
      tenants: {
        total: tenants().length,
        byStatus: count('status', ['draft', 'deploying', 'active', 'stopped', 'failed', 'deleting']),
        byHealth: count('health', ['healthy', 'degraded', 'unhealthy', 'unknown']),
      },
      ports: { free: 2500 - tenants().length - 1, total: 2500 },
      deployments: [...deployments()]
        .sort((a, b) => isActive(b) - isActive(a) || b.queuedAt.localeCompare(a.queuedAt))
        .slice(0, 8)
        .map(({ id, kind, status, tenantId, currentStep, progressPercent, release, actor, ...times }) => {
          const tenant = tenants().find((one) => one.id === tenantId);
          const { queuedAt, startedAt, finishedAt } = times;
          return {
            id,
            kind,
            status,
            tenantId,
            tenantSlug: tenant?.slug ?? 'gone',
            tenantName: tenant?.name ?? null,
            currentStep,
            progressPercent,
            commit: release?.commit ?? null,
            actor,
            queuedAt,
            startedAt,
            finishedAt,
          };
        }),
      attention: attention(),
      traffic: traffic(),
      servers: [
        {
          name: 'local',
          own: true,
          held: true,
          version: '0.4.0',
          startedAt: ago(190),
          tenants: tenants().length,
        },
      ],
      system: { version: '0.4.0', javaVersion: '25.0.1+8-LTS', databaseVersion: '17.6', processors: 4 },
    }),
    'GET /api/overview/metrics': ({ query }) => {
      const to = query.get('to') ? Date.parse(query.get('to')) : Date.now();
      const from = query.get('from') ? Date.parse(query.get('from')) : to - 86_400_000;
      const stepSeconds = 60 * Math.ceil((to - from) / 60_000 / 180);
      return {
        from: new Date(from).toISOString(),
        to: new Date(to).toISOString(),
        stepSeconds,
        servers: [{ server: 'local', samples: samples(from, to, stepSeconds) }],
      };
    },
    'POST /api/tenants/check': ({ body }) => {
      const owned = (field, value, isIt) => {
        const owner = tenants().find(isIt);
        return owner
          ? { ok: false, reason: `${value} belongs to ${owner.name}`, warning: null }
          : {
              ok: true,
              reason: null,
              warning:
                field === 'domain' && value.endsWith('.local')
                  ? 'ends in local, which is for devices on the local network'
                  : null,
            };
      };
      const source = body.core || body.source?.location.includes('campaign');
      return {
        slug: body.slug === undefined ? null : owned('slug', body.slug, ({ slug }) => slug === body.slug),
        domain:
          body.domain === undefined
            ? null
            : owned('domain', body.domain, ({ domain }) => domain === body.domain),
        aliases: null,
        ports:
          body.ports === undefined
            ? null
            : tenants().some(({ ports }) => ports.frontend === body.ports.frontend)
              ? {
                  ok: false,
                  reason: `frontend port ${body.ports.frontend} and the three ports after it are not free`,
                  warning: null,
                }
              : { ok: true, reason: null, warning: null },
        source:
          body.source === undefined && !body.core
            ? null
            : source
              ? {
                  ok: true,
                  field: null,
                  reason: null,
                  branches: body.core ? [] : ['main', 'next', 'v2'],
                  defaultBranch: body.core ? null : 'main',
                  name: 'campaign',
                  required: body.core ? ['ADMIN_EMAIL'] : ['ADMIN_EMAIL', 'MAIL_HOST'],
                }
              : {
                  ok: false,
                  field: 'location',
                  reason:
                    'cannot be reached with this address and credential, or takes longer than 5 seconds',
                  branches: [],
                  defaultBranch: null,
                  name: null,
                  required: [],
                },
      };
    },
    'GET /api/nginx/configs': () => ({
      generation,
      items: Object.entries(files()).map(([name, [description, lines]]) => ({
        name,
        description,
        lines: lines.length,
        sizeBytes: lines.join('\n').length + 1,
      })),
    }),
    'GET /api/nginx/configs/:id': ({ id }) => {
      const found = files()[id];
      if (!found)
        throw new Refusal(404, 'nginx.unknown-file', 'NGINX has no configuration file of this name');
      return { name: id, generation, text: `${found[1].join('\n')}\n` };
    },
    'POST /api/nginx/test': () => ({
      valid: !broken,
      generation,
      file: null,
      line: null,
      reason: null,
      ...fault(),
    }),
    'POST /api/nginx/reload': () => {
      if (broken)
        throw new Refusal(
          422,
          'nginx.invalid',
          'NGINX refuses its configuration',
          'hosts.map, line 2: not a valid line of this map',
          { errors: [{ field: 'hosts.map:2', message: 'not a valid line of this map' }] },
        );
      record('nginx.reload', 'local', null, {}, { generation });
      return { generation };
    },
    'POST /api/mock/break-nginx': () => {
      broken = true;
    },
    'POST /api/mock/mend-nginx': () => {
      broken = false;
    },
  };
}
