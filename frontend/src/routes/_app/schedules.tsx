import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi } from '@tanstack/react-router';
import { AlertTabs } from '@/app/shell/page-tabs';
import { schedulesOptions } from '@/features/schedule/api/schedules';
import { ScheduleTable } from '@/features/schedule/components/schedule-table';
import { warm } from '@/shared/api/warm';
import { NothingYet } from '@/shared/feedback/nothing-yet';
import { toPage } from '@/shared/search-page';
import { Page } from '@/shared/ui/page';
import { Pagination } from '@/shared/ui/pagination';

type Search = { page?: number };

export const Route = createFileRoute('/_app/schedules')({
  validateSearch: ({ page }: Record<string, unknown>): Search => ({
    page: toPage(page),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps: { page = 0 }, cause }) =>
    warm(cause, () => [queryClient.prefetchQuery(schedulesOptions(page))]),
  component: SchedulesPage,
});

const route = getRouteApi('/_app/schedules');

function SchedulesPage() {
  const { page = 0 } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, isPlaceholderData } = useQuery(schedulesOptions(page));
  return (
    <Page
      title="Schedules"
      width="wide"
      about={<span className="tabular-nums">{data?.total || ''}</span>}
      below={<AlertTabs />}
      isLoading={isPlaceholderData}
    >
      {data?.total === 0 ? (
        <NothingYet title="No schedules">
          None that you may see: the manager has not looked at them yet.
        </NothingYet>
      ) : (
        <ScheduleTable schedules={data?.items} isStale={isPlaceholderData} />
      )}
      {data && (
        <Pagination
          page={data.page}
          size={data.size}
          total={data.total}
          onPage={(to) => void navigate({ search: { page: to || undefined } })}
        />
      )}
    </Page>
  );
}
