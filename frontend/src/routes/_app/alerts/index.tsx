import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi } from '@tanstack/react-router';
import { AlertTabs } from '@/app/shell/page-tabs';
import { alertsOptions } from '@/features/alert/api/alerts';
import { AlertTable } from '@/features/alert/components/alert-table';
import { warm } from '@/shared/api/warm';
import { NothingYet } from '@/shared/feedback/nothing-yet';
import { toPage } from '@/shared/search-page';
import { useIsAllowed } from '@/shared/session/use-session';
import { SelectField } from '@/shared/ui/field';
import { Page } from '@/shared/ui/page';
import { Pagination } from '@/shared/ui/pagination';

type Search = { state?: 'past'; page?: number };

export const Route = createFileRoute('/_app/alerts/')({
  validateSearch: ({ state, page }: Record<string, unknown>): Search => ({
    state: state === 'past' ? 'past' : undefined,
    page: toPage(page),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps: { state, page = 0 }, cause }) =>
    warm(cause, () => [queryClient.prefetchQuery(alertsOptions({ state: state ?? 'open', page }))]),
  component: AlertsPage,
});

const route = getRouteApi('/_app/alerts/');

const states = [
  { value: 'open', label: 'Open' },
  { value: 'past', label: 'Past' },
];

function AlertsPage() {
  const { state = 'open', page = 0 } = route.useSearch();
  const navigate = route.useNavigate();
  const mayAct = useIsAllowed('operator');
  const { data, isPlaceholderData } = useQuery(alertsOptions({ state, page }));
  return (
    <Page
      title="Alerts"
      width="wide"
      about={<span className="tabular-nums">{data?.total || ''}</span>}
      filters={
        <SelectField
          label="Which alerts"
          options={states}
          value={state}
          onChange={(event) =>
            void navigate({ search: { state: event.target.value === 'past' ? 'past' : undefined } })
          }
        />
      }
      below={<AlertTabs />}
      isLoading={isPlaceholderData}
    >
      {data?.total === 0 && !isPlaceholderData ? (
        state === 'open' ? (
          <NothingYet title="All is well">
            Nothing is wrong with the health of tenants, deployments, certificates, schedules and the disk.
          </NothingYet>
        ) : (
          <NothingYet title="No past alerts">What was wrong and is over will be kept here.</NothingYet>
        )
      ) : (
        <AlertTable alerts={data?.items} state={state} isStale={isPlaceholderData} mayAct={mayAct} />
      )}
      {data && (
        <Pagination
          page={data.page}
          size={data.size}
          total={data.total}
          onPage={(to) => void navigate({ search: (before) => ({ ...before, page: to || undefined }) })}
        />
      )}
    </Page>
  );
}
