import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { deploymentOptions } from './get-deployment';

export function cancelDeployment(id: string) {
  return unwrap(api.POST('/api/deployments/{id}/cancel', { params: { path: { id } } }));
}

/** Requests cancellation and rollback; the run has ended once its status is final. */
export function useCancelDeployment(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => cancelDeployment(id),
    onSettled: () => queryClient.invalidateQueries({ queryKey: deploymentOptions(id).queryKey }),
  });
}
