const dayMs = 86_400_000;
const at = (days) => new Date(Date.now() + days * dayMs).toISOString();

/**
 * The certificates of tenants. One whose slug holds `dns` waits for a name server, one with `failing` cannot get a certificate; the
 * others have a valid one. A renewal ends after a second.
 *
 * @param tenants the tenants of the scenario
 * @param happened tells the watchers of an event
 */
export function certificateRoutes({ tenants, Refusal, record, uuid, happened }) {
  const known = new Map();

  function of(tenant) {
    if (!known.has(tenant.slug)) known.set(tenant.slug, first(tenant));
    return known.get(tenant.slug);
  }

  function first({ slug, domain, aliases = [] }) {
    const names = [domain, ...aliases];
    const waits = slug.includes('dns');
    const fails = slug.includes('failing');
    return {
      state: waits ? 'waiting' : fails ? 'failing' : 'ok',
      mode: 'automatic',
      certificate: {
        issuer: waits ? 'Tenant Manager internal CA' : 'R11',
        serial: '4a9f0c6d21e8b7',
        names,
        origin: waits ? 'internal' : 'acme',
        notBefore: at(-30),
        notAfter: at(fails ? 12 : 60),
        renewAt: at(fails ? -18 : 30),
      },
      fallback: null,
      authority: 'acme-v02.api.letsencrypt.org',
      authorityNote: null,
      lastFailure: fails
        ? {
            detail: 'acme-v02.api.letsencrypt.org: too many failed authorizations recently',
            at: at(-0.1),
            attempts: 3,
            nextAttemptAt: at(0.1),
          }
        : null,
      names: names.map((host) => ({
        host,
        pointsHere: !waits,
        detail: waits ? `${host} does not lead to this server` : `${host} leads to this server`,
        servers: [
          { server: 'ns1.example.net', addresses: [waits ? '198.51.100.20' : '203.0.113.7'], problem: null },
          waits
            ? { server: 'ns2.example.net', addresses: [], problem: 'does not answer' }
            : { server: 'ns2.example.net', addresses: ['203.0.113.7'], problem: null },
        ],
      })),
      namesCheckedAt: at(-0.01),
      servedSerial: waits ? null : '4a9f0c6d21e8b7',
      servedAt: waits ? null : at(-1),
      lastRenewal: null,
      runId: null,
    };
  }

  function find(id) {
    const tenant = tenants().find((one) => one.id === id || one.slug === id);
    if (!tenant) throw new Refusal(404, 'tenant.unknown', 'Tenant not found');
    return tenant;
  }

  /** Makes the change when the run has ended. */
  function renew({ id, response }, action, change) {
    const tenant = find(id);
    const certificate = of(tenant);
    if (certificate.runId)
      throw new Refusal(
        409,
        'certificate.renewing',
        'The certificate is being renewed',
        'Wait until it ends',
      );
    const runId = uuid();
    Object.assign(certificate, { state: 'renewing', runId });
    record(action, tenant.slug, tenant.id, {}, {});
    response.statusCode = 202;
    setTimeout(() => {
      change(certificate);
      Object.assign(certificate, { state: 'ok', runId: null, lastFailure: null });
      certificate.servedSerial = certificate.certificate.serial;
      certificate.servedAt = at(0);
      certificate.lastRenewal = {
        runId,
        status: 'succeeded',
        queuedAt: at(0),
        finishedAt: at(0),
        detail: null,
      };
      happened('runs', 'run.ended', tenant.id, { runId, status: 'succeeded' });
    }, 1_000);
    return { runId };
  }

  const issued = (days, origin, issuer) => (certificate) =>
    Object.assign(certificate.certificate, {
      serial: uuid().replaceAll('-', ''),
      origin,
      issuer,
      notAfter: at(days),
      renewAt: origin === 'own' ? null : at((days * 2) / 3),
    });

  return {
    'GET /api/certificates': ({ query }) => {
      const sort = query.get('sort') ?? 'notAfter';
      const field = sort.replace('-', '');
      const items = tenants()
        .filter(({ slots }) => slots?.live)
        .map((tenant) => {
          const { certificate, state } = of(tenant);
          const { issuer, serial, names, origin, notAfter } = certificate;
          const { id: tenantId, slug, name, domain } = tenant;
          return { tenantId, slug, name, domain, issuer, serial, names, origin, notAfter, state };
        })
        .sort((a, b) => (a[field] < b[field] ? -1 : 1) * (sort.startsWith('-') ? -1 : 1));
      const page = Number(query.get('page') ?? 0);
      const size = Number(query.get('size') ?? 20);
      return { items: items.slice(page * size, (page + 1) * size), page, size, total: items.length };
    },
    'GET /api/tenants/:id/certificate': ({ id }) => {
      const tenant = find(id);
      return tenant.slots?.live ? of(tenant) : { ...of(tenant), state: 'none', certificate: null, names: [] };
    },
    'POST /api/tenants/:id/certificate/renew': (call) =>
      renew(call, 'certificate.renew', issued(90, 'acme', 'R11')),
    'PUT /api/tenants/:id/certificate': (call) => {
      if (!call.body?.chain?.includes('BEGIN CERTIFICATE'))
        throw new Refusal(400, 'request.invalid', 'The request is not valid', 'One field is not valid', {
          errors: [{ field: 'chain', message: "must be certificates in PEM format, the site's own first" }],
        });
      return renew(call, 'certificate.upload', (certificate) => {
        certificate.mode = 'own';
        issued(365, 'own', 'Example Trust CA')(certificate);
      });
    },
    'DELETE /api/tenants/:id/certificate': (call) =>
      renew(call, 'certificate.automate', (certificate) => {
        certificate.mode = 'automatic';
        issued(90, 'acme', 'R11')(certificate);
      }),
  };
}
