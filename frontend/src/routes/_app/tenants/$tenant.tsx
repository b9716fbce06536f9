import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { ExternalLink } from 'lucide-react';
import { servicesOptions } from '@/features/control/api/list-services';
import { ControlButtons } from '@/features/control/components/control-buttons';
import { ServiceTable } from '@/features/control/components/service-table';
import { useDeployTenant } from '@/features/deployment/api/deploy-tenant';
import { deploymentsOptions } from '@/features/deployment/api/list-deployments';
import { DeployButton } from '@/features/deployment/components/deploy-button';
import { DeployRefusal } from '@/features/deployment/components/deploy-refusal';
import { DeploymentList } from '@/features/deployment/components/deployment-list';
import { isActive } from '@/features/deployment/model';
import { tenantOptions } from '@/features/tenant/api/get-tenant';
import { SlotPair } from '@/features/tenant/components/slot-pair';
import { HealthBadge, TenantStatusBadge } from '@/features/tenant/components/tenant-badges';
import { TenantChecks, TenantFacts } from '@/features/tenant/components/tenant-facts';
import { isMoving, isServing } from '@/features/tenant/model';
import { useIsAllowed } from '@/shared/session/use-session';
import { ButtonLink, SiteLink } from '@/shared/ui/button';
import { PageHeader } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';
import { Spinner } from '@/shared/ui/spinner';

const recent = (tenant: string) => deploymentsOptions({ tenant, page: 0, size: 5 });

export const Route = createFileRoute('/_app/tenants/$tenant')({
  loader: ({ context: { queryClient }, params: { tenant } }) =>
    Promise.all([
      queryClient.ensureQueryData(tenantOptions(tenant)),
      queryClient.ensureQueryData(servicesOptions(tenant)),
      queryClient.ensureQueryData(recent(tenant)),
    ]),
  component: TenantPage,
});

const route = getRouteApi('/_app/tenants/$tenant');

function TenantPage() {
  const { tenant: id } = route.useParams();
  const navigate = useNavigate();
  const { data: tenant } = useSuspenseQuery(tenantOptions(id));
  const { data: services } = useSuspenseQuery(servicesOptions(id));
  const { data: deployments } = useSuspenseQuery(recent(id));
  const deploy = useDeployTenant(id);
  const mayAct = useIsAllowed('operator');
  const running = deployments.items.find(isActive);

  const show = (deployment: string) =>
    void navigate({ to: '/deployments/$deployment', params: { deployment } });

  return (
    <div className="grid gap-5">
      <PageHeader
        title={tenant.name}
        trail={[
          <Link key="tenants" to="/tenants" className="hover:text-ink hover:underline">
            Tenants
          </Link>,
        ]}
        about={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <TenantStatusBadge status={tenant.status} />
            <HealthBadge health={tenant.health} />
          </span>
        }
        actions={
          <>
            {isServing(tenant) && (
              <SiteLink href={tenant.url}>
                Open site
                <ExternalLink aria-hidden />
              </SiteLink>
            )}
            {mayAct && (
              <>
                <ControlButtons tenant={id} name={tenant.name} status={tenant.status} onAccepted={show} />
                {running ? (
                  <ButtonLink
                    variant="primary"
                    to="/deployments/$deployment"
                    params={{ deployment: running.id }}
                  >
                    <Spinner />
                    Show deployment
                  </ButtonLink>
                ) : (
                  <DeployButton
                    isPending={deploy.isPending}
                    isBlocked={isMoving(tenant.status)}
                    label={tenant.latestDeployment ? 'Deploy again' : 'Deploy'}
                    onDeploy={() => deploy.mutate(undefined, { onSuccess: show })}
                  />
                )}
              </>
            )}
          </>
        }
      />
      {deploy.isError && <DeployRefusal error={deploy.error} />}
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid gap-5">
          <Panel title="Slots">
            <SlotPair tenant={tenant} />
          </Panel>
          <Panel title="Services" isFlush>
            {services.items.length > 0 ? (
              <ServiceTable services={services.items} />
            ) : (
              <p className="p-4 text-muted">No services yet. The first deployment starts them.</p>
            )}
          </Panel>
          <Panel title="Deployments" isFlush>
            {deployments.items.length > 0 ? (
              <DeploymentList deployments={deployments.items} />
            ) : (
              <p className="p-4 text-muted">Never deployed.</p>
            )}
            {deployments.total > deployments.items.length && (
              <p className="border-t border-line px-4 py-2.5 text-sm">
                <Link
                  to="/deployments"
                  search={{ tenant: tenant.slug }}
                  className="text-accent hover:underline"
                >
                  All {deployments.total} deployments
                </Link>
              </p>
            )}
          </Panel>
        </div>
        <div className="grid gap-5">
          <TenantFacts tenant={tenant} />
          <TenantChecks tenant={tenant} />
        </div>
      </div>
    </div>
  );
}
