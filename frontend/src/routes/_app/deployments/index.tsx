import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi } from '@tanstack/react-router';
import { DeploymentTabs } from '@/app/shell/page-tabs';
import { type DeploymentQuery, deploymentsOptions } from '@/features/deployment/api/list-deployments';
import { DeploymentTable } from '@/features/deployment/components/deployment-table';
import { deploymentKinds, deploymentStates } from '@/features/deployment/model';
import { useTenantLabel, useTenantNames } from '@/features/tenant/api/tenant-names';
import { warm } from '@/shared/api/warm';
import { ListBody } from '@/shared/feedback/list-body';
import { NothingYet } from '@/shared/feedback/nothing-yet';
import { toPage } from '@/shared/search-page';
import { ButtonLink } from '@/shared/ui/button';
import { SelectField } from '@/shared/ui/field';
import { Page } from '@/shared/ui/page';

type Search = {
  tenant?: string;
  status?: DeploymentQuery['status'];
  kind?: DeploymentQuery['kind'];
  page?: number;
};

const size = 50;

const statusOptions = [
  { value: '', label: 'Any result' },
  ...Object.entries(deploymentStates).map(([value, { label }]) => ({ value, label })),
];
const kindOptions = [
  { value: '', label: 'Any kind' },
  ...Object.entries(deploymentKinds).map(([value, label]) => ({ value, label })),
];

function toQuery({ tenant, status, kind, page = 0 }: Search): DeploymentQuery {
  return { tenant, status, kind, page, size };
}

export const Route = createFileRoute('/_app/deployments/')({
  validateSearch: ({ tenant, status, kind, page }: Record<string, unknown>): Search => ({
    tenant: typeof tenant === 'string' && tenant !== '' ? tenant : undefined,
    status:
      typeof status === 'string' && status in deploymentStates ? (status as Search['status']) : undefined,
    kind: typeof kind === 'string' && kind in deploymentKinds ? kind : undefined,
    page: toPage(page),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps, cause }) =>
    warm(cause, () => [queryClient.prefetchQuery(deploymentsOptions(toQuery(deps)))]),
  component: DeploymentsPage,
});

const route = getRouteApi('/_app/deployments/');

function DeploymentsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = useQuery({ ...deploymentsOptions(toQuery(search)), throwOnError: false });
  const { data, isPlaceholderData } = list;
  const names = useTenantNames((data?.items ?? []).map(({ tenantId }) => tenantId));
  const tenant = useTenantLabel(search.tenant);
  const isFiltered = Boolean(search.tenant ?? search.status ?? search.kind);

  function change(values: Partial<Search>) {
    void navigate({ search: (before) => ({ ...before, page: undefined, ...values }), replace: true });
  }

  return (
    <Page
      title="Deployments"
      width="wide"
      below={<DeploymentTabs />}
      about={
        <span className="tabular-nums">
          {data?.total}
          {tenant && ` of ${tenant.name}`}
        </span>
      }
      filters={
        <>
          <SelectField
            label="Status"
            options={statusOptions}
            value={search.status ?? ''}
            onChange={(event) => change({ status: (event.target.value || undefined) as Search['status'] })}
          />
          <SelectField
            label="Kind"
            options={kindOptions}
            value={search.kind ?? ''}
            onChange={(event) => change({ kind: event.target.value || undefined })}
          />
        </>
      }
      isLoading={isPlaceholderData}
    >
      <ListBody
        query={list}
        isFiltered={isFiltered}
        noMatch="No deployment matches"
        onClear={() => void navigate({ search: {} })}
        nothing={
          <NothingYet title="No deployments yet" action={<ButtonLink to="/tenants">All tenants</ButtonLink>}>
            Every deployment is listed here with its steps and its log.
          </NothingYet>
        }
        onPage={(page) => void navigate({ search: (before) => ({ ...before, page }) })}
      >
        <DeploymentTable
          deployments={data?.items}
          isStale={isPlaceholderData}
          nameOf={({ tenantId }) => names.get(tenantId)?.name ?? tenantId.slice(0, 8)}
        />
      </ListBody>
    </Page>
  );
}
