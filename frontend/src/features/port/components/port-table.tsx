import { Link } from '@tanstack/react-router';
import { QuietBadge } from '@/shared/ui/badge';
import { Button } from '@/shared/ui/button';
import { type Column, DataTable } from '@/shared/ui/data-table';
import type { Tone } from '@/shared/ui/tone';
import type { PortBlock } from '../api/ports';

const states: Record<PortBlock['state'], { label: string; tone: Tone }> = {
  leased: { label: 'Leased', tone: 'good' },
  reserved: { label: 'Reserved', tone: 'warn' },
  foreign: { label: 'Foreign', tone: 'bad' },
};

type PortTableProps = {
  blocks: readonly PortBlock[] | undefined;
  isStale: boolean;
  /** Absent if the user may not release reservations. */
  onRelease?(first: number): void;
};

/** The blocks of four ports that are not free: leased by a tenant, reserved, or used by a foreign process. */
export function PortTable({ blocks, isStale, onRelease }: PortTableProps) {
  return (
    <DataTable
      label="Ports"
      items={blocks}
      isStale={isStale}
      keyOf={({ first }) => first}
      columns={[
        ...columns,
        {
          id: 'release',
          label: 'Release',
          isBare: true,
          isRight: true,
          width: 'w-28',
          cell: ({ state, first }) =>
            state === 'reserved' && onRelease ? (
              <Button size="sm" variant="quiet" onClick={() => onRelease(first)}>
                Release<span className="sr-only"> {first}</span>
              </Button>
            ) : null,
        },
      ]}
    />
  );
}

const mono = (text: string | number) => <span className="font-mono text-xs">{text}</span>;

const columns: readonly Column<PortBlock>[] = [
  {
    id: 'first',
    label: 'Block',
    width: 'w-36',
    isTitle: true,
    cell: ({ first }) => <span className="font-mono text-sm font-medium">{`${first}–${first + 3}`}</span>,
  },
  {
    id: 'state',
    label: 'State',
    width: 'w-32',
    cell: ({ state }) => <QuietBadge tone={states[state].tone}>{states[state].label}</QuietBadge>,
  },
  {
    id: 'for',
    label: 'For',
    cell: ({ tenant, reason }) =>
      tenant ? (
        <Link
          to="/tenants/$tenant"
          params={{ tenant: tenant.slug }}
          className="font-medium text-accent hover:underline"
        >
          {tenant.slug}
        </Link>
      ) : (
        <span className="text-muted">{reason}</span>
      ),
  },
  {
    id: 'a',
    label: 'Slot a: frontend, backend',
    width: 'w-48',
    isExtra: true,
    cell: ({ frontend, backend }) => mono(`${frontend}, ${backend}`),
  },
  {
    id: 'b',
    label: 'Slot b: frontend, backend',
    width: 'w-48',
    isExtra: true,
    cell: ({ standby }) => mono(`${standby.frontend}, ${standby.backend}`),
  },
];
