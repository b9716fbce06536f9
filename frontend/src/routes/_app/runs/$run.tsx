import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi, Link } from '@tanstack/react-router';
import { RunFrame } from '@/app/run/run-frame';
import { runOptions, useCancelRun } from '@/features/deployment/api/get-run';
import { DeploymentView } from '@/features/deployment/components/deployment-view';
import { kindLabel } from '@/features/deployment/model';
import { useTenantLabel } from '@/features/tenant/api/tenant-names';
import { warm } from '@/shared/api/warm';
import { Loaded } from '@/shared/feedback/loaded';
import { fromView, toLogSearch, toView } from '@/shared/log/log-search';

export const Route = createFileRoute('/_app/runs/$run')({
  validateSearch: toLogSearch,
  loader: ({ context: { queryClient }, params, cause }) =>
    warm(cause, () => [queryClient.prefetchQuery(runOptions(params.run))]),
  component: RunPage,
});

const route = getRouteApi('/_app/runs/$run');

/** A backup, a proof, a restore: any run, with its steps beside its log. */
function RunPage() {
  const { run: id } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(runOptions(id));
  const run = query.data;
  const label = useTenantLabel(run?.tenantId ?? undefined);
  const cancel = useCancelRun(id);

  return (
    <RunFrame
      run={run}
      kind={run && kindLabel(run.kind)}
      name="Run"
      label={label}
      cancel={cancel}
      trail={
        label && !label.isDeleted ? (
          <Link to="/tenants/$tenant/backups" params={{ tenant: label.slug }}>
            {label.name}
          </Link>
        ) : (
          <Link to="/backups">Backups</Link>
        )
      }
    >
      <Loaded query={query}>
        {(shown) => (
          <DeploymentView
            key={id}
            deployment={shown}
            view={toView(search)}
            onView={(view) => void navigate({ search: fromView(view), replace: true })}
            onEnd={() => undefined}
          />
        )}
      </Loaded>
    </RunFrame>
  );
}
