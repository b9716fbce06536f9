import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi } from '@tanstack/react-router';
import { servicesOptions } from '@/features/control/api/list-services';
import { ServiceTable } from '@/features/control/components/service-table';
import { warm } from '@/shared/api/warm';
import { Loaded } from '@/shared/feedback/loaded';
import { NothingYet } from '@/shared/feedback/nothing-yet';

export const Route = createFileRoute('/_app/tenants/$tenant/services')({
  loader: ({ context: { queryClient }, params: { tenant }, cause }) =>
    warm(cause, () => [queryClient.prefetchQuery(servicesOptions(tenant))]),
  component: ServicesTab,
});

const route = getRouteApi('/_app/tenants/$tenant/services');

function ServicesTab() {
  const services = useQuery(servicesOptions(route.useParams().tenant));
  return (
    <Loaded query={services}>
      {({ items }) =>
        items.length > 0 ? (
          <ServiceTable services={items} />
        ) : (
          <NothingYet title="No services yet">The first deployment starts them.</NothingYet>
        )
      }
    </Loaded>
  );
}
