import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';

export function listServices(tenant: string, signal?: AbortSignal) {
  return unwrap(api.GET('/api/tenants/{id}/services', { params: { path: { id: tenant } }, signal }));
}

/** @param tenant UUID or slug */
export function servicesOptions(tenant: string) {
  return queryOptions({
    queryKey: [keys.tenants, 'services', tenant],
    queryFn: ({ signal }) => listServices(tenant, signal),
  });
}
