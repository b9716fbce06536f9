import { api, unwrap } from '@/shared/api/client';
import { useAction } from '@/shared/api/use-action';
import { deploymentOptions } from './get-deployment';

/** Requests cancellation and rollback; the run has ended once its status is final. */
export function useCancelDeployment(id: string) {
  return useAction({
    act: (_: undefined, key) =>
      unwrap(
        api.POST('/api/deployments/{id}/cancel', {
          params: { path: { id }, header: { 'Idempotency-Key': key } },
        }),
      ),
    stale: [deploymentOptions(id).queryKey],
  });
}
