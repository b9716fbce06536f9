import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi } from '@tanstack/react-router';
import { certificatesOptions } from '@/features/certificate/api/certificates';
import { CertificateTable } from '@/features/certificate/components/certificate-table';
import { warm } from '@/shared/api/warm';
import { NothingYet } from '@/shared/feedback/nothing-yet';
import { toPage } from '@/shared/search-page';
import { Page } from '@/shared/ui/page';
import { Pagination } from '@/shared/ui/pagination';

type Search = { page?: number; sort?: string };

const sorts = ['notAfter', 'slug', 'issuer'];
const endsFirst = 'notAfter';

export const Route = createFileRoute('/_app/certificates')({
  validateSearch: ({ page, sort }: Record<string, unknown>): Search => ({
    page: toPage(page),
    sort: typeof sort === 'string' && sorts.includes(sort.replace(/^-/, '')) ? sort : undefined,
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps: { page = 0, sort = endsFirst }, cause }) =>
    warm(cause, () => [queryClient.prefetchQuery(certificatesOptions({ page, sort }))]),
  component: CertificatesPage,
});

const route = getRouteApi('/_app/certificates');

function CertificatesPage() {
  const { page = 0, sort = endsFirst } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, isPlaceholderData } = useQuery(certificatesOptions({ page, sort }));

  return (
    <Page
      title="Certificates"
      width="wide"
      about={data && data.total > 0 && <span className="tabular-nums">{data.total} sites</span>}
      isLoading={isPlaceholderData}
    >
      {data?.total === 0 ? (
        <NothingYet title="No certificates yet">
          The first deployment of a tenant brings its certificate.
        </NothingYet>
      ) : (
        <CertificateTable
          certificates={data?.items}
          isStale={isPlaceholderData}
          sort={sort}
          onSort={(to) => void navigate({ search: { sort: to === endsFirst ? undefined : to } })}
        />
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
