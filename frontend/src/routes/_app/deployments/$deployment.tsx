import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useCancelDeployment } from '@/features/deployment/api/cancel-deployment';
import { useDeployTenant } from '@/features/deployment/api/deploy-tenant';
import { deploymentOptions } from '@/features/deployment/api/get-deployment';
import { DeployButton } from '@/features/deployment/components/deploy-button';
import { DeployRefusal } from '@/features/deployment/components/deploy-refusal';
import { DeploymentBadge } from '@/features/deployment/components/deployment-badge';
import { DeploymentView } from '@/features/deployment/components/deployment-view';
import { deploymentKinds, isActive } from '@/features/deployment/model';
import { tenantOptions } from '@/features/tenant/api/get-tenant';
import { isMoving, isServing } from '@/features/tenant/model';
import { keys } from '@/shared/api/keys';
import { useIsAllowed } from '@/shared/session/use-session';
import { Button } from '@/shared/ui/button';
import { PageHeader } from '@/shared/ui/page';
import { TimeAgo } from '@/shared/ui/time-ago';

export const Route = createFileRoute('/_app/deployments/$deployment')({
  loader: ({ context, params }) => context.queryClient.ensureQueryData(deploymentOptions(params.deployment)),
  component: DeploymentPage,
});

const route = getRouteApi('/_app/deployments/$deployment');

function DeploymentPage() {
  const { deployment: id } = route.useParams();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const mayAct = useIsAllowed('operator');
  const { data: deployment } = useSuspenseQuery(deploymentOptions(id));
  // After a delete the tenant no longer exists, but its deployment can still be read.
  const { data: tenant } = useQuery({ ...tenantOptions(deployment.tenantId), throwOnError: false });
  const cancel = useCancelDeployment(id);
  const deploy = useDeployTenant(deployment.tenantId);

  const canDeployAgain =
    mayAct && tenant && deployment.status !== 'succeeded' && deployment.kind === 'deploy';
  return (
    <div className="grid gap-5">
      <PageHeader
        title={
          tenant ? `${deploymentKinds[deployment.kind]} of ${tenant.name}` : deploymentKinds[deployment.kind]
        }
        trail={[
          <Link key="tenants" to="/tenants" className="hover:text-ink hover:underline">
            Tenants
          </Link>,
          tenant && (
            <Link
              key="tenant"
              to="/tenants/$tenant"
              params={{ tenant: tenant.slug }}
              className="hover:text-ink hover:underline"
            >
              {tenant.name}
            </Link>
          ),
        ].filter(Boolean)}
        about={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <DeploymentBadge status={deployment.status} />
            {deployment.release?.commit && (
              <span className="font-mono text-sm">
                {[deployment.release.ref, deployment.release.commit.slice(0, 8)].filter(Boolean).join(' ')}
              </span>
            )}
            <span>
              by {deployment.actor}, <TimeAgo at={deployment.queuedAt} />
            </span>
            {deployment.reason && <span>{deployment.reason}</span>}
          </span>
        }
        actions={
          mayAct &&
          isActive(deployment) && (
            <Button isPending={cancel.isPending} disabled={cancel.isSuccess} onClick={() => cancel.mutate()}>
              {cancel.isSuccess ? 'Cancelling' : 'Cancel'}
            </Button>
          )
        }
      />
      {deploy.isError && <DeployRefusal error={deploy.error} />}
      <DeploymentView
        key={id}
        deployment={deployment}
        siteUrl={tenant && isServing(tenant) ? tenant.url : undefined}
        onEnd={() => void queryClient.invalidateQueries({ queryKey: [keys.tenants] })}
        remedy={
          canDeployAgain && (
            <DeployButton
              isPending={deploy.isPending}
              isBlocked={isMoving(tenant.status)}
              label="Deploy again"
              onDeploy={() =>
                deploy.mutate(undefined, {
                  onSuccess: (next) =>
                    void navigate({ to: '/deployments/$deployment', params: { deployment: next } }),
                })
              }
            />
          )
        }
      />
    </div>
  );
}
