import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { useAction } from '@/shared/api/use-action';
import { type Hours, untilNext } from '../model';

/**
 * Changes of health are events; single results are not, because there are hundreds a second. The page loads them when the next
 * one is due.
 *
 * @param tenant UUID or slug
 */
export function healthOptions(tenant: string) {
  return queryOptions({
    queryKey: [keys.tenants, 'health', tenant],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/tenants/{id}/health', { params: { path: { id: tenant } }, signal })),
    refetchInterval: ({ state }) => untilNext(state.data?.checks ?? [], Date.now()),
  });
}

export function historyOptions(tenant: string, hours: Hours) {
  return queryOptions({
    queryKey: [keys.tenants, 'health-history', tenant, hours],
    queryFn: ({ signal }) => {
      const from = new Date(Date.now() - hours * 3_600_000).toISOString();
      return unwrap(
        api.GET('/api/tenants/{id}/health/history', {
          params: { path: { id: tenant }, query: { from } },
          signal,
        }),
      );
    },
    placeholderData: keepPreviousData,
  });
}

export function incidentsOptions(tenant: string, page: number) {
  return queryOptions({
    queryKey: [keys.tenants, 'incidents', tenant, page],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/tenants/{id}/health/incidents', {
          params: { path: { id: tenant }, query: { page, size: 10 } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** Checks the tenant now; takes as long as its slowest check. */
export function useCheckHealth(tenant: string) {
  return useAction({
    act: (_: undefined, key: string) =>
      unwrap(
        api.POST('/api/tenants/{id}/health-check', {
          params: { path: { id: tenant }, header: { 'Idempotency-Key': key } },
        }),
      ),
    stale: ['health', 'health-history', 'incidents'].map((second) => [keys.tenants, second, tenant]),
  });
}
