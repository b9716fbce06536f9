import { queryOptions } from '@tanstack/react-query';
import { api, unwrap, unwrapVersioned } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { useAction } from '@/shared/api/use-action';
import type { TenantChange } from '../model';

/** A tenant with its version, as a form begins with it. */
export function tenantVersionOptions(id: string) {
  return queryOptions({
    queryKey: [keys.tenants, 'version', id],
    queryFn: ({ signal }) =>
      unwrapVersioned(api.GET('/api/tenants/{id}', { params: { path: { id } }, signal })),
    staleTime: 0,
    gcTime: 0,
  });
}

type Save = { change: TenantChange; etag: string | undefined };

/** Replaces what users set. Resolves to the run that changes host names, if there is one. */
export function useChangeTenant(id: string) {
  return useAction({
    act: async ({ change, etag }: Save, key): Promise<string | undefined> => {
      const answer = await unwrap(
        api.PUT('/api/tenants/{id}', {
          params: { path: { id }, header: { 'If-Match': etag, 'Idempotency-Key': key } },
          body: change,
        }),
      );
      return 'deploymentId' in answer ? answer.deploymentId : undefined;
    },
    stale: [[keys.tenants], [keys.deployments]],
    isToldInPlace: true,
  });
}
