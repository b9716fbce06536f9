import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi } from '@tanstack/react-router';
import { deploymentsOptions } from '@/features/deployment/api/list-deployments';
import { DeploymentTable } from '@/features/deployment/components/deployment-table';
import { warm } from '@/shared/api/warm';
import { NothingYet } from '@/shared/feedback/nothing-yet';
import { formatDuration } from '@/shared/format/duration';
import { toPage } from '@/shared/search-page';
import { Pagination } from '@/shared/ui/pagination';
import { Sparkline } from '@/shared/ui/sparkline';

type Search = { page?: number };

const options = (tenant: string, { page = 0 }: Search) => deploymentsOptions({ tenant, page, size: 50 });

export const Route = createFileRoute('/_app/tenants/$tenant/deployments')({
  validateSearch: ({ page }: Record<string, unknown>): Search => ({
    page: toPage(page),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, params: { tenant }, deps, cause }) =>
    warm(cause, () => [queryClient.prefetchQuery(options(tenant, deps))]),
  component: DeploymentsTab,
});

const route = getRouteApi('/_app/tenants/$tenant/deployments');

function DeploymentsTab() {
  const { tenant } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data, isPlaceholderData } = useQuery(options(tenant, search));
  const durations = (data?.items ?? [])
    .filter(({ kind, status }) => kind === 'deploy' && status === 'succeeded')
    .flatMap(({ durationMs }) => (durationMs === null ? [] : [durationMs]))
    .reverse();
  const last = durations.at(-1);

  if (data?.total === 0)
    return (
      <NothingYet title="Never deployed">Each deployment is kept here with its steps and its log.</NothingYet>
    );
  return (
    <>
      {last !== undefined && durations.length > 1 && (
        <p className="flex items-center gap-3 border-b border-line px-4 py-2 text-sm text-muted lg:px-6">
          <Sparkline
            label={`Duration of the last ${durations.length} successful deployments, ${formatDuration(last)} in the end`}
            values={durations}
          />
          Last successful deployment: {formatDuration(last)}
        </p>
      )}
      <DeploymentTable deployments={data?.items} isStale={isPlaceholderData} />
      {data && (
        <Pagination
          page={data.page}
          size={data.size}
          total={data.total}
          onPage={(page) => void navigate({ search: { page: page || undefined } })}
        />
      )}
    </>
  );
}
