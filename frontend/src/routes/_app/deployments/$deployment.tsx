import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createFileRoute, getRouteApi, Link } from '@tanstack/react-router';
import { RunFrame } from '@/app/run/run-frame';
import { useTenantActions } from '@/app/tenant/use-tenant-actions';
import { useCancelDeployment } from '@/features/deployment/api/cancel-deployment';
import { deploymentOptions } from '@/features/deployment/api/get-deployment';
import { DeployButton } from '@/features/deployment/components/deploy-button';
import { DeployRefusal } from '@/features/deployment/components/deploy-refusal';
import { DeploymentView } from '@/features/deployment/components/deployment-view';
import { commitOf, deploymentKinds } from '@/features/deployment/model';
import { tenantOptions } from '@/features/tenant/api/get-tenant';
import { useTenantLabel } from '@/features/tenant/api/tenant-names';
import { isMoving, isServing } from '@/features/tenant/model';
import { keys } from '@/shared/api/keys';
import { warm } from '@/shared/api/warm';
import { Loaded } from '@/shared/feedback/loaded';
import { fromView, toLogSearch, toView } from '@/shared/log/log-search';
import { useIsAllowed } from '@/shared/session/use-session';

export const Route = createFileRoute('/_app/deployments/$deployment')({
  validateSearch: toLogSearch,
  loader: ({ context: { queryClient }, params, cause }) =>
    warm(cause, () => [queryClient.prefetchQuery(deploymentOptions(params.deployment))]),
  component: DeploymentPage,
});

const route = getRouteApi('/_app/deployments/$deployment');

function DeploymentPage() {
  const { deployment: id } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const queryClient = useQueryClient();
  const mayAct = useIsAllowed('operator');
  const query = useQuery(deploymentOptions(id));
  const deployment = query.data;
  const tenantId = deployment?.tenantId;
  // After a deletion the tenant is gone, but its name and its deployments can still be read.
  const label = useTenantLabel(tenantId);
  const { data: tenant } = useQuery({
    ...tenantOptions(tenantId ?? ''),
    enabled: tenantId !== undefined && label?.isDeleted === false,
    throwOnError: false,
  });
  const cancel = useCancelDeployment(id);
  const actions = useTenantActions(tenant?.slug ?? '');

  return (
    <RunFrame
      run={deployment}
      kind={deployment && deploymentKinds[deployment.kind]}
      name="Deployment"
      label={label}
      cancel={cancel}
      trail={
        label && !label.isDeleted ? (
          <Link to="/tenants/$tenant" params={{ tenant: label.slug }}>
            {label.name}
          </Link>
        ) : (
          <Link to="/deployments">Deployments</Link>
        )
      }
      about={
        deployment && (
          <>
            <span>
              {deployment.release?.ref}{' '}
              <span className="font-mono text-xs text-ink">{commitOf(deployment)}</span>
            </span>
            {deployment.release?.message && (
              <span className="max-w-60 truncate" title={deployment.release.message}>
                {deployment.release.message}
              </span>
            )}
          </>
        )
      }
    >
      {actions.refusal && (
        <div className="p-4">
          <DeployRefusal error={actions.refusal} onOver={actions.forgetRefusal} />
        </div>
      )}
      <Loaded query={query}>
        {(shown) => (
          <DeploymentView
            key={id}
            deployment={shown}
            view={toView(search)}
            onView={(view) => void navigate({ search: fromView(view), replace: true })}
            siteUrl={tenant && isServing(tenant) ? tenant.url : undefined}
            onEnd={() => void queryClient.invalidateQueries({ queryKey: [keys.tenants] })}
            remedy={
              mayAct &&
              tenant &&
              shown.kind === 'deploy' && (
                <DeployButton
                  tenant={tenant.slug}
                  name={tenant.name}
                  isPending={actions.isDeploying}
                  isBlocked={isMoving(tenant.status)}
                  label="Deploy again"
                  onDeploy={actions.deploy}
                  onRollback={actions.rollback}
                />
              )
            }
          />
        )}
      </Loaded>
    </RunFrame>
  );
}
