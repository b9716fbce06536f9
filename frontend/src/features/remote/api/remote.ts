import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { useAction } from '@/shared/api/use-action';

/**
 * What the application offers, from the manager's rows. A new release may offer something else: kept current by the topic `runs`.
 *
 * @param tenant UUID or slug
 */
export function remoteOptions(tenant: string) {
  return queryOptions({
    queryKey: [keys.remote, 'offer', tenant],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/tenants/{id}/remote', { params: { path: { id: tenant } }, signal })),
  });
}

/** Asks the application, which may fail or take long: told in place. */
export function statsOptions(tenant: string, isOffered: boolean) {
  return queryOptions({
    queryKey: [keys.remote, 'stats', tenant],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/tenants/{id}/remote/stats', { params: { path: { id: tenant } }, signal })),
    enabled: isOffered,
    throwOnError: false,
  });
}

export function personsOptions(tenant: string, isOffered: boolean) {
  return queryOptions({
    queryKey: [keys.remote, 'persons', tenant],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/tenants/{id}/remote/persons/count', { params: { path: { id: tenant } }, signal })),
    enabled: isOffered,
    throwOnError: false,
  });
}

const stale = (tenant: string) => [
  [keys.remote, 'stats', tenant],
  [keys.remote, 'persons', tenant],
  [keys.audit],
];

/** @param action the id of an action; undefined for the application's own backup */
export function useRemoteAct(tenant: string) {
  return useAction({
    act: (action: string | undefined, key: string) => {
      const header = { 'Idempotency-Key': key };
      return action === undefined
        ? unwrap(api.POST('/api/tenants/{id}/remote/backup', { params: { path: { id: tenant }, header } }))
        : unwrap(
            api.POST('/api/tenants/{id}/remote/actions/{action}', {
              params: { path: { id: tenant, action }, header },
            }),
          );
    },
    stale: stale(tenant),
    isToldInPlace: true,
  });
}
