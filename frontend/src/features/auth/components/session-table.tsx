import { LogOut } from 'lucide-react';
import { formatAbsolute } from '@/shared/format/time';
import { Button } from '@/shared/ui/button';
import { timeColumn } from '@/shared/ui/columns';
import { type Column, DataTable } from '@/shared/ui/data-table';
import type { OpenSession } from '../api/sessions';
import { programOf } from '../model';

type SessionTableProps = {
  sessions: readonly OpenSession[] | undefined;
  isStale: boolean;
  /** The session that is being ended. */
  ending: string | undefined;
  onEnd(session: OpenSession): void;
};

/** Where users are signed in. One's own session of this page is ended by signing out. */
export function SessionTable({ sessions, isStale, ending, onEnd }: SessionTableProps) {
  return (
    <DataTable
      label="Sessions"
      items={sessions}
      isStale={isStale}
      keyOf={({ id }) => id}
      columns={[
        ...columns,
        {
          id: 'end',
          label: 'End',
          isBare: true,
          isRight: true,
          width: 'w-36',
          cell: (session) =>
            session.current ? (
              <span className="text-sm text-muted">This session</span>
            ) : (
              <Button
                size="sm"
                aria-label={`End the session of ${session.user}`}
                isPending={ending === session.id}
                onClick={() => onEnd(session)}
              >
                {ending !== session.id && <LogOut aria-hidden />}
                End
              </Button>
            ),
        },
      ]}
    />
  );
}

const columns: readonly Column<OpenSession>[] = [
  {
    id: 'user',
    label: 'User',
    isTitle: true,
    cell: ({ user, userAgent }) => (
      <span className="flex items-baseline gap-2">
        <span className="font-semibold">{user}</span>
        <span className="truncate text-sm text-muted" title={userAgent ?? undefined}>
          {programOf(userAgent)}
        </span>
      </span>
    ),
  },
  {
    id: 'address',
    label: 'Address',
    width: 'w-44',
    cell: ({ address }) => <span className="font-mono text-xs">{address ?? 'unknown'}</span>,
  },
  timeColumn('signed-in', 'Signed in', ({ createdAt }) => createdAt),
  timeColumn('seen', 'Last renewed', ({ renewedAt }) => renewedAt, { without: 'Not yet' }),
  {
    id: 'ends',
    label: 'Ends',
    width: 'w-44',
    isExtra: true,
    cell: ({ expiresAt }) => <span className="text-sm text-muted">{formatAbsolute(expiresAt)}</span>,
  },
];
