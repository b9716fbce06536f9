import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi } from '@tanstack/react-router';
import { type DeploymentQuery, deploymentsOptions } from '@/features/deployment/api/list-deployments';
import { DeploymentList } from '@/features/deployment/components/deployment-list';
import { deploymentStates } from '@/features/deployment/model';
import { TenantName } from '@/features/tenant/components/tenant-name';
import { NothingMatches } from '@/shared/feedback/nothing-matches';
import { NothingYet } from '@/shared/feedback/nothing-yet';
import { ButtonLink } from '@/shared/ui/button';
import { SelectField } from '@/shared/ui/field';
import { PageHeader } from '@/shared/ui/page';
import { Pagination } from '@/shared/ui/pagination';

type Search = { tenant?: string; status?: DeploymentQuery['status']; page?: number };

const size = 20;
const statusOptions = [
  { value: '', label: 'Any status' },
  ...Object.entries(deploymentStates).map(([value, { label }]) => ({ value, label })),
];

function toQuery({ tenant, status, page = 0 }: Search): DeploymentQuery {
  return { tenant, status, page, size };
}

export const Route = createFileRoute('/_app/deployments/')({
  validateSearch: ({ tenant, status, page }: Record<string, unknown>): Search => ({
    tenant: typeof tenant === 'string' && tenant !== '' ? tenant : undefined,
    status:
      typeof status === 'string' && status in deploymentStates ? (status as Search['status']) : undefined,
    page: Number.isInteger(page) && Number(page) > 0 ? Number(page) : undefined,
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => context.queryClient.ensureQueryData(deploymentsOptions(toQuery(deps))),
  component: DeploymentsPage,
});

const route = getRouteApi('/_app/deployments/');

function DeploymentsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useSuspenseQuery(deploymentsOptions(toQuery(search)));
  const isFiltered = Boolean(search.tenant ?? search.status);

  return (
    <div className="grid gap-5">
      <PageHeader
        title="Deployments"
        about={search.tenant ? <>Of {<TenantName id={search.tenant} />}</> : undefined}
        actions={
          <SelectField
            label="Status"
            options={statusOptions}
            value={search.status ?? ''}
            onChange={(event) =>
              void navigate({
                search: {
                  tenant: search.tenant,
                  status: (event.target.value || undefined) as Search['status'],
                },
                replace: true,
              })
            }
          />
        }
      />
      <div className="overflow-hidden rounded-lg border border-line bg-surface shadow-raised">
        {data.items.length > 0 && (
          <DeploymentList deployments={data.items} about={({ tenantId }) => <TenantName id={tenantId} />} />
        )}
        {data.total === 0 && isFiltered && (
          <NothingMatches title="No deployment matches" onClear={() => void navigate({ search: {} })} />
        )}
        {data.total === 0 && !isFiltered && (
          <NothingYet title="No deployments yet" action={<ButtonLink to="/tenants">All tenants</ButtonLink>}>
            Every deployment is listed here with its steps and its log.
          </NothingYet>
        )}
        <Pagination
          page={data.page}
          size={data.size}
          total={data.total}
          onPage={(page) => void navigate({ search: { ...search, page: page || undefined } })}
        />
      </div>
    </div>
  );
}
