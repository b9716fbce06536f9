import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { type TenantQuery, tenantsOptions } from '@/features/tenant/api/list-tenants';
import { type TenantFilter, TenantFilters } from '@/features/tenant/components/tenant-filters';
import { TenantTable } from '@/features/tenant/components/tenant-table';
import { tenantStates } from '@/features/tenant/model';
import { NothingMatches } from '@/shared/feedback/nothing-matches';
import { NothingYet } from '@/shared/feedback/nothing-yet';
import { useIsAllowed } from '@/shared/session/use-session';
import { ButtonLink } from '@/shared/ui/button';
import { PageHeader } from '@/shared/ui/page';
import { Pagination } from '@/shared/ui/pagination';

type Search = { search?: string; status?: TenantQuery['status']; sort?: string; page?: number };

const size = 20;
const sorts = ['-name', 'createdAt', '-createdAt'];

function toQuery({ search, status, sort = 'name', page = 0 }: Search): TenantQuery {
  return { search, status, sort, page, size };
}

export const Route = createFileRoute('/_app/tenants/')({
  validateSearch: ({ search, status, sort, page }: Record<string, unknown>): Search => ({
    search: search === undefined || search === '' ? undefined : String(search),
    status: typeof status === 'string' && status in tenantStates ? (status as Search['status']) : undefined,
    sort: typeof sort === 'string' && sorts.includes(sort) ? sort : undefined,
    page: Number.isInteger(page) && Number(page) > 0 ? Number(page) : undefined,
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => context.queryClient.ensureQueryData(tenantsOptions(toQuery(deps))),
  component: TenantsPage,
});

const route = getRouteApi('/_app/tenants/');

function TenantsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useSuspenseQuery(tenantsOptions(toQuery(search)));
  const mayCreate = useIsAllowed('operator');
  const isFiltered = Boolean(search.search ?? search.status);

  const create = mayCreate && (
    <ButtonLink to="/tenants/new" variant="primary">
      <Plus aria-hidden />
      New tenant
    </ButtonLink>
  );

  function onFilter(change: TenantFilter) {
    void navigate({
      search: (before) => ({ ...before, page: undefined, ...(change as Search) }),
      replace: true,
    });
  }

  const isEmpty = data.total === 0 && !isFiltered;
  return (
    <div className="grid gap-5">
      <PageHeader
        title="Tenants"
        about={isEmpty ? undefined : count(data.total, isFiltered)}
        actions={isEmpty ? undefined : create}
      />
      {!isEmpty && <TenantFilters filter={search} onFilter={onFilter} />}
      <div className="overflow-hidden rounded-lg border border-line bg-surface shadow-raised">
        {isEmpty && (
          <NothingYet title="No tenants yet" action={create}>
            A tenant is one customer's site: its own domain, certificate, database and services, from one core
            application.
          </NothingYet>
        )}
        {data.total === 0 && isFiltered && (
          <NothingMatches
            title="No tenant matches"
            onClear={() => onFilter({ search: undefined, status: undefined })}
          />
        )}
        {data.items.length > 0 && <TenantTable tenants={data.items} />}
        <Pagination
          page={data.page}
          size={data.size}
          total={data.total}
          onPage={(page) => void navigate({ search: (before) => ({ ...before, page: page || undefined }) })}
        />
      </div>
    </div>
  );
}

function count(total: number, isFiltered: boolean): string {
  const tenants = total === 1 ? '1 tenant' : `${total} tenants`;
  return isFiltered ? `${tenants} found` : tenants;
}
