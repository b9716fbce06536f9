import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi, useNavigate } from '@tanstack/react-router';
import { BackupTabs } from '@/app/shell/page-tabs';
import { type BackupQuery, backupsOptions } from '@/features/backup/api/backups';
import { BackupMenu } from '@/features/backup/components/backup-menu';
import { BackupTable } from '@/features/backup/components/backup-table';
import { backupStates, ownerOf, proofFilters } from '@/features/backup/model';
import { warm } from '@/shared/api/warm';
import { ListBody } from '@/shared/feedback/list-body';
import { NothingYet } from '@/shared/feedback/nothing-yet';
import { toPage } from '@/shared/search-page';
import { useIsAllowed } from '@/shared/session/use-session';
import { SelectField } from '@/shared/ui/field';
import { FilterField } from '@/shared/ui/filter-field';
import { Page } from '@/shared/ui/page';

type Search = {
  search?: string;
  state?: BackupQuery['state'];
  proof?: BackupQuery['proof'];
  tenant?: string;
  sort?: string;
  page?: number;
};

const stateOptions = [
  { value: '', label: 'Any state' },
  ...Object.entries(backupStates).map(([value, { label }]) => ({ value, label })),
];
const proofOptions = [
  { value: '', label: 'Any proof' },
  ...Object.entries(proofFilters).map(([value, label]) => ({ value, label })),
];
const newestFirst = '-createdAt';
const sorts = ['createdAt', 'bytes', 'slug'];

const toQuery = ({ page = 0, sort = newestFirst, ...filter }: Search): BackupQuery => ({
  ...filter,
  sort,
  page,
  size: 50,
});

export const Route = createFileRoute('/_app/backups/')({
  validateSearch: ({ search, state, proof, tenant, sort, page }: Record<string, unknown>): Search => ({
    search: search === undefined || search === '' ? undefined : String(search),
    state: typeof state === 'string' && state in backupStates ? (state as Search['state']) : undefined,
    proof: typeof proof === 'string' && proof in proofFilters ? (proof as Search['proof']) : undefined,
    tenant: typeof tenant === 'string' && tenant !== '' ? tenant : undefined,
    sort: typeof sort === 'string' && sorts.includes(sort.replace(/^-/, '')) ? sort : undefined,
    page: toPage(page),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps, cause }) =>
    warm(cause, () => [queryClient.prefetchQuery(backupsOptions(toQuery(deps)))]),
  component: BackupsPage,
});

const route = getRouteApi('/_app/backups/');

function BackupsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const go = useNavigate();
  const list = useQuery({ ...backupsOptions(toQuery(search)), throwOnError: false });
  const { data, isPlaceholderData } = list;
  const mayAct = useIsAllowed('operator');
  const isFiltered = Boolean(search.search ?? search.state ?? search.proof ?? search.tenant);

  function change(values: Partial<Search>) {
    void navigate({ search: (before) => ({ ...before, page: undefined, ...values }), replace: true });
  }

  return (
    <Page
      title="Backups"
      width="wide"
      about={
        <span className="tabular-nums">
          {data?.total}
          {search.tenant && data?.items[0] && ` of ${ownerOf(data.items[0])}`}
        </span>
      }
      below={<BackupTabs />}
      filters={
        <search className="flex min-w-0 items-center gap-2 max-sm:flex-wrap">
          <FilterField
            label="Search backups by tenant"
            placeholder="Tenant"
            value={search.search}
            onFilter={(text) => change({ search: text })}
            className="max-sm:basis-full lg:w-48"
          />
          <SelectField
            label="State"
            className="max-sm:flex-1"
            options={stateOptions}
            value={search.state ?? ''}
            onChange={(event) => change({ state: (event.target.value || undefined) as Search['state'] })}
          />
          <SelectField
            label="Proof"
            className="max-sm:flex-1"
            options={proofOptions}
            value={search.proof ?? ''}
            onChange={(event) => change({ proof: (event.target.value || undefined) as Search['proof'] })}
          />
        </search>
      }
      isLoading={isPlaceholderData}
    >
      <ListBody
        query={list}
        isFiltered={isFiltered}
        noMatch="No backup matches"
        onClear={() => void navigate({ search: {} })}
        nothing={
          <NothingYet title="No backups yet">
            The first one is made by the schedule of a tenant, or on its tab Backups.
          </NothingYet>
        }
        onPage={(page) => void navigate({ search: (before) => ({ ...before, page }) })}
      >
        <BackupTable
          hasTenant
          backups={data?.items}
          sort={search.sort ?? newestFirst}
          onSort={(sort) => change({ sort: sort === newestFirst ? undefined : sort })}
          isStale={isPlaceholderData}
          menu={
            mayAct
              ? (backup) => (
                  <BackupMenu
                    backup={backup}
                    onRun={(run) => void go({ to: '/runs/$run', params: { run } })}
                  />
                )
              : undefined
          }
        />
      </ListBody>
    </Page>
  );
}
