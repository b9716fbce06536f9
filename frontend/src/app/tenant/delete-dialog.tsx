import { useState } from 'react';
import type { Deletion } from '@/features/tenant/api/delete-tenant';
import { Checkbox } from '@/shared/ui/checkbox';
import { ConfirmSlug } from '@/shared/ui/confirm-slug';

type DeleteDialogProps = {
  tenant: { slug: string; name: string; domain: string };
  isOpen: boolean;
  isPending: boolean;
  onClose(): void;
  onDelete(deletion: Deletion): void;
};

/** Deletion by typed slug, with what is lost and what may stay. */
export function DeleteDialog({ tenant, isOpen, isPending, onClose, onDelete }: DeleteDialogProps) {
  const [deletion, setDeletion] = useState<Deletion>({
    removeFiles: false,
    removeDatabase: false,
    skipBackup: false,
  });
  return (
    <ConfirmSlug
      title={`Delete ${tenant.name}`}
      slug={tenant.slug}
      verb="Delete tenant"
      isOpen={isOpen}
      isPending={isPending}
      onClose={onClose}
      onConfirm={() => onDelete(deletion)}
    >
      <ul className="list-disc space-y-1 pl-5">
        <li>
          <span className="font-medium">{tenant.domain}</span> stops at once; visitors get an error.
        </li>
        <li>Services, certificate, configuration and ports are removed.</li>
        {!deletion.skipBackup && <li>A backup is made first, and stays. If it fails, nothing is deleted.</li>}
        <li>Deployments and the audit log are kept.</li>
      </ul>
      <div className="grid gap-2">
        <Checkbox
          label="Also delete its database"
          isChecked={deletion.removeDatabase}
          onCheck={(removeDatabase) => setDeletion({ ...deletion, removeDatabase })}
        />
        <Checkbox
          label="Also delete its uploaded files"
          isChecked={deletion.removeFiles}
          onCheck={(removeFiles) => setDeletion({ ...deletion, removeFiles })}
        />
        <Checkbox
          label="Without a backup"
          hint="Such as when its database is broken already."
          isChecked={deletion.skipBackup}
          onCheck={(skipBackup) => setDeletion({ ...deletion, skipBackup })}
        />
      </div>
    </ConfirmSlug>
  );
}
