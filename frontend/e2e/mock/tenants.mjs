/** What the pages of tenants, accounts and settings ask for beyond the list and the deployments. */

const order = new Intl.Collator('en', { numeric: true });

/** Failed and unhealthy ones first, then degraded ones. */
const urgency = ({ status, health }) =>
  status === 'failed' || health === 'unhealthy' ? 0 : health === 'degraded' ? 1 : 2;

const compare = {
  attention: (a, b) => urgency(a) - urgency(b) || order.compare(a.name, b.name),
};

/** The tenants that a query of the list selects, in its order. */
export function selected(tenants, query) {
  const search = (query.get('search') ?? '').toLowerCase();
  const sort = query.get('sort') ?? '-createdAt';
  const key = sort.replace('-', '');
  const by = compare[key] ?? ((a, b) => order.compare(a[key], b[key]));
  const is = (name, value) => !query.get(name) || value === query.get(name);
  return tenants
    .filter((tenant) => is('status', tenant.status) && is('health', tenant.health))
    .filter(({ labels }) => !query.get('label') || labels.includes(query.get('label')))
    .filter((t) => `${t.name}\n${t.slug}\n${t.domain}`.toLowerCase().includes(search))
    .sort((a, b) => (sort.startsWith('-') ? by(b, a) : by(a, b)));
}

/** The host names of a tenant, the domain first. */
export function hostsOf({ domain, aliases, redirects = [] }) {
  return [
    { host: domain, kind: 'domain' },
    ...aliases.map((host) => ({ host, kind: redirects.includes(host) ? 'redirect' : 'alias' })),
  ];
}

const commands = [
  { name: 'createsuperuser', argv: ['python3', 'manage.py', 'createsuperuser', '--noinput'] },
  { name: 'reindex', argv: ['./run', 'reindex', '--all'] },
];

export const ownSession = '0190aaaa-0000-7000-8000-0000000000s1';

