import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useCallback, useState } from 'react';
import { TenantRowMenu } from '@/app/tenant/tenant-menu';
import { BulkBar } from '@/app/tenants/bulk-bar';
import { BulkDialog } from '@/app/tenants/bulk-dialog';
import { SavedFilterMenu } from '@/app/tenants/saved-filter-menu';
import { useBulk } from '@/app/tenants/use-bulk';
import { useSelection } from '@/app/tenants/use-selection';
import { type TenantQuery, tenantsOptions } from '@/features/tenant/api/list-tenants';
import { type TenantFilter, TenantFilters } from '@/features/tenant/components/tenant-filters';
import { TenantTable } from '@/features/tenant/components/tenant-table';
import { healthStates, type TenantSummary, tenantStates } from '@/features/tenant/model';
import { warm } from '@/shared/api/warm';
import { LoadFailed } from '@/shared/feedback/load-failed';
import { NothingMatches } from '@/shared/feedback/nothing-matches';
import { NothingYet } from '@/shared/feedback/nothing-yet';
import { toPage } from '@/shared/search-page';
import { useIsAllowed } from '@/shared/session/use-session';
import { ButtonLink } from '@/shared/ui/button';
import { Page } from '@/shared/ui/page';
import { Pagination } from '@/shared/ui/pagination';

type Search = {
  search?: string;
  status?: TenantQuery['status'];
  health?: TenantQuery['health'];
  label?: string;
  sort?: string;
  page?: number;
};

const size = 50;
const sorts = ['name', 'status', 'health', 'domain', 'attention', 'createdAt'];

function toQuery({ search, status, health, label, sort = 'name', page = 0 }: Search): TenantQuery {
  return { search, status, health, label, sort, page, size };
}

function parse({ search, status, health, label, sort, page }: Record<string, unknown>): Search {
  return {
    search: search === undefined || search === '' ? undefined : String(search),
    status: typeof status === 'string' && status in tenantStates ? (status as Search['status']) : undefined,
    health: typeof health === 'string' && health in healthStates ? (health as Search['health']) : undefined,
    label: label === undefined || label === '' ? undefined : String(label),
    sort: typeof sort === 'string' && sorts.includes(sort.replace(/^-/, '')) ? sort : undefined,
    page: toPage(page),
  };
}

export const Route = createFileRoute('/_app/tenants/')({
  validateSearch: parse,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps, cause }) =>
    warm(cause, () => [queryClient.prefetchQuery(tenantsOptions(toQuery(deps)))]),
  component: TenantsPage,
});

const route = getRouteApi('/_app/tenants/');

function TenantsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = useQuery({ ...tenantsOptions(toQuery(search)), throwOnError: false });
  const { data, isPlaceholderData } = list;
  const mayAct = useIsAllowed('operator');
  const selection = useSelection(data?.items);
  const { bulk, propose, run, stop, close } = useBulk();
  const [menu, setMenu] = useState<{ tenant: TenantSummary; button?: HTMLElement }>();
  const openMenu = useCallback(
    (tenant: TenantSummary, button: HTMLElement) =>
      setMenu((before) => ({ tenant, button: before?.button === button ? undefined : button })),
    [],
  );
  const menuTenant = data?.items.find(({ id }) => id === menu?.tenant.id) ?? menu?.tenant;
  const isFiltered = Boolean(search.search ?? search.status ?? search.health ?? search.label);
  const isEmpty = data?.total === 0 && !isFiltered && !isPlaceholderData;
  const create = mayAct && (
    <ButtonLink to="/tenants/new" variant="primary">
      <Plus aria-hidden />
      New tenant
    </ButtonLink>
  );

  function change(values: Partial<Search>) {
    void navigate({ search: (before) => ({ ...before, page: undefined, ...values }), replace: true });
  }

  return (
    <Page
      title="Tenants"
      width="wide"
      about={data && !isEmpty && <span className="tabular-nums">{count(data.total, isFiltered)}</span>}
      filters={
        !isEmpty && (
          <>
            <TenantFilters filter={search} onFilter={(filter: TenantFilter) => change(filter as Search)} />
            <SavedFilterMenu
              current={toSave(search)}
              onApply={(saved) => void navigate({ search: parse(saved) })}
            />
          </>
        )
      }
      actions={isEmpty ? undefined : create}
      isLoading={isPlaceholderData}
    >
      {isEmpty && (
        <NothingYet title="No tenants yet" action={create}>
          A tenant is one customer's site: its own domain, certificate, database and services, from one core
          application.
        </NothingYet>
      )}
      {data?.total === 0 && isFiltered && (
        <NothingMatches
          title="No tenant matches"
          onClear={() =>
            change({ search: undefined, status: undefined, health: undefined, label: undefined })
          }
        />
      )}
      <LoadFailed query={list} />
      {!list.isLoadingError && data?.items.length !== 0 && (
        <TenantTable
          tenants={data?.items}
          sort={search.sort ?? 'name'}
          onSort={(sort) => change({ sort: sort === 'name' ? undefined : sort })}
          isStale={isPlaceholderData}
          selection={mayAct ? selection : undefined}
          onMenu={openMenu}
        />
      )}
      {menu && menuTenant && (
        <TenantRowMenu
          key={menuTenant.id}
          tenant={menuTenant}
          isInMaintenance={menuTenant.inMaintenance}
          button={menu.button}
          onClose={() => setMenu({ tenant: menu.tenant })}
        />
      )}
      {data && (
        <Pagination
          page={data.page}
          size={data.size}
          total={data.total}
          onPage={(page) => void navigate({ search: (before) => ({ ...before, page: page || undefined }) })}
        />
      )}
      {mayAct && data && selection.chosen.length > 0 && (
        <BulkBar
          selected={selection.chosen.length}
          total={data.total}
          isLoadingAll={selection.isLoadingAll}
          onSelectAll={() => void selection.selectAll(toQuery(search))}
          onAct={(verb) => propose(verb, selection.chosen)}
          onClear={selection.clear}
        />
      )}
      <BulkDialog
        bulk={bulk}
        onRun={run}
        onStop={stop}
        onClose={() => {
          if (bulk?.state === 'done') selection.clear();
          close();
        }}
      />
    </Page>
  );
}

function count(total: number, isFiltered: boolean): string {
  return isFiltered ? `${total} found` : String(total);
}

/** The filters and the order, without the page. */
function toSave({ page: _, ...search }: Search): Record<string, string> {
  return Object.fromEntries(
    Object.entries(search).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
