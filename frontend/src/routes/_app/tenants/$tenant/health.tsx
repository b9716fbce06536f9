import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi } from '@tanstack/react-router';
import { healthOptions } from '@/features/health/api/health';
import { IncidentList } from '@/features/health/components/incident-list';
import { TenantHealth } from '@/features/health/components/tenant-health';
import { warm } from '@/shared/api/warm';
import { Loaded } from '@/shared/feedback/loaded';
import { NothingYet } from '@/shared/feedback/nothing-yet';

export const Route = createFileRoute('/_app/tenants/$tenant/health')({
  loader: ({ context: { queryClient }, params: { tenant }, cause }) =>
    warm(cause, () => [queryClient.prefetchQuery(healthOptions(tenant))]),
  component: HealthTab,
});

const route = getRouteApi('/_app/tenants/$tenant/health');

function HealthTab() {
  const { tenant } = route.useParams();
  const health = useQuery(healthOptions(tenant));
  return (
    <Loaded query={health}>
      {(found) =>
        found.checks.length > 0 ? (
          <TenantHealth key={tenant} tenant={tenant} health={found} />
        ) : (
          <>
            <NothingYet title="Not checked">
              Only tenants that serve are checked. The first results follow within seconds of a deployment.
            </NothingYet>
            <div className="p-4 lg:px-6">
              <IncidentList key={tenant} tenant={tenant} />
            </div>
          </>
        )
      }
    </Loaded>
  );
}
