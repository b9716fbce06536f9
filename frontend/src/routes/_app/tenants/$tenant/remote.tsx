import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi } from '@tanstack/react-router';
import { remoteOptions } from '@/features/remote/api/remote';
import { ManifestHint } from '@/features/remote/components/manifest-hint';
import { RemoteOverview } from '@/features/remote/components/remote-overview';
import { offersNothing } from '@/features/remote/model';
import { warm } from '@/shared/api/warm';
import { Loaded } from '@/shared/feedback/loaded';
import { NothingYet } from '@/shared/feedback/nothing-yet';

export const Route = createFileRoute('/_app/tenants/$tenant/remote')({
  loader: ({ context: { queryClient }, params: { tenant }, cause }) =>
    warm(cause, () => [queryClient.prefetchQuery(remoteOptions(tenant))]),
  component: RemoteTab,
});

const route = getRouteApi('/_app/tenants/$tenant/remote');

function RemoteTab() {
  const { tenant } = route.useParams();
  const remote = useQuery(remoteOptions(tenant));
  return (
    <Loaded query={remote}>
      {(found) => {
        if (!found.deployed)
          return (
            <NothingYet title="Not deployed yet">
              What the application offers its operator appears with its first deployment.
            </NothingYet>
          );
        return offersNothing(found) ? (
          <ManifestHint />
        ) : (
          <RemoteOverview key={tenant} tenant={tenant} remote={found} />
        );
      }}
    </Loaded>
  );
}
