import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi } from '@tanstack/react-router';
import { servicesOptions } from '@/features/control/api/list-services';
import { errorsOptions } from '@/features/log/api/service-logs';
import { TenantErrors } from '@/features/log/components/tenant-errors';
import { warm } from '@/shared/api/warm';
import { Loaded } from '@/shared/feedback/loaded';
import { NothingYet } from '@/shared/feedback/nothing-yet';

export const Route = createFileRoute('/_app/tenants/$tenant/errors')({
  loader: ({ context: { queryClient }, params: { tenant }, cause }) =>
    warm(cause, () => [
      queryClient.prefetchQuery(servicesOptions(tenant)),
      queryClient.prefetchQuery(errorsOptions(tenant)),
    ]),
  component: ErrorsTab,
});

const route = getRouteApi('/_app/tenants/$tenant/errors');

function ErrorsTab() {
  const { tenant } = route.useParams();
  const services = useQuery(servicesOptions(tenant));
  return (
    <Loaded query={services}>
      {({ items }) =>
        items.length === 0 ? (
          <NothingYet title="No errors">Nothing runs before the first deployment.</NothingYet>
        ) : (
          <TenantErrors key={tenant} tenant={tenant} />
        )
      }
    </Loaded>
  );
}
