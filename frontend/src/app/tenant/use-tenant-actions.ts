import { useNavigate } from '@tanstack/react-router';
import { useControlTenant } from '@/features/control/api/control-tenant';
import type { ControlVerb } from '@/features/control/model';
import { type DeployRequest, useDeployTenant, useRollback } from '@/features/deployment/api/deploy-tenant';
import { type Deletion, useDeleteTenant } from '@/features/tenant/api/delete-tenant';
import type { ProblemError } from '@/shared/api/problem';

/**
 * What can be done with one tenant. A deployment that begins is shown.
 *
 * @param onRefused for a caller that has no place for `refusal`
 */
export function useTenantActions(tenant: string, onRefused?: (problem: ProblemError) => void) {
  const navigate = useNavigate();
  const deploy = useDeployTenant(tenant);
  const rollback = useRollback(tenant);
  const deletion = useDeleteTenant(tenant);
  const control = useControlTenant(tenant);
  const follow = (deployment: string) =>
    void navigate({ to: '/deployments/$deployment', params: { deployment } });

  return {
    deploy: (request: DeployRequest) => {
      rollback.reset();
      deploy.run(request, { onSuccess: follow, onError: onRefused });
    },
    rollback: (deploymentId: string) => {
      deploy.reset();
      rollback.run(deploymentId, { onSuccess: follow });
    },
    remove: (wanted: Deletion) => deletion.run(wanted, { onSuccess: follow }),
    control: (verb: ControlVerb) => control.run(verb, { onSuccess: follow }),
    follow,
    isDeploying: deploy.isPending || rollback.isPending,
    isRemoving: deletion.isPending,
    /** Why the last deployment or rollback was refused. */
    refusal: deploy.error ?? rollback.error,
    forgetRefusal() {
      deploy.reset();
      rollback.reset();
    },
  };
}
