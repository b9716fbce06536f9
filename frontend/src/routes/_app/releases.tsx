import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi } from '@tanstack/react-router';
import { DeploymentTabs } from '@/app/shell/page-tabs';
import { releasesOptions } from '@/features/release/api/list-releases';
import { ReleaseTable } from '@/features/release/components/release-table';
import { warm } from '@/shared/api/warm';
import { NothingYet } from '@/shared/feedback/nothing-yet';
import { toPage } from '@/shared/search-page';
import { Page } from '@/shared/ui/page';
import { Pagination } from '@/shared/ui/pagination';

type Search = { page?: number };

export const Route = createFileRoute('/_app/releases')({
  validateSearch: ({ page }: Record<string, unknown>): Search => ({
    page: toPage(page),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps: { page = 0 }, cause }) =>
    warm(cause, () => [queryClient.prefetchQuery(releasesOptions(page))]),
  component: ReleasesPage,
});

const route = getRouteApi('/_app/releases');

function ReleasesPage() {
  const { page = 0 } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, isPlaceholderData } = useQuery(releasesOptions(page));

  return (
    <Page
      title="Releases"
      width="wide"
      about={data && data.total > 0 && <span className="tabular-nums">{data.total} builds</span>}
      below={<DeploymentTabs />}
      isLoading={isPlaceholderData}
    >
      {data?.total === 0 ? (
        <NothingYet title="No releases yet">The first deployment of a tenant builds one.</NothingYet>
      ) : (
        <ReleaseTable releases={data?.items} isStale={isPlaceholderData} />
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
