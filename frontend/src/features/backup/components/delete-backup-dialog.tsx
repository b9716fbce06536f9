import { formatAbsolute } from '@/shared/format/time';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { useDeleteBackup } from '../api/backups';
import { type Backup, ownerOf } from '../model';

type DeleteBackupDialogProps = { backup: Backup; isOpen: boolean; onClose(): void };

/** Marks a backup for deletion. Nothing is lost before 72 hours have passed. */
export function DeleteBackupDialog({ backup, isOpen, onClose }: DeleteBackupDialogProps) {
  const deletion = useDeleteBackup();
  return (
    <Dialog title="Delete this backup?" isOpen={isOpen} onClose={onClose}>
      <p>
        The backup of <span className="font-medium">{ownerOf(backup)}</span> from{' '}
        {formatAbsolute(backup.createdAt)} is marked now and purged after 72 hours. Until then it stays where
        it is.
      </p>
      {backup.proof?.verdict === 'proven' && (
        <p className="text-warn">It is proven restorable. The newest proven backup of a tenant is refused.</p>
      )}
      <DialogActions>
        <Button onClick={onClose} data-autofocus>
          Cancel
        </Button>
        <Button
          variant="danger"
          isPending={deletion.isPending}
          onClick={() => deletion.run(backup.id, { onSuccess: onClose, onError: onClose })}
        >
          Delete
        </Button>
      </DialogActions>
    </Dialog>
  );
}
