import type { Query, QueryClient } from '@tanstack/react-query';
import { keys } from '@/shared/api/keys';
import { live } from '@/shared/live/live';
import type { LiveEvent } from '@/shared/live/live-events';
import { showTraffic } from './live-traffic';

/** Several events at once cause one reload. */
const debounceMs = 200;
/** How often the shown queries are loaded again while there is no stream. */
const fallbackMs = 10_000;

/** Runs whose end changes what is shown of backups. */
const backupKinds = new Set<unknown>(['backup', 'verify', 'restore', 'restore-undo', 'delete']);

type Concerns = (query: Query) => boolean;

const every =
  (first: string): Concerns =>
  ({ queryKey }) =>
    queryKey[0] === first;

const isKey =
  (first: string, second: string): Concerns =>
  ({ queryKey }) =>
    queryKey[0] === first && queryKey[1] === second;

/** A page may know the tenant by its id or its slug. */
function ofTenant(
  queryClient: QueryClient,
  second: string,
  tenantId: string | null,
  first: string = keys.tenants,
): Concerns {
  const names = new Set<unknown>([tenantId]);
  for (const [, tenant] of queryClient.getQueriesData<{ id: string; slug: string }>({
    queryKey: [keys.tenants, 'one'],
  }))
    if (tenant?.id === tenantId) names.add(tenant?.slug);
  return (query) => isKey(first, second)(query) && names.has(query.queryKey[2]);
}

/** Which queries an event makes stale. */
function concernedBy(queryClient: QueryClient, event: LiveEvent): Concerns[] {
  const { topic, tenantId, data } = event;
  const tenant = (second: string) => ofTenant(queryClient, second, tenantId);
  const tenants = isKey(keys.tenants, 'list');
  const overview = isKey(keys.overview, 'facts');
  switch (topic) {
    case 'tenants':
      return [tenants, overview, tenant('one'), tenant('services'), isKey(keys.tenants, 'names')];
    case 'runs': {
      const run: Concerns = (query) =>
        isKey(keys.deployments, 'one')(query) && query.queryKey[2] === data.runId;
      const analysis: Concerns = (query) =>
        query.queryKey[0] === keys.analyses &&
        (query.queryKey[1] === 'list' || query.queryKey[2] === data.runId);
      const shown = [
        isKey(keys.deployments, 'list'),
        overview,
        run,
        analysis,
        tenant('services'),
        tenant('errors'),
        tenant('health'),
      ];
      const changedByRuns = [
        every(keys.certificates),
        every(keys.releases),
        ofTenant(queryClient, 'offer', tenantId, keys.remote),
      ];
      if (data.status !== 'running' && backupKinds.has(data.kind)) shown.push(every(keys.backups));
      // What a tenant shows of its runs is when they begin and how they ended.
      return data.status === 'running' ? shown : [...shown, ...changedByRuns, tenants, tenant('one')];
    }
    case 'services':
      return [tenant('services'), tenant('errors')];
    case 'health':
      return [tenant('health'), tenant('health-history'), tenant('incidents')];
    case 'traffic':
      return trafficOf(queryClient, event);
    case 'configs':
      return [
        tenant('one'),
        ofTenant(queryClient, 'one', tenantId, keys.configs),
        ofTenant(queryClient, 'versions', tenantId, keys.configs),
      ];
    case 'themes':
      return [
        tenant('one'),
        ofTenant(queryClient, 'one', tenantId, keys.themes),
        ofTenant(queryClient, 'versions', tenantId, keys.themes),
      ];
    case 'webhooks':
      return [ofTenant(queryClient, 'one', tenantId, keys.webhooks)];
    case 'backups':
      return [every(keys.backups)]; // what tenants show of a proof changes with the end of its run
    case 'alerts':
      return [every(keys.alerts), every(keys.schedules)];
    case 'ports':
      return [every(keys.ports), overview];
    case 'settings':
      return [every(keys.settings)];
    case 'metrics':
      return [isKey(keys.overview, 'metrics')];
    case 'audit':
      return [every(keys.audit)];
    default:
      return [];
  }
}

/** Figures come with the event; only the course of a tenant that has new ones is loaded, and everything if it names none. */
function trafficOf(queryClient: QueryClient, event: LiveEvent): Concerns[] {
  const counted = showTraffic(queryClient, event);
  if (!counted) return [isKey(keys.tenants, 'traffic'), isKey(keys.tenants, 'list')];
  const names = new Set<unknown>(counted);
  for (const [, tenant] of queryClient.getQueriesData<{ id: string; slug: string }>({
    queryKey: [keys.tenants, 'one'],
  }))
    if (tenant && counted.has(tenant.slug)) names.add(tenant.id);
  return [(query) => isKey(keys.tenants, 'traffic')(query) && names.has(query.queryKey[2])];
}

/** Keeps the query cache current by the manager's events. Returns what ends it. */
export function followLive(queryClient: QueryClient): () => void {
  let concerned: Concerns[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function reload() {
    timer = undefined;
    const now = concerned;
    concerned = [];
    void queryClient.invalidateQueries({ predicate: (query) => now.some((concerns) => concerns(query)) });
  }

  function soon(more: Concerns[]) {
    concerned.push(...more);
    timer ??= setTimeout(reload, debounceMs);
  }

  live.start({
    onChange: (event) => soon(concernedBy(queryClient, event)),
    onGap: () => soon([() => true]),
  });
  const fallback = setInterval(() => {
    const { kind } = live.getState();
    if (kind !== 'live' && kind !== 'ended' && !document.hidden) soon([() => true]);
  }, fallbackMs);

  return () => {
    live.stop();
    clearTimeout(timer);
    clearInterval(fallback);
  };
}
