import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { useAction } from '@/shared/api/use-action';

type RestoreRequest = { mode: 'in-place'; confirm: string };

/** @returns the run that restores, and the tenant that gets the data */
export function useRestore(backup: string) {
  return useAction({
    act: (body: RestoreRequest, key) =>
      unwrap(
        api.POST('/api/backups/{id}/restore', {
          params: { path: { id: backup }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    stale: [[keys.backups], [keys.tenants]],
    isToldInPlace: true,
  });
}

/** What was restored into a tenant, newest first. */
export function restoresOptions(tenant: string) {
  return queryOptions({
    queryKey: [keys.backups, 'restores', tenant],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/tenants/{id}/restores', { params: { path: { id: tenant } }, signal })),
  });
}

/** Puts back what a restore has replaced. @returns the run */
export function useUndoRestore(tenant: string) {
  return useAction({
    act: (run: string, key) =>
      unwrap(
        api.POST('/api/tenants/{id}/restores/{run}/undo', {
          params: { path: { id: tenant, run }, header: { 'Idempotency-Key': key } },
        }),
      ),
    stale: [[keys.backups], [keys.tenants]],
  });
}
