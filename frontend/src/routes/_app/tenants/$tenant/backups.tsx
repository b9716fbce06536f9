import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi, useNavigate } from '@tanstack/react-router';
import { Archive } from 'lucide-react';
import { tenantBackupsOptions, useBackUp } from '@/features/backup/api/backups';
import { scheduleOptions } from '@/features/backup/api/schedule';
import { BackupMenu } from '@/features/backup/components/backup-menu';
import { BackupTable } from '@/features/backup/components/backup-table';
import { SchedulePanel } from '@/features/backup/components/schedule-panel';
import { UndoNotice } from '@/features/backup/components/undo-notice';
import { RunProgress } from '@/features/deployment/components/run-progress';
import { tenantOptions } from '@/features/tenant/api/get-tenant';
import { warm } from '@/shared/api/warm';
import { Loaded } from '@/shared/feedback/loaded';
import { NothingYet } from '@/shared/feedback/nothing-yet';
import { toPage } from '@/shared/search-page';
import { useIsAllowed } from '@/shared/session/use-session';
import { Button } from '@/shared/ui/button';
import { Sheet } from '@/shared/ui/page';
import { Pagination } from '@/shared/ui/pagination';
import { Panel } from '@/shared/ui/panel';
import { Restorable } from '@/shared/ui/restorable';

type Search = { page?: number };

export const Route = createFileRoute('/_app/tenants/$tenant/backups')({
  validateSearch: ({ page }: Record<string, unknown>): Search => ({
    page: toPage(page),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, params: { tenant }, deps: { page = 0 }, cause }) =>
    warm(cause, () => [
      queryClient.prefetchQuery(tenantBackupsOptions(tenant, page)),
      queryClient.prefetchQuery(scheduleOptions(tenant)),
    ]),
  component: BackupsTab,
});

const route = getRouteApi('/_app/tenants/$tenant/backups');

function BackupsTab() {
  const { tenant } = route.useParams();
  const { page = 0 } = route.useSearch();
  const navigate = useNavigate();
  const { data: shown } = useQuery(tenantOptions(tenant));
  const backups = useQuery(tenantBackupsOptions(tenant, page));
  const schedule = useQuery(scheduleOptions(tenant));
  const mayAct = useIsAllowed('operator');
  const backUp = useBackUp(tenant);
  const running = backups.data?.items.find(({ state }) => state === 'running');
  const follow = (run: string) => void navigate({ to: '/runs/$run', params: { run } });
  const now = mayAct && (
    <Button
      variant="primary"
      size="sm"
      isPending={backUp.isPending}
      disabled={running !== undefined}
      onClick={() => backUp.run(undefined)}
    >
      {!backUp.isPending && <Archive aria-hidden />}
      Back up now
    </Button>
  );

  return (
    <Sheet>
      <UndoNotice tenant={tenant} slug={shown?.slug ?? tenant} mayAct={mayAct} onRun={follow} />
      {running && <RunProgress run={running.runId} />}
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,1fr)]">
        <Panel
          title="Backups"
          isFlush
          actions={
            <span className="flex flex-wrap items-center justify-end gap-x-3 gap-y-1 py-0.5 text-sm text-muted">
              {shown && <Restorable provenAt={shown.provenAt} />}
              {now}
            </span>
          }
        >
          <Loaded query={backups}>
            {(data) =>
              data.total === 0 ? (
                <NothingYet title="No backups yet">
                  A backup holds the database, the files, the configuration and the theme, encrypted, so that
                  the tenant can be restored here or on another server.
                </NothingYet>
              ) : (
                <>
                  <BackupTable
                    backups={data.items}
                    isStale={backups.isPlaceholderData}
                    menu={mayAct ? (backup) => <BackupMenu backup={backup} onRun={follow} /> : undefined}
                  />
                  <Pagination
                    page={data.page}
                    size={data.size}
                    total={data.total}
                    onPage={(to) =>
                      void navigate({
                        to: '/tenants/$tenant/backups',
                        params: { tenant },
                        search: { page: to || undefined },
                      })
                    }
                  />
                </>
              )
            }
          </Loaded>
        </Panel>
        <Loaded query={schedule} rows={4}>
          {(found) => <SchedulePanel tenant={tenant} schedule={found} mayChange={mayAct} />}
        </Loaded>
      </div>
    </Sheet>
  );
}
