import { type Column, DataTable } from '@/shared/ui/data-table';
import { TimeAgo } from '@/shared/ui/time-ago';
import type { AuditEntry } from '../api/list-audit';
import { changesOf } from '../model';

type AuditTableProps = {
  entries: readonly AuditEntry[] | undefined;
  isStale: boolean;
  onOpen(entry: AuditEntry): void;
};

/** Who changed what, newest first. A row opens the entry with its values before and after. */
export function AuditTable({ entries, isStale, onOpen }: AuditTableProps) {
  return (
    <DataTable
      label="Audit log"
      items={entries}
      isStale={isStale}
      keyOf={({ id }) => id}
      columns={[
        {
          id: 'action',
          label: 'Action',
          width: 'w-56',
          isTitle: true,
          cell: (entry) => (
            <button
              type="button"
              onClick={() => onOpen(entry)}
              className="max-w-full truncate font-mono text-sm font-medium after:absolute after:inset-0 group-hover:text-accent"
            >
              {entry.action}
            </button>
          ),
        },
        ...columns,
      ]}
    />
  );
}

const columns: readonly Column<AuditEntry>[] = [
  { id: 'subject', label: 'Subject', width: 'w-48', cell: ({ subject }) => subject },
  {
    id: 'changes',
    label: 'Changed',
    isExtra: true,
    cell: (entry) => (
      <span className="text-sm text-muted">
        {changesOf(entry)
          .map(({ key }) => key)
          .join(', ')}
      </span>
    ),
  },
  { id: 'actor', label: 'By', width: 'w-36', cell: ({ actor }) => actor },
  {
    id: 'address',
    label: 'From',
    width: 'w-36',
    isExtra: true,
    cell: ({ address }) => <span className="font-mono text-xs text-muted">{address ?? '–'}</span>,
  },
  {
    id: 'at',
    label: 'When',
    width: 'w-36',
    isRight: true,
    cell: ({ at }) => (
      <span className="text-sm text-muted">
        <TimeAgo at={at} />
      </span>
    ),
  },
];
