/** Webhooks of tenants. Demo has one with a delivery of each result; the others have none. */
import { randomBytes } from 'node:crypto';

/** @param manager the parts of the mock that these routes need */
export function webhookRoutes(manager) {
  const { tenants, find, record, happened, ago } = manager;
  const tenant = (id) => find(tenants(), id, 'tenant');
  let hooks = new Map();

  const delivery = (id, minutes, result, reason, more = {}) => ({
    id: `0190dddd-0000-7000-8000-00000000000${id}`,
    at: ago(minutes),
    forge: 'github',
    event: 'push',
    ref: 'refs/heads/main',
    commit: '0d1a26e67d8f5eaf1f6ba5c57fc3c7d91ac0fd1c',
    summary: 'Push to main by ada: Mend the form (0d1a26e)',
    result,
    reason,
    deploymentId: null,
    repeats: 0,
    ...more,
  });

  const deliveries = () => [
    delivery(1, 3, 'waiting', 'A run of the tenant is active; the newest push is deployed when it ends'),
    delivery(2, 4, 'superseded', 'A newer push came before it was deployed', {
      summary: 'Push to main by grace: Draw the map in one request (77aa01b)',
    }),
    delivery(3, 70, 'deployed', null, { deploymentId: '0190dddd-0000-7000-8000-0000000000aa', repeats: 1 }),
    delivery(4, 200, 'ignored', 'The push is to dev, the tenant follows main', {
      ref: 'refs/heads/dev',
      summary: 'Push to dev by grace: Try another map (9c4e11d)',
    }),
    delivery(5, 1500, 'refused', "The tenant's configuration is incomplete: Set GREETING (env.GREETING)"),
    delivery(6, 1600, 'answered', 'The webhook works', {
      event: 'ping',
      ref: null,
      commit: null,
      summary: null,
    }),
  ];

  function view(owner, more = {}) {
    const hook = hooks.get(owner.slug);
    const path = (forge) => `/api/webhooks/${forge}/${owner.slug}`;
    return {
      enabled: hook !== undefined,
      forge: hook?.forge ?? null,
      paths: { github: path('github'), gitlab: path('gitlab'), gitea: path('gitea') },
      secret: null,
      commitStatus: hook?.commitStatus ?? false,
      pageAddress: hook?.pageAddress ?? null,
      createdAt: hook?.createdAt ?? null,
      createdBy: hook ? 'olive' : null,
      refusedAt: null,
      deliveries: hook?.deliveries ?? [],
      statuses: hook?.commitStatus ? (hook.statuses ?? []) : [],
      ...more,
    };
  }

  const changed = ({ forge = null, commitStatus = false, pageAddress = null }) => ({
    forge,
    commitStatus,
    pageAddress,
  });

  const status = (result, state, minutes, detail = null) => ({
    deploymentId: `0190dddd-0000-7000-8000-0000000000b${minutes % 10}`,
    commit: '0d1a26e67d8f5eaf1f6ba5c57fc3c7d91ac0fd1c',
    state,
    at: ago(minutes),
    result,
    tries: 1,
    detail,
  });

  const statuses = () => [
    status('waiting', 'pending', 1, 'The forge did not answer within 10 seconds'),
    status('failed', 'failure', 72, 'The access token may not write commit statuses'),
    status('sent', 'success', 203),
  ];

  const routes = {
    'GET /api/tenants/:id/webhook': ({ id }) => view(tenant(id)),
    'PUT /api/tenants/:id/webhook': ({ id, body }) => {
      const owner = tenant(id);
      const known = hooks.get(owner.slug);
      hooks.set(owner.slug, { createdAt: ago(0), deliveries: [], ...known, ...changed(body) });
      const isNew = !known || body.replaceSecret;
      record(known ? 'webhook.change' : 'webhook.create', owner.slug, owner.id, {}, { forge: body.forge });
      happened('webhooks', 'webhook.changed', owner.id);
      return view(owner, { secret: isNew ? randomBytes(32).toString('base64url') : null });
    },
    'DELETE /api/tenants/:id/webhook': ({ id }) => {
      const owner = tenant(id);
      hooks.delete(owner.slug);
      record('webhook.delete', owner.slug, owner.id, {}, {});
      happened('webhooks', 'webhook.changed', owner.id);
    },
  };

  function reset() {
    hooks = new Map([
      ['demo', { forge: 'github', createdAt: ago(9000), deliveries: deliveries(), statuses: statuses() }],
    ]);
  }

  return { routes, reset };
}
