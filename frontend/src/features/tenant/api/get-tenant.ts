import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';

export function getTenant(id: string, signal?: AbortSignal) {
  return unwrap(api.GET('/api/tenants/{id}', { params: { path: { id } }, signal }));
}

/** @param id UUID or slug */
export function tenantOptions(id: string) {
  return queryOptions({
    queryKey: [keys.tenants, 'one', id],
    queryFn: ({ signal }) => getTenant(id, signal),
  });
}
