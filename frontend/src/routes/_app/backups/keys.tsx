import { useQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { BackupTabs } from '@/app/shell/page-tabs';
import { keysOptions } from '@/features/backup/api/keys';
import { KeyPanel } from '@/features/backup/components/key-panel';
import { warm } from '@/shared/api/warm';
import { Loaded } from '@/shared/feedback/loaded';
import { useIsAllowed } from '@/shared/session/use-session';
import { Page } from '@/shared/ui/page';

export const Route = createFileRoute('/_app/backups/keys')({
  loader: ({ context: { queryClient }, cause }) =>
    warm(cause, () => [queryClient.prefetchQuery(keysOptions())]),
  component: KeysPage,
});

function KeysPage() {
  const keys = useQuery(keysOptions());
  const mayShow = useIsAllowed('admin');
  return (
    <Page title="Keys of backups" width="text" below={<BackupTabs />}>
      <div className="max-w-3xl">
        <Loaded query={keys}>{(found) => <KeyPanel keys={found} mayShow={mayShow} />}</Loaded>
      </div>
    </Page>
  );
}
