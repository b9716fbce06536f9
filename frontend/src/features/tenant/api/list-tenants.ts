import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { paths } from '@/shared/api/schema.gen';

export type TenantQuery = NonNullable<paths['/api/tenants']['get']['parameters']['query']>;

export function listTenants(query: TenantQuery, signal?: AbortSignal) {
  return unwrap(api.GET('/api/tenants', { params: { query }, signal }));
}

/** Kept current by the topics `tenants` and `runs`. */
export function tenantsOptions(query: TenantQuery) {
  return queryOptions({
    queryKey: [keys.tenants, 'list', query],
    queryFn: ({ signal }) => listTenants(query, signal),
    placeholderData: keepPreviousData,
  });
}
