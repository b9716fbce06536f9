import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { NewTenant } from '../model';

export function createTenant(body: NewTenant) {
  return unwrap(api.POST('/api/tenants', { body }));
}

/** Its errors belong to fields, so the form shows them. */
export function useCreateTenant() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: createTenant,
    meta: { isToldInPlace: true },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: [keys.tenants] }),
  });
}
