import { useQuery } from '@tanstack/react-query';
import { tenantOptions } from '../api/get-tenant';

/** Resolves a tenant's name from its id. A deleted tenant is shown by its id. */
export function TenantName({ id }: { id: string }) {
  const { data } = useQuery({
    ...tenantOptions(id),
    staleTime: 60_000,
    throwOnError: false,
  });
  return <>{data?.name ?? id.slice(0, 8)}</>;
}
