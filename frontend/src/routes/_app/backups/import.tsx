import { createFileRoute } from '@tanstack/react-router';
import { BackupTabs } from '@/app/shell/page-tabs';
import { ImportPanel } from '@/features/backup/components/import-panel';
import { SignerPanel } from '@/features/backup/components/signer-panel';
import { Page } from '@/shared/ui/page';

export const Route = createFileRoute('/_app/backups/import')({ component: ImportPage });

function ImportPage() {
  return (
    <Page title="Import a backup" width="text" below={<BackupTabs />}>
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <ImportPanel />
        <SignerPanel />
      </div>
    </Page>
  );
}
