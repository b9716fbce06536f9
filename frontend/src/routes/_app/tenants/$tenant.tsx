import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi, Link, Outlet } from '@tanstack/react-router';
import { TenantHeaderActions } from '@/app/tenant/tenant-header';
import { useTenantActions } from '@/app/tenant/use-tenant-actions';
import { deploymentsOptions } from '@/features/deployment/api/list-deployments';
import { DeployRefusal } from '@/features/deployment/components/deploy-refusal';
import { commitOf, isActive } from '@/features/deployment/model';
import { tenantOptions } from '@/features/tenant/api/get-tenant';
import { SlotMark } from '@/features/tenant/components/slot-mark';
import { HealthBadge, MaintenanceBadge, TenantStatusBadge } from '@/features/tenant/components/tenant-badges';
import { isInMaintenance, isServing } from '@/features/tenant/model';
import { warm } from '@/shared/api/warm';
import { Page } from '@/shared/ui/page';
import { Tabs } from '@/shared/ui/tabs';
import { TimeAgo } from '@/shared/ui/time-ago';

const recent = (tenant: string) => deploymentsOptions({ tenant, page: 0, size: 5 });

export const Route = createFileRoute('/_app/tenants/$tenant')({
  loader: ({ context: { queryClient }, params: { tenant }, cause }) =>
    warm(cause, () => [
      queryClient.prefetchQuery(tenantOptions(tenant)),
      queryClient.prefetchQuery(recent(tenant)),
    ]),
  component: TenantPage,
});

const route = getRouteApi('/_app/tenants/$tenant');

function TenantPage() {
  const { tenant: id } = route.useParams();
  const { data: tenant } = useQuery(tenantOptions(id));
  const { data: deployments } = useQuery(recent(id));
  const actions = useTenantActions(id);
  const running = deployments?.items.find(isActive);
  const latest = tenant?.latestDeployment;
  const link = { params: { tenant: id } };

  return (
    <Page
      title={tenant?.name ?? id}
      width="wide"
      trail={<Link to="/tenants">Tenants</Link>}
      about={
        tenant && (
          <>
            <SlotMark tenant={tenant} />
            <TenantStatusBadge status={tenant.status} />
            {isInMaintenance(tenant) && <MaintenanceBadge until={tenant.maintenance?.until} />}
            {tenant.health !== 'unknown' && <HealthBadge health={tenant.health} />}
          </>
        )
      }
      actions={tenant && <TenantHeaderActions tenant={tenant} running={running?.id} actions={actions} />}
      below={
        <>
          <Tabs
            label="Tenant"
            tabs={[
              { label: 'Overview', link: { to: '/tenants/$tenant', ...link } },
              { label: 'Health', link: { to: '/tenants/$tenant/health', ...link } },
              { label: 'Configuration', link: { to: '/tenants/$tenant/configuration', ...link } },
              { label: 'Theme', link: { to: '/tenants/$tenant/theme', ...link }, hasPages: true },
              { label: 'Backups', link: { to: '/tenants/$tenant/backups', ...link } },
              { label: 'Deployments', link: { to: '/tenants/$tenant/deployments', ...link } },
              { label: 'Source', link: { to: '/tenants/$tenant/source', ...link } },
              { label: 'Services', link: { to: '/tenants/$tenant/services', ...link } },
              { label: 'Certificate', link: { to: '/tenants/$tenant/certificate', ...link } },
              { label: 'Logs', link: { to: '/tenants/$tenant/logs', ...link } },
              { label: 'Errors', link: { to: '/tenants/$tenant/errors', ...link } },
              { label: 'Commands', link: { to: '/tenants/$tenant/commands', ...link } },
              { label: 'Remote', link: { to: '/tenants/$tenant/remote', ...link } },
              { label: 'Audit', link: { to: '/tenants/$tenant/audit', ...link } },
            ]}
          />
          {tenant && (
            <p className="flex min-w-0 items-baseline gap-3 text-sm text-muted max-2xl:hidden">
              <span className="truncate">
                {isServing(tenant) ? (
                  <a
                    href={tenant.url}
                    target="_blank"
                    rel="noreferrer"
                    className="text-accent hover:underline"
                  >
                    {tenant.url}
                    <span className="sr-only"> (opens in a new tab)</span>
                  </a>
                ) : (
                  tenant.url
                )}
              </span>
              {latest?.release && (
                <span className="shrink-0">
                  <span className="max-2xl:hidden">{latest.release.ref && `${latest.release.ref} `}</span>
                  <span className="font-mono text-xs text-ink">{commitOf(latest)}</span>
                  {latest.finishedAt && (
                    <>
                      , <TimeAgo at={latest.finishedAt} />
                    </>
                  )}
                </span>
              )}
            </p>
          )}
        </>
      }
    >
      {actions.refusal && (
        <div className="px-4 pt-4 lg:px-6">
          <DeployRefusal error={actions.refusal} onOver={actions.forgetRefusal} />
        </div>
      )}
      <Outlet />
    </Page>
  );
}
