import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi, Link } from '@tanstack/react-router';
import { runOptions, useCancelRun } from '@/features/deployment/api/get-run';
import { DeploymentBadge } from '@/features/deployment/components/deployment-badge';
import { DeploymentView } from '@/features/deployment/components/deployment-view';
import { isActive, kindLabel } from '@/features/deployment/model';
import { useTenantLabel } from '@/features/tenant/api/tenant-names';
import { warm } from '@/shared/api/warm';
import { Loaded } from '@/shared/feedback/loaded';
import { fromView, toLogSearch, toView } from '@/shared/log/log-search';
import { useIsAllowed } from '@/shared/session/use-session';
import { Button } from '@/shared/ui/button';
import { Page } from '@/shared/ui/page';
import { TimeAgo } from '@/shared/ui/time-ago';

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
  const mayAct = useIsAllowed('operator');
  const query = useQuery(runOptions(id));
  const run = query.data;
  const label = useTenantLabel(run?.tenantId ?? undefined);
  const cancel = useCancelRun(id);
  const kind = run && kindLabel(run.kind);

  return (
    <Page
      title={kind ? (label ? `${kind} of ${label.name}` : kind) : 'Run'}
      width="wide"
      isScreen
      trail={
        label && !label.isDeleted ? (
          <Link to="/tenants/$tenant/backups" params={{ tenant: label.slug }}>
            {label.name}
          </Link>
        ) : (
          <Link to="/backups">Backups</Link>
        )
      }
      about={
        run && (
          <span className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-1 lg:flex-nowrap">
            <DeploymentBadge status={run.status} />
            <span>
              {run.actor}, <TimeAgo at={run.queuedAt} />
            </span>
            {run.reason && <span className="max-w-60 truncate">{run.reason}</span>}
          </span>
        )
      }
      actions={
        mayAct &&
        run &&
        isActive(run) && (
          <Button
            isPending={cancel.isPending}
            disabled={cancel.isSuccess}
            onClick={() => cancel.run(undefined)}
          >
            {cancel.isSuccess ? 'Cancelling' : 'Cancel'}
          </Button>
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
    </Page>
  );
}
