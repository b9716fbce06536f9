import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { useAction } from '@/shared/api/use-action';
import type { NewTenant } from '../model';

export function createTenant(body: NewTenant, key: string) {
  return unwrap(api.POST('/api/tenants', { params: { header: { 'Idempotency-Key': key } }, body }));
}

/** Its errors belong to fields, so the form shows them. */
export function useCreateTenant() {
  return useAction({ act: createTenant, stale: [[keys.tenants]], isToldInPlace: true });
}
