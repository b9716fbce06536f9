import { Link } from '@tanstack/react-router';
import { ArchiveRestore } from 'lucide-react';
import { formatBytes } from '@/shared/format/bytes';
import { QuietBadge } from '@/shared/ui/badge';
import { timeColumn } from '@/shared/ui/columns';
import { type Column, DataTable } from '@/shared/ui/data-table';
import { Restorable } from '@/shared/ui/restorable';
import { TimeAgo } from '@/shared/ui/time-ago';
import { backupStates, type Protection } from '../model';

const look = 'truncate font-semibold after:absolute after:inset-0 group-hover:text-accent';

const columns: readonly Column<Protection>[] = [
  {
    id: 'tenant',
    label: 'Tenant',
    isTitle: true,
    cell: ({ tenantId, slug, name, deleted }) => (
      <span className="flex items-baseline gap-2">
        {deleted ? (
          <Link to="/backups" search={{ tenant: tenantId }} className={look}>
            {name ?? slug}
          </Link>
        ) : (
          <Link to="/tenants/$tenant/backups" params={{ tenant: slug }} className={look}>
            {name ?? slug}
          </Link>
        )}
        {deleted && <span className="shrink-0 text-xs text-muted">deleted</span>}
      </span>
    ),
  },
  {
    id: 'proven',
    label: 'Restorable',
    width: 'w-60',
    cell: ({ provenAt }) => <Restorable provenAt={provenAt} />,
  },
  {
    id: 'newest',
    label: 'Newest backup',
    width: 'w-52',
    cell: ({ newestAt, newestState }) =>
      newestAt && newestState ? (
        <span className="inline-flex items-baseline gap-2">
          <QuietBadge tone={backupStates[newestState].tone}>{backupStates[newestState].label}</QuietBadge>
          <span className="text-sm text-muted">
            <TimeAgo at={newestAt} />
          </span>
        </span>
      ) : (
        <span className="text-muted">None</span>
      ),
  },
  timeColumn('next', 'Next', ({ nextRun }) => nextRun, { without: 'No schedule' }),
  {
    id: 'size',
    label: 'Backups',
    width: 'w-36',
    isRight: true,
    cell: ({ backups, bytes }) => (
      <span className="text-sm text-muted tabular-nums">
        {backups}, {formatBytes(bytes)}
      </span>
    ),
  },
];

/** Leads to the restore of what is proven; which other backup to take, is chosen from the list of them. */
const restoreColumn: Column<Protection> = {
  id: 'restore',
  label: 'Restore',
  isBare: true,
  isRight: true,
  width: 'w-28',
  cell: ({ deleted, slug, provenBackupId }) =>
    deleted &&
    provenBackupId && (
      <Link
        to="/backups/$backup/restore"
        params={{ backup: provenBackupId }}
        aria-label={`Restore ${slug}`}
        className="relative z-10 inline-flex items-center gap-1.5 text-accent hover:underline"
      >
        <ArchiveRestore aria-hidden className="size-4" />
        Restore
      </Link>
    ),
};

type ProtectionTableProps = {
  tenants: readonly Protection[] | undefined;
  isStale?: boolean;
  /** Those who may bring deleted ones back. */
  mayRestore?: boolean;
};

/** The tenants, one row each, by what is proven about their backups. */
export function ProtectionTable({ tenants, isStale, mayRestore }: ProtectionTableProps) {
  return (
    <DataTable
      label="Backups of tenants"
      items={tenants}
      isStale={isStale}
      keyOf={({ tenantId }) => tenantId}
      columns={mayRestore ? [...columns, restoreColumn] : columns}
    />
  );
}
