import { deploymentIdOf } from '@/shared/api/accepted';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { useAction } from '@/shared/api/use-action';

export type DeployRequest = { ref?: string; reason?: string };

const stale = [[keys.tenants], [keys.deployments]];

/** @returns the id of the deployment */
export function deployTenant(tenant: string, body: DeployRequest, key: string): Promise<string> {
  return deploymentIdOf(
    unwrap(
      api.POST('/api/tenants/{id}/deploy', {
        params: { path: { id: tenant }, header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
  );
}

/** @param tenant UUID or slug. Errors are shown beside the button, with their remedy. */
export function useDeployTenant(tenant: string) {
  return useAction({
    act: (body: DeployRequest, key) => deployTenant(tenant, body, key),
    stale,
    isToldInPlace: true,
  });
}

/** Goes back to the release of an earlier deployment. */
export function useRollback(tenant: string) {
  return useAction({
    act: (deploymentId: string, key) =>
      deploymentIdOf(
        unwrap(
          api.POST('/api/tenants/{id}/rollback', {
            params: { path: { id: tenant }, header: { 'Idempotency-Key': key } },
            body: { deploymentId },
          }),
        ),
      ),
    stale,
    isToldInPlace: true,
  });
}
