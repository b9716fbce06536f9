import { QuietBadge } from '@/shared/ui/badge';
import { TimeAgo } from '@/shared/ui/time-ago';
import { type Backup, backupStates, isMarked, lacksFiles, verdicts } from '../model';

export function BackupState({
  backup,
}: {
  backup: Pick<Backup, 'state' | 'held' | 'expiresAt' | 'filesBytes'>;
}) {
  const { label, tone } = backupStates[backup.state];
  if (isMarked(backup)) return <QuietBadge tone="warn">To be deleted</QuietBadge>;
  if (lacksFiles(backup)) return <QuietBadge tone="warn">Without files</QuietBadge>;
  return <QuietBadge tone={tone}>{backup.held ? `${label}, held` : label}</QuietBadge>;
}

/** The verdict of the latest proof and its age; only a restore that was tried counts as proven. */
export function ProofVerdict({ proof }: { proof: Backup['proof'] }) {
  if (!proof) return <span className="text-muted">Not tried yet</span>;
  const { label, tone } = verdicts[proof.verdict];
  return (
    <span
      className="inline-flex max-w-full items-center gap-1.5 align-middle"
      title={proof.reason ?? undefined}
    >
      <QuietBadge tone={tone}>{label}</QuietBadge>
      <span className="truncate text-sm text-muted">
        <TimeAgo at={proof.at} />
      </span>
    </span>
  );
}
