import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi } from '@tanstack/react-router';
import { BackupTabs } from '@/app/shell/page-tabs';
import { type ProtectionQuery, protectionOptions } from '@/features/backup/api/backups';
import { ProtectionTable } from '@/features/backup/components/protection-table';
import { warm } from '@/shared/api/warm';
import { LoadFailed } from '@/shared/feedback/load-failed';
import { NothingMatches } from '@/shared/feedback/nothing-matches';
import { NothingYet } from '@/shared/feedback/nothing-yet';
import { SelectField } from '@/shared/ui/field';
import { FilterField } from '@/shared/ui/filter-field';
import { Page } from '@/shared/ui/page';
import { Pagination } from '@/shared/ui/pagination';

type Search = { search?: string; sort?: 'slug'; deleted?: boolean; page?: number };

const orders = [
  { value: 'unproven', label: 'Without proof first' },
  { value: 'slug', label: 'By slug' },
];
const owners = [
  { value: '', label: 'Without deleted ones' },
  { value: 'deleted', label: 'With deleted ones' },
];

const toQuery = ({ sort, deleted, page = 0, search }: Search): ProtectionQuery => ({
  search,
  deleted: deleted ? 'true' : undefined,
  sort: sort ?? 'unproven',
  page,
  size: 50,
});

export const Route = createFileRoute('/_app/backups/tenants')({
  validateSearch: ({ search, sort, deleted, page }: Record<string, unknown>): Search => ({
    search: search === undefined || search === '' ? undefined : String(search),
    sort: sort === 'slug' ? sort : undefined,
    deleted: deleted === true || undefined,
    page: Number.isInteger(page) && Number(page) > 0 ? Number(page) : undefined,
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps, cause }) =>
    warm(cause, () => [queryClient.prefetchQuery(protectionOptions(toQuery(deps)))]),
  component: ProtectionPage,
});

const route = getRouteApi('/_app/backups/tenants');

function ProtectionPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = useQuery({ ...protectionOptions(toQuery(search)), throwOnError: false });
  const { data, isPlaceholderData } = list;
  const isFiltered = Boolean(search.search ?? search.deleted);
  const isEmpty = data?.total === 0 && !isPlaceholderData;

  function change(values: Partial<Search>) {
    void navigate({ search: (before) => ({ ...before, page: undefined, ...values }), replace: true });
  }

  return (
    <Page
      title="Backups of tenants"
      width="wide"
      about={<span className="tabular-nums">{data?.total}</span>}
      below={<BackupTabs />}
      filters={
        <search className="flex min-w-0 items-center gap-2 max-sm:flex-wrap">
          <FilterField
            label="Search tenants"
            placeholder="Name or slug"
            value={search.search}
            onFilter={(text) => change({ search: text })}
            className="max-sm:basis-full lg:w-48"
          />
          <SelectField
            label="Tenants"
            className="max-sm:flex-1"
            options={owners}
            value={search.deleted ? 'deleted' : ''}
            onChange={(event) => change({ deleted: event.target.value === 'deleted' || undefined })}
          />
          <SelectField
            label="Order"
            className="max-sm:flex-1"
            options={orders}
            value={search.sort ?? 'unproven'}
            onChange={(event) => change({ sort: event.target.value === 'slug' ? 'slug' : undefined })}
          />
        </search>
      }
      isLoading={isPlaceholderData}
    >
      {isEmpty && isFiltered && (
        <NothingMatches title="No tenant matches" onClear={() => void navigate({ search: {} })} />
      )}
      {isEmpty && !isFiltered && (
        <NothingYet title="No tenants yet">
          Each tenant has a line here, with what is proven about it.
        </NothingYet>
      )}
      <LoadFailed query={list} />
      {!list.isLoadingError && !isEmpty && (
        <ProtectionTable tenants={data?.items} isStale={isPlaceholderData} />
      )}
      {data && (
        <Pagination
          page={data.page}
          size={data.size}
          total={data.total}
          onPage={(page) => void navigate({ search: (before) => ({ ...before, page: page || undefined }) })}
        />
      )}
    </Page>
  );
}
