import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { servicesOptions } from '@/features/control/api/list-services';
import { ServiceTable } from '@/features/control/components/service-table';
import { useCredentialChoices } from '@/features/credential/use-credential-choices';
import { deploymentsOptions } from '@/features/deployment/api/list-deployments';
import { DeploymentTable } from '@/features/deployment/components/deployment-table';
import { commitOf } from '@/features/deployment/model';
import { tenantOptions } from '@/features/tenant/api/get-tenant';
import { SlotPair } from '@/features/tenant/components/slot-pair';
import { TenantEditDialog } from '@/features/tenant/components/tenant-edit-dialog';
import { TenantChecks, TenantFacts } from '@/features/tenant/components/tenant-facts';
import { TenantHosts } from '@/features/tenant/components/tenant-hosts';
import { TenantNotes } from '@/features/tenant/components/tenant-notes';
import { TrafficPanel } from '@/features/traffic/components/traffic-panel';
import { warm } from '@/shared/api/warm';
import { Loaded } from '@/shared/feedback/loaded';
import { useIsAllowed } from '@/shared/session/use-session';
import { Sheet } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';

const recent = (tenant: string) => deploymentsOptions({ tenant, page: 0, size: 5 });

export const Route = createFileRoute('/_app/tenants/$tenant/')({
  loader: ({ context: { queryClient }, params: { tenant }, cause }) =>
    warm(cause, () => [queryClient.prefetchQuery(servicesOptions(tenant))]),
  component: OverviewTab,
});

const route = getRouteApi('/_app/tenants/$tenant/');

function OverviewTab() {
  const { tenant: id } = route.useParams();
  const tenant = useQuery(tenantOptions(id));
  const services = useQuery(servicesOptions(id));
  const deployments = useQuery(recent(id));
  const mayChange = useIsAllowed('operator');
  const [isEditing, setIsEditing] = useState(false);
  const credentials = useCredentialChoices(tenant.data?.source?.location ?? '', isEditing);
  const navigate = useNavigate();

  /** The commit of a release and its message, if one of the latest deployments made it. */
  function commitOfRelease(release: string) {
    const made = (deployments.data?.items ?? []).filter((deployment) => deployment.release?.id === release);
    const found = made.find((deployment) => deployment.release?.message) ?? made[0];
    return (
      found && {
        commit: [found.release?.ref, commitOf(found)].filter(Boolean).join(' '),
        message: found.release?.message ?? found.reason ?? '',
      }
    );
  }

  return (
    <Loaded query={tenant}>
      {(data) => (
        <Sheet>
          <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
            <div className="grid min-w-0 gap-4">
              <Panel title="Slots">
                <SlotPair tenant={data} commitOf={commitOfRelease} />
              </Panel>
              <Panel title="Services" isFlush>
                <Loaded query={services} rows={2}>
                  {({ items }) =>
                    items.length > 0 ? (
                      <ServiceTable services={items} />
                    ) : (
                      <p className="p-4 text-muted">No services yet. The first deployment starts them.</p>
                    )
                  }
                </Loaded>
              </Panel>
              <TrafficPanel key={id} tenant={id} />
            </div>
            <div className="grid min-w-0 gap-4">
              <TenantFacts tenant={data} onEdit={mayChange ? () => setIsEditing(true) : undefined} />
              <TenantHosts tenant={data} />
              <TenantNotes tenant={data} />
              <TenantChecks tenant={data} />
            </div>
          </div>
          <Panel title="Deployments" isFlush>
            <Loaded query={deployments} rows={3}>
              {({ items, total }) => (
                <>
                  {items.length > 0 ? (
                    <DeploymentTable deployments={items} />
                  ) : (
                    <p className="p-4 text-muted">Never deployed.</p>
                  )}
                  {total > items.length && (
                    <p className="px-4 py-2 text-sm lg:px-6">
                      <Link
                        to="/tenants/$tenant/deployments"
                        params={{ tenant: id }}
                        className="text-accent hover:underline"
                      >
                        All {total} deployments
                      </Link>
                    </p>
                  )}
                </>
              )}
            </Loaded>
          </Panel>
          <TenantEditDialog
            tenant={id}
            isOpen={isEditing}
            credentials={credentials}
            onClose={() => setIsEditing(false)}
            onAccepted={(deployment) =>
              void navigate({ to: '/deployments/$deployment', params: { deployment } })
            }
          />
        </Sheet>
      )}
    </Loaded>
  );
}
