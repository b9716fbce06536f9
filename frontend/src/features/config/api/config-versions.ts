import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { components } from '@/shared/api/schema.gen';
import { useAction } from '@/shared/api/use-action';

export type ConfigVersion = components['schemas']['ConfigVersion'];
export type ConfigDiff = components['schemas']['ConfigDiff'];

/** The versions of a configuration, the newest first. Kept current by the topic `configs`. */
export function configVersionsOptions(tenant: string, page: number) {
  return queryOptions({
    queryKey: [keys.configs, 'versions', tenant, page],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/tenants/{id}/config/versions', {
          params: { path: { id: tenant }, query: { page, size: 10 } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** What restoring `from` would undo: the differences from it to the newest version. */
export function configDiffOptions(tenant: string, from: number, to: number) {
  return queryOptions({
    queryKey: [keys.configs, 'diff', tenant, from, to],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/tenants/{id}/config/diff', {
          params: { path: { id: tenant }, query: { from: String(from), to: String(to) } },
          signal,
        }),
      ),
  });
}

export function useRestoreVersion(tenant: string) {
  return useAction({
    act: (version: number, key) =>
      unwrap(
        api.POST('/api/tenants/{id}/config/versions/{version}/restore', {
          params: { path: { id: tenant, version: String(version) }, header: { 'Idempotency-Key': key } },
        }),
      ),
    stale: [[keys.configs], [keys.tenants]],
    isToldInPlace: true,
  });
}
