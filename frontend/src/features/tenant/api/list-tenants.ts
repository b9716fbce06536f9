import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { paths } from '@/shared/api/schema.gen';
import { isMoving } from '../model';

export type TenantQuery = NonNullable<paths['/api/tenants']['get']['parameters']['query']>;

export function listTenants(query: TenantQuery, signal?: AbortSignal) {
  return unwrap(api.GET('/api/tenants', { params: { query }, signal }));
}

/** Refreshed every 10 s, every 2 s while a listed tenant is changing. */
export function tenantsOptions(query: TenantQuery) {
  return queryOptions({
    queryKey: [keys.tenants, 'list', query],
    queryFn: ({ signal }) => listTenants(query, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.items.some((tenant) => isMoving(tenant.status)) ? 2000 : 10_000,
  });
}
