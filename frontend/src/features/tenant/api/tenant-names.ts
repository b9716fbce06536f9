import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { ProblemError } from '@/shared/api/problem';
import { listTenants } from './list-tenants';

export type TenantLabel = { name: string; slug: string; isDeleted: boolean };

/** The newest tenants, in one request: enough names for most installations. */
const newest = queryOptions({
  queryKey: [keys.tenants, 'names'],
  queryFn: ({ signal }) => listTenants({ size: 200, sort: '-createdAt' }, signal),
  staleTime: 60_000,
});

/** The name of one tenant. The audit log still knows those that were deleted. */
function labelOptions(id: string) {
  return queryOptions({
    queryKey: [keys.tenants, 'label', id],
    queryFn: async ({ signal }): Promise<TenantLabel> => {
      try {
        const { name, slug } = await unwrap(
          api.GET('/api/tenants/{id}', { params: { path: { id } }, signal }),
        );
        return { name, slug, isDeleted: false };
      } catch (error) {
        if (!(error instanceof ProblemError) || error.status !== 404) throw error;
        const { items } = await unwrap(
          api.GET('/api/audit', {
            params: { query: { tenant: id, action: 'tenant.create', size: 1 } },
            signal,
          }),
        );
        const slug = items[0]?.subject ?? id.slice(0, 8);
        const name = items[0]?.after.name;
        return { name: typeof name === 'string' ? name : slug, slug, isDeleted: true };
      }
    },
    staleTime: 60_000,
  });
}

/** The names of tenants by id; those that are not known yet are missing. */
export function useTenantNames(ids: readonly string[]): ReadonlyMap<string, TenantLabel> {
  const { data } = useQuery({ ...newest, throwOnError: false, enabled: ids.length > 0 });
  const names = new Map<string, TenantLabel>();
  for (const { id, name, slug } of data?.items ?? []) names.set(id, { name, slug, isDeleted: false });
  const others = data ? [...new Set(ids)].filter((id) => !names.has(id)) : [];
  const found = useQueries({
    queries: others.map((id) => ({ ...labelOptions(id), throwOnError: false })),
  });
  others.forEach((id, index) => {
    const label = found[index]?.data;
    if (label) names.set(id, label);
  });
  return names;
}

/** @param id undefined as long as the tenant is not known */
export function useTenantLabel(id: string | undefined): TenantLabel | undefined {
  const { data } = useQuery({ ...labelOptions(id ?? ''), throwOnError: false, enabled: id !== undefined });
  return data;
}
