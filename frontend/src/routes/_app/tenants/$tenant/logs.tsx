import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi } from '@tanstack/react-router';
import { servicesOptions } from '@/features/control/api/list-services';
import { ServiceChoice, toSlot } from '@/features/log/components/service-choice';
import { ServiceLog } from '@/features/log/components/service-log';
import { warm } from '@/shared/api/warm';
import { Loaded } from '@/shared/feedback/loaded';
import { NothingYet } from '@/shared/feedback/nothing-yet';
import type { LineName } from '@/shared/log/log-buffer';
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

  return (
    <Loaded query={services}>
      {({ items }) => {
        if (items.length === 0)
          return (
            <NothingYet title="No logs yet">Services print here from the first deployment on.</NothingYet>
          );
        const choice = { service, slot: slot ?? slotBesideLive(search.line, items) };
        return (
          <>
            <ServiceChoice
              services={items}
              choice={choice}
              onChoice={(next) =>
                void navigate({
                  search: (before) => ({ ...before, line: undefined, ...next }),
                  replace: true,
                })
              }
            />
            <ServiceLog
              key={`${tenant} ${choice.service} ${choice.slot}`}
              tenant={tenant}
              choice={choice}
              view={toView(search)}
              onView={(view) =>
                void navigate({ search: (before) => ({ ...before, ...fromView(view) }), replace: true })
              }
            />
          </>
        );
      }}
    </Loaded>
  );
}

/** The slot of a line that an address names, if it is not the live one: it was live when the link was made. */
function slotBesideLive(line: LineName | undefined, services: readonly { slot: string; live: boolean }[]) {
  const slot = typeof line === 'string' ? toSlot(line[0]) : undefined;
  return services.some((service) => service.live && service.slot === slot) ? undefined : slot;
}
