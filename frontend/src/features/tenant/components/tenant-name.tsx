import { useQuery } from '@tanstack/react-query';
import { tenantOptions } from '../api/get-tenant';

/** A tenant's name where only its id is known. A tenant that is gone keeps its id. */
export function TenantName({ id }: { id: string }) {
  const { data } = useQuery({
    ...tenantOptions(id),
    staleTime: 60_000,
    throwOnError: false,
  });
  return <>{data?.name ?? id.slice(0, 8)}</>;
}
