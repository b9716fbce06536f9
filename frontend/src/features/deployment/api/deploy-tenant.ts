import { useMutation, useQueryClient } from '@tanstack/react-query';
import { deploymentIdOf } from '@/shared/api/accepted';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';

export function deployTenant(tenant: string) {
  return deploymentIdOf(
    unwrap(api.POST('/api/tenants/{id}/deploy', { params: { path: { id: tenant } }, body: {} })),
  );
}

/** @param tenant UUID or slug. Errors are shown beside the button, with their remedy. */
export function useDeployTenant(tenant: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => deployTenant(tenant),
    meta: { isToldInPlace: true },
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: [keys.tenants] }),
        queryClient.invalidateQueries({ queryKey: [keys.deployments] }),
      ]),
  });
}
