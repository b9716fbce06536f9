import { useQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { Plus, Search } from 'lucide-react';
import { palette } from '@/app/shell/palette-store';
import { BackupCard } from '@/features/backup/components/backup-card';
import { deploymentKinds } from '@/features/deployment/model';
import { metricsOptions } from '@/features/overview/api/get-metrics';
import { overviewOptions } from '@/features/overview/api/get-overview';
import { AttentionList } from '@/features/overview/components/attention-list';
import { FirstSteps } from '@/features/overview/components/first-steps';
import { MetricsSection } from '@/features/overview/components/metrics-section';
import { RecentDeployments } from '@/features/overview/components/recent-deployments';
import { ServerList } from '@/features/overview/components/server-list';
import { Totals } from '@/features/overview/components/totals';
import { TrafficCard } from '@/features/overview/components/traffic-card';
import { sourceCheckOptions } from '@/features/tenant/api/check-tenant';
import { warm } from '@/shared/api/warm';
import { Loaded } from '@/shared/feedback/loaded';
import { useIsAllowed } from '@/shared/session/use-session';
import { Button, ButtonLink } from '@/shared/ui/button';
import { Page } from '@/shared/ui/page';

export const Route = createFileRoute('/_app/')({
  loader: ({ context: { queryClient }, cause }) =>
    warm(cause, () => [
      queryClient.prefetchQuery(overviewOptions()),
      queryClient.prefetchQuery(metricsOptions(1)),
    ]),
  component: DashboardPage,
});

const kindOf = (kind: string) => deploymentKinds[kind as keyof typeof deploymentKinds] ?? kind;

function DashboardPage() {
  const query = useQuery(overviewOptions());
  const mayCreate = useIsAllowed('operator');
  const isAdmin = useIsAllowed('admin');
  const isEmpty = query.data?.tenants.total === 0;
  const { data: source } = useQuery({
    ...sourceCheckOptions('core'),
    enabled: mayCreate && isEmpty,
  });

  return (
    <Page
      title="Dashboard"
      width="wide"
      actions={
        <>
          {mayCreate && (
            <Button onClick={() => palette.set(true)}>
              <Search aria-hidden />
              Go to or deploy
            </Button>
          )}
          {mayCreate && (
            <ButtonLink to="/tenants/new" variant="primary">
              <Plus aria-hidden />
              New tenant
            </ButtonLink>
          )}
        </>
      }
    >
      <Loaded query={query}>
        {(overview) => (
          <>
            {!isEmpty && <Totals overview={overview} />}
            <div className="grid items-start gap-4 p-4 lg:px-6 xl:grid-cols-2">
              <div className="grid min-w-0 gap-4">
                {isEmpty ? (
                  <FirstSteps hasSource={source?.ok} mayCreate={mayCreate} isAdmin={isAdmin} />
                ) : (
                  <AttentionList attention={overview.attention} />
                )}
                {(!isEmpty || overview.deployments.length > 0) && (
                  <RecentDeployments
                    deployments={overview.deployments}
                    kindOf={kindOf}
                    empty="Nothing was deployed yet."
                  />
                )}
                {!isEmpty && <BackupCard />}
              </div>
              <div className="grid min-w-0 gap-4">
                {!isEmpty && <TrafficCard traffic={overview.traffic} />}
                {overview.system && <MetricsSection />}
                {overview.servers.length > 0 && <ServerList overview={overview} />}
              </div>
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
}
