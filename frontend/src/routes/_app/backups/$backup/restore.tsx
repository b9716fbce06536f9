import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { backupOptions } from '@/features/backup/api/backups';
import { RestoreForm } from '@/features/backup/components/restore-form';
import { isUsable, ownerOf } from '@/features/backup/model';
import { warm } from '@/shared/api/warm';
import { Loaded } from '@/shared/feedback/loaded';
import { formatShort } from '@/shared/format/time';
import { useIsAllowed } from '@/shared/session/use-session';
import { Notice } from '@/shared/ui/notice';
import { Page } from '@/shared/ui/page';

export const Route = createFileRoute('/_app/backups/$backup/restore')({
  loader: ({ context: { queryClient }, params: { backup }, cause }) =>
    warm(cause, () => [queryClient.prefetchQuery(backupOptions(backup))]),
  component: RestorePage,
});

const route = getRouteApi('/_app/backups/$backup/restore');

function RestorePage() {
  const { backup: id } = route.useParams();
  const navigate = useNavigate();
  const query = useQuery(backupOptions(id));
  const mayAct = useIsAllowed('operator');
  const backup = query.data;
  return (
    <Page
      title={backup ? `Restore ${ownerOf(backup)}` : 'Restore'}
      width="text"
      trail={
        <Link to="/backups/$backup" params={{ backup: id }}>
          {backup ? `Backup of ${formatShort(backup.createdAt)}` : 'Backup'}
        </Link>
      }
    >
      <Loaded query={query}>
        {(data) =>
          mayAct && isUsable(data) ? (
            <RestoreForm
              key={id}
              backup={data}
              onRun={(run) => void navigate({ to: '/runs/$run', params: { run } })}
            />
          ) : (
            <Notice
              tone="idle"
              title={mayAct ? 'Only a complete backup can be restored' : 'An operator restores'}
            />
          )
        }
      </Loaded>
    </Page>
  );
}
