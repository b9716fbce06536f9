import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatBytes } from '@/shared/format/bytes';
import { formatShort } from '@/shared/format/time';
import { type Column, DataTable } from '@/shared/ui/data-table';
import { type Backup, keptWords } from '../model';
import { BackupState, ProofVerdict } from './badges';

type BackupTableProps = {
  backups: readonly Backup[] | undefined;
  isStale?: boolean;
  sort?: string;
  onSort?(sort: string): void;
  /** Whose they are; left out where all are of one tenant. */
  hasTenant?: boolean;
  /** What can be done with one; absent for those who may nothing. */
  menu?(backup: Backup): ReactNode;
};

/** Backups, newest first. Each row links to its backup. */
export function BackupTable({ backups, hasTenant, menu, ...table }: BackupTableProps) {
  return (
    <DataTable
      {...table}
      label="Backups"
      items={backups}
      keyOf={({ id }) => id}
      columns={[
        ...(hasTenant ? [tenantColumn] : []),
        ...columnsOf(hasTenant),
        ...(menu ? [menuOf(menu)] : []),
      ]}
    />
  );
}

const link = 'truncate font-semibold after:absolute after:inset-0 group-hover:text-accent';

const tenantColumn: Column<Backup> = {
  id: 'tenant',
  label: 'Tenant',
  sort: 'slug',
  isTitle: true,
  cell: ({ id, tenantName, slug, tenantDeleted, createdAt }) => (
    <span className="flex items-baseline gap-2">
      <Link to="/backups/$backup" params={{ backup: id }} className={link}>
        {tenantName ?? slug}
        <span className="sr-only">, {createdAt}</span>
      </Link>
      {tenantName && <span className="shrink-0 font-mono text-xs text-muted max-2xl:hidden">{slug}</span>}
      {tenantDeleted && <span className="shrink-0 text-xs text-muted">deleted</span>}
    </span>
  ),
};

const keptColumn: Column<Backup> = {
  id: 'kept',
  label: 'Kept because',
  isExtra: true,
  cell: (backup) => (
    <span className="text-sm text-muted" title={keptWords(backup)}>
      {keptWords(backup) || '–'}
    </span>
  ),
};

function columnsOf(hasTenant = false): Column<Backup>[] {
  return [
    {
      id: 'when',
      label: 'Made',
      sort: 'createdAt',
      width: hasTenant ? 'w-36' : 'w-32',
      isTitle: !hasTenant,
      cell: ({ id, createdAt }) =>
        hasTenant ? (
          <time dateTime={createdAt} className="tabular-nums">
            {formatShort(createdAt)}
          </time>
        ) : (
          <Link to="/backups/$backup" params={{ backup: id }} className={link}>
            <time dateTime={createdAt} className="tabular-nums">
              {formatShort(createdAt)}
            </time>
          </Link>
        ),
    },
    {
      id: 'state',
      label: 'State',
      width: 'w-36',
      cell: (backup) => (
        <span title={backup.error ?? undefined}>
          <BackupState backup={backup} />
        </span>
      ),
    },
    {
      id: 'proof',
      label: 'Proof',
      width: 'w-48',
      cell: (backup) => (backup.state === 'complete' ? <ProofVerdict proof={backup.proof} /> : '–'),
    },
    {
      id: 'size',
      label: 'Size',
      sort: 'bytes',
      width: 'w-24',
      isRight: true,
      cell: ({ bytes }) => (
        <span className="text-sm text-muted tabular-nums">{bytes === null ? '–' : formatBytes(bytes)}</span>
      ),
    },
    hasTenant ? { ...keptColumn, width: 'w-[18%]' } : keptColumn,
  ];
}

const menuOf = (menu: (backup: Backup) => ReactNode): Column<Backup> => ({
  id: 'menu',
  label: 'Actions',
  isBare: true,
  isRight: true,
  width: 'w-14',
  cell: (backup) => <span className="relative z-10 inline-flex">{menu(backup)}</span>,
});
