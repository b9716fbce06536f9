import { Link } from '@tanstack/react-router';
import { ArchiveRestore, Download, Ellipsis, Lock, LockOpen, ShieldCheck, Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { formatShort } from '@/shared/format/time';
import { IconButton } from '@/shared/ui/icon-button';
import { Menu, MenuAction, MenuLine, MenuLink } from '@/shared/ui/menu';
import { downloadAddress, useHold, useKeepBackup, useVerify } from '../api/backups';
import { type Backup, isMarked, isUsable } from '../model';
import { DeleteBackupDialog } from './delete-backup-dialog';

/** What an operator can do with a backup. */
export function BackupMenu({ backup, onRun }: { backup: Backup; onRun(run: string): void }) {
  const verify = useVerify();
  const hold = useHold();
  const keep = useKeepBackup();
  const [isDeleting, setIsDeleting] = useState(false);
  const isGood = isUsable(backup);
  if (backup.state === 'running' || backup.state === 'deleted') return null;
  return (
    <>
      <Menu
        trigger={
          <IconButton
            label={`Actions for the backup of ${formatShort(backup.createdAt)}`}
            icon={<Ellipsis aria-hidden />}
            className="size-7 text-muted hover:bg-line hover:text-ink"
          />
        }
      >
        {isGood && (
          <>
            <MenuLink
              Icon={ArchiveRestore}
              label="Restore"
              link={<Link to="/backups/$backup/restore" params={{ backup: backup.id }} />}
            />
            <MenuAction
              Icon={ShieldCheck}
              label="Prove now"
              isDisabled={verify.isPending}
              onChoose={() => verify.run(backup.id, { onSuccess: ({ runId }) => onRun(runId) })}
            />
            <MenuLink
              Icon={Download}
              label="Download, encrypted"
              link={<a href={downloadAddress(backup.id)} download />}
            />
            <MenuAction
              Icon={backup.held ? LockOpen : Lock}
              label={backup.held ? 'Release' : 'Hold'}
              onChoose={() => hold.run(backup)}
            />
            <MenuLine />
          </>
        )}
        {isMarked(backup) ? (
          <MenuAction Icon={Undo2} label="Keep after all" onChoose={() => keep.run(backup.id)} />
        ) : (
          <MenuAction
            Icon={Trash2}
            label="Delete"
            isDangerous
            isDisabled={backup.held}
            onChoose={() => setIsDeleting(true)}
          />
        )}
      </Menu>
      <DeleteBackupDialog backup={backup} isOpen={isDeleting} onClose={() => setIsDeleting(false)} />
    </>
  );
}
