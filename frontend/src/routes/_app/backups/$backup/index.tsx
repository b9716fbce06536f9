import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { ArchiveRestore } from 'lucide-react';
import { backupOptions } from '@/features/backup/api/backups';
import { proofsOptions } from '@/features/backup/api/proofs';
import { BackupFacts } from '@/features/backup/components/backup-facts';
import { BackupMenu } from '@/features/backup/components/backup-menu';
import { BackupState, ProofVerdict } from '@/features/backup/components/badges';
import { ProofList } from '@/features/backup/components/proof-list';
import { isUsable, ownerOf } from '@/features/backup/model';
import { RunProgress } from '@/features/deployment/components/run-progress';
import { warm } from '@/shared/api/warm';
import { Loaded } from '@/shared/feedback/loaded';
import { formatShort } from '@/shared/format/time';
import { useIsAllowed } from '@/shared/session/use-session';
import { ButtonLink } from '@/shared/ui/button';
import { Page } from '@/shared/ui/page';

export const Route = createFileRoute('/_app/backups/$backup/')({
  loader: ({ context: { queryClient }, params: { backup }, cause }) =>
    warm(cause, () => [
      queryClient.prefetchQuery(backupOptions(backup)),
      queryClient.prefetchQuery(proofsOptions(backup)),
    ]),
  component: BackupPage,
});

const route = getRouteApi('/_app/backups/$backup/');

function BackupPage() {
  const { backup: id } = route.useParams();
  const navigate = useNavigate();
  const query = useQuery(backupOptions(id));
  const backup = query.data;
  const mayAct = useIsAllowed('operator');

  return (
    <Page
      title={backup ? `${ownerOf(backup)}, ${formatShort(backup.createdAt)}` : 'Backup'}
      width="text"
      trail={
        backup && !backup.tenantDeleted ? (
          <Link to="/tenants/$tenant/backups" params={{ tenant: backup.slug }}>
            Backups of {ownerOf(backup)}
          </Link>
        ) : (
          <Link to="/backups">Backups</Link>
        )
      }
      about={
        backup && (
          <span className="flex items-center gap-3">
            <BackupState backup={backup} />
            {isUsable(backup) && <ProofVerdict proof={backup.proof} />}
          </span>
        )
      }
      actions={
        mayAct &&
        backup && (
          <>
            {isUsable(backup) && (
              <ButtonLink variant="primary" to="/backups/$backup/restore" params={{ backup: id }}>
                <ArchiveRestore aria-hidden />
                Restore
              </ButtonLink>
            )}
            <BackupMenu
              backup={backup}
              onRun={(run) => void navigate({ to: '/runs/$run', params: { run } })}
            />
          </>
        )
      }
    >
      <Loaded query={query}>
        {(data) => (
          <>
            {data.state === 'running' && <RunProgress run={data.runId} />}
            <div className="grid items-start gap-4 xl:grid-cols-2">
              <BackupFacts backup={data} />
              {isUsable(data) && <ProofList backup={id} />}
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
}
