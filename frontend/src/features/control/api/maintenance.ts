import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { components } from '@/shared/api/schema.gen';
import { useAction } from '@/shared/api/use-action';

export type MaintenanceRequest = components['schemas']['MaintenanceRequest'];

const stale = [[keys.tenants]];

/** Visitors get the page within a second; a repeated request changes message and end. */
export function useBeginMaintenance(tenant: string) {
  return useAction({
    act: (body: MaintenanceRequest, key) =>
      unwrap(
        api.PUT('/api/tenants/{id}/maintenance', {
          params: { path: { id: tenant }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    stale,
    isToldInPlace: true,
  });
}

export function useEndMaintenance(tenant: string) {
  return useAction({
    act: (_: undefined, key) =>
      unwrap(
        api.DELETE('/api/tenants/{id}/maintenance', {
          params: { path: { id: tenant }, header: { 'Idempotency-Key': key } },
        }),
      ),
    stale,
    isToldInPlace: true,
  });
}
