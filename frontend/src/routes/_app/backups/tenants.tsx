import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi } from '@tanstack/react-router';
import { BackupTabs } from '@/app/shell/page-tabs';
import { type ProtectionQuery, protectionOptions } from '@/features/backup/api/backups';
import { ProtectionTable } from '@/features/backup/components/protection-table';
import { warm } from '@/shared/api/warm';
import { ListBody } from '@/shared/feedback/list-body';
import { NothingYet } from '@/shared/feedback/nothing-yet';
import { toPage } from '@/shared/search-page';
import { useIsAllowed } from '@/shared/session/use-session';
import { SelectField } from '@/shared/ui/field';
import { FilterField } from '@/shared/ui/filter-field';
import { Page } from '@/shared/ui/page';

type Search = { search?: string; sort?: 'slug'; deleted?: true | 'only'; page?: number };

const orders = [
  { value: 'unproven', label: 'Without proof first' },
  { value: 'slug', label: 'By slug' },
];
const owners = [
  { value: '', label: 'Without deleted ones' },
  { value: 'true', label: 'With deleted ones' },
  { value: 'only', label: 'Only deleted ones' },
];

const toQuery = ({ sort, deleted, page = 0, search }: Search): ProtectionQuery => ({
  search,
  deleted: deleted === true ? 'true' : deleted,
  sort: sort ?? 'unproven',
  page,
  size: 50,
});

export const Route = createFileRoute('/_app/backups/tenants')({
  validateSearch: ({ search, sort, deleted, page }: Record<string, unknown>): Search => ({
    search: search === undefined || search === '' ? undefined : String(search),
    sort: sort === 'slug' ? sort : undefined,
    deleted: deleted === true || deleted === 'only' ? deleted : undefined,
    page: toPage(page),
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
  const mayAct = useIsAllowed('operator');
  const isFiltered = Boolean(search.search);

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
            value={search.deleted?.toString() ?? ''}
            onChange={({ target: { value } }) =>
              change({ deleted: value === 'only' ? value : value === 'true' || undefined })
            }
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
      <ListBody
        query={list}
        isFiltered={isFiltered}
        noMatch="No tenant matches"
        onClear={() => void navigate({ search: {} })}
        nothing={
          search.deleted === 'only' ? (
            <NothingYet title="No deleted tenant has a backup">
              A backup is made before a tenant is deleted, and stays for as long as it is kept.
            </NothingYet>
          ) : (
            <NothingYet title="No tenants yet">
              Each tenant has a line here, with what is proven about it.
            </NothingYet>
          )
        }
        onPage={(page) => void navigate({ search: (before) => ({ ...before, page }) })}
      >
        <ProtectionTable
          tenants={data?.items}
          isStale={isPlaceholderData}
          mayRestore={mayAct && search.deleted !== undefined}
        />
      </ListBody>
    </Page>
  );
}
