import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi } from '@tanstack/react-router';
import { servicesOptions } from '@/features/control/api/list-services';
import { ServiceChoice, toSlot } from '@/features/log/components/service-choice';
import { ServiceLog } from '@/features/log/components/service-log';
import { warm } from '@/shared/api/warm';
import { Loaded } from '@/shared/feedback/loaded';
import { NothingYet } from '@/shared/feedback/nothing-yet';
import { fromView, type LogSearch, toLogSearch, toView } from '@/shared/log/log-search';

type Search = LogSearch & { service?: string; slot?: 'a' | 'b' };

export const Route = createFileRoute('/_app/tenants/$tenant/logs')({
  validateSearch: ({ service, slot, ...values }: Record<string, unknown>): Search => ({
    ...toLogSearch(values),
    service: service === undefined || service === '' ? undefined : String(service),
    slot: toSlot(slot),
  }),
  loader: ({ context: { queryClient }, params: { tenant }, cause }) =>
    warm(cause, () => [queryClient.prefetchQuery(servicesOptions(tenant))]),
  component: LogsTab,
});

const route = getRouteApi('/_app/tenants/$tenant/logs');

function LogsTab() {
  const { tenant } = route.useParams();
  const { service, slot, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const services = useQuery(servicesOptions(tenant));
  const choice = { service, slot };

  return (
    <Loaded query={services}>
      {({ items }) =>
        items.length === 0 ? (
          <NothingYet title="No logs yet">Services print here from the first deployment on.</NothingYet>
        ) : (
          <>
            <ServiceChoice
              services={items}
              choice={choice}
              onChoice={(next) =>
                void navigate({ search: (before) => ({ ...before, ...next }), replace: true })
              }
            />
            <ServiceLog
              key={`${tenant} ${service} ${slot}`}
              tenant={tenant}
              choice={choice}
              view={toView(search)}
              onView={(view) =>
                void navigate({ search: (before) => ({ ...before, ...fromView(view) }), replace: true })
              }
            />
          </>
        )
      }
    </Loaded>
  );
}