/** @param manager the parts of the mock that these routes need */
export function tenantRoutes(manager) {
  const { tenants, find, paged, versioned, matched, view, record, happened, accepted, Refusal, ago } =
    manager;
  const tenant = (id) => find(tenants(), id, 'tenant');
  const versions = new Map();
  let sessions = [];
  let credentials = [];

  function history({ id, config }) {
    if (!versions.has(id))
      versions.set(id, [
        { version: 1, createdAt: ago(9000), createdBy: 'admin', config: structuredClone(config) },
      ]);
    const known = versions.get(id);
    if (known.at(-1).version !== config.version)
      known.push({
        version: config.version,
        createdAt: ago(0),
        createdBy: 'admin',
        config: structuredClone(config),
      });
    return known;
  }

  function versionOf(owner, number) {
    const found = history(owner).find(({ version }) => version === Number(number));
    if (!found) throw new Refusal(404, 'request.not-found', 'Not found', `There is no version ${number}.`);
    return found.config;
  }

  const flat = ({ adminEmail, env }) => ({
    ADMIN_EMAIL: { value: adminEmail, secret: false, isSet: true },
    ...env,
  });

  function reset() {
    versions.clear();
    sessions = [
      { id: ownSession, user: 'admin', current: true, address: '192.0.2.17', userAgent: chrome, at: 12 },
      { id: 's2', user: 'admin', current: false, address: '192.0.2.80', userAgent: firefox, at: 3000 },
      { id: 's3', user: 'olive', current: false, address: '198.51.100.4', userAgent: 'curl/8.5.0', at: 190 },
    ].map(({ at, ...session }) => ({
      ...session,
      createdAt: ago(at),
      renewedAt: at > 20 ? ago(at / 2) : null,
      expiresAt: ago(at - 43_200),
    }));
    credentials = [
      {
        name: 'acme-forge',
        kind: 'deploy-key',
        host: 'git.acme.example',
        pathPrefix: '/acme',
        username: null,
        publicKey: publicKey('acme-forge'),
        hostKeys: 'git.acme.example ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleHostKey',
        createdAt: ago(20_000),
        createdBy: 'admin',
        isUsed: true,
      },
    ];
  }

  const shown = ({ isUsed: _, ...credential }) => credential;

  const routes = {
    'GET /api/tenants': ({ query }) => {
      const page = paged(selected(tenants(), query), query);
      return {
        ...page,
        items: page.items.map((item) => ({ ...view(item), inMaintenance: item.maintenance !== null })),
      };
    },
    'GET /api/labels': ({ query }) => {
      const counts = new Map();
      for (const { labels } of tenants())
        for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
      const items = [...counts].map(([label, count]) => ({ label, tenants: count }));
      return paged(
        items.sort((a, b) => b.tenants - a.tenants || order.compare(a.label, b.label)),
        query,
      );
    },
    'GET /api/tenants/:id': (call) => {
      const found = tenant(call.id);
      return versioned({ ...view(found), hosts: hostsOf(found) }, call);
    },
    'PUT /api/tenants/:id': (call) => {
      const found = tenant(call.id);
      matched({ ...view(found), hosts: hostsOf(found) }, call);
      const {
        name,
        domain,
        aliases = [],
        source = null,
        timeZone = null,
        labels = [],
        notes = null,
      } = call.body;
      if (timeZone !== null && !Intl.supportedValuesOf('timeZone').includes(timeZone))
        throw new Refusal(400, 'request.invalid', 'The request is invalid', 'One field is not valid', {
          errors: [
            {
              field: 'timeZone',
              message: 'must be a time zone of the IANA database, such as Europe/Berlin',
            },
          ],
        });
      const isMoved = domain !== found.domain || aliases.join() !== found.aliases.join();
      Object.assign(found, { name, source, timeZone, labels, notes });
      record('tenant.change', found.slug, found.id, {}, { name, labels, notes });
      happened('tenants', 'tenant.changed', found.id, { name });
      if (isMoved) return accepted(call, found, 'domain');
      return { ...view(found), hosts: hostsOf(found) };
    },
    'PUT /api/tenants/:id/maintenance': ({ id, body }) => {
      const found = tenant(id);
      const { message = null, until = null } = body;
      found.maintenance = { message, since: ago(0), until, startedBy: 'admin' };
      record('tenant.maintenance', found.slug, found.id, {}, { message, until });
      happened('tenants', 'tenant.maintenance', found.id, { maintenance: true });
      return found.maintenance;
    },
    'DELETE /api/tenants/:id/maintenance': ({ id }) => {
      const found = tenant(id);
      found.maintenance = null;
      record('tenant.maintenance-end', found.slug, found.id, {}, {});
      happened('tenants', 'tenant.maintenance', found.id, { maintenance: false });
    },
    'GET /api/tenants/:id/config/versions': ({ id, query }) => {
      const owner = tenant(id);
      const items = history(owner)
        .map(({ config: _, ...version }) => ({ ...version, running: version.version === 1 }))
        .reverse();
      return paged(items, query);
    },
    'GET /api/tenants/:id/config/diff': ({ id, query }) => {
      const owner = tenant(id);
      const [from, to] = ['from', 'to'].map((name) => Number(query.get(name) ?? owner.config.version));
      const before = flat(versionOf(owner, from));
      const after = flat(versionOf(owner, to));
      const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
      return {
        from,
        to,
        items: names
          .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
          .map((key) => ({
            key,
            change: !before[key] ? 'added' : !after[key] ? 'removed' : 'changed',
            before: before[key] ?? null,
            after: after[key] ?? null,
          })),
      };
    },
    'POST /api/tenants/:id/config/versions/:version/restore': (call) => {
      const owner = tenant(call.id);
      const earlier = versionOf(owner, call.second);
      owner.config = {
        ...structuredClone(earlier),
        version: owner.config.version + 1,
        restartRequired: owner.status === 'active',
      };
      history(owner);
      record('config.change', owner.slug, owner.id, {}, { version: owner.config.version });
      happened('configs', 'config.written', owner.id);
      return owner.config;
    },
    'GET /api/tenants/:id/commands': ({ id, query }) =>
      paged(tenant(id).slots.live === null ? [] : commands, query),
    'POST /api/tenants/:id/commands/:command': (call) => {
      if (!commands.some(({ name }) => name === call.second))
        throw new Refusal(404, 'command.unknown', 'Command not found');
      return accepted(call, tenant(call.id), 'command');
    },
    'GET /api/sessions': ({ query }) => paged(sessions, query),
    'DELETE /api/sessions/:id': ({ id }) => {
      sessions = sessions.filter((session) => session.id !== id);
    },
    'GET /api/credentials': ({ query }) => paged(credentials.map(shown), query),
    'POST /api/credentials': ({ body, response }) => {
      if (credentials.some(({ name }) => name === body.name))
        throw new Refusal(409, 'credential.name-taken', 'Another credential has this name', undefined, {
          errors: [{ field: 'name', message: 'belongs to another credential' }],
        });
      const isKey = body.kind === 'deploy-key';
      const credential = {
        name: body.name,
        kind: body.kind,
        host: body.host,
        pathPrefix: body.pathPrefix ?? null,
        username: isKey ? null : (body.username ?? 'git'),
        publicKey: isKey ? publicKey(body.name) : null,
        hostKeys: null,
        createdAt: ago(0),
        createdBy: 'admin',
      };
      credentials.push(credential);
      response.statusCode = 201;
      return credential;
    },
    'DELETE /api/credentials/:id': ({ id }) => {
      if (credentials.some(({ name, isUsed }) => name === id && isUsed))
        throw new Refusal(
          409,
          'credential.in-use',
          'A tenant uses this credential',
          `The source of demo names ${id}.`,
        );
      credentials = credentials.filter(({ name }) => name !== id);
    },
    'DELETE /api/credentials/:id/host-keys': ({ id }) => {
      const found = credentials.find(({ name }) => name === id);
      found.hostKeys = null;
      return shown(found);
    },
    'GET /api/maintenance/paths': ({ query }) =>
      paged(
        ['home', 'releases', 'tenants', 'database', 'logs'].map((name) => ({
          name,
          path: name === 'home' ? '/var/lib/tenantmgr' : `/var/lib/tenantmgr/${name}`,
          totalBytes: 107_374_182_400,
          freeBytes: name === 'logs' ? 5_368_709_120 : 64_424_509_440,
        })),
        query,
      ),
  };
  return { routes, reset };
}

const publicKey = (name) =>
  `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIMockedPublicHalfOfADeployKey${name.length} tenantmgr ${name}`;
const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0';
