import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { Period } from '../model';

/**
 * Loaded again when the server has counted, which an event tells each minute.
 *
 * @param tenant UUID or slug
 */
export function trafficOptions(tenant: string, { hours, resolution }: Period) {
  return queryOptions({
    queryKey: [keys.tenants, 'traffic', tenant, hours],
    queryFn: ({ signal }) => {
      const from = new Date(Date.now() - hours * 3_600_000).toISOString();
      return unwrap(
        api.GET('/api/tenants/{id}/traffic', {
          params: { path: { id: tenant }, query: { from, resolution } },
          signal,
        }),
      );
    },
    placeholderData: keepPreviousData,
  });
}
