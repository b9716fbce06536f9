import { formatBytes } from '@/shared/format/bytes';
import { QuietBadge } from '@/shared/ui/badge';
import { type Column, DataTable } from '@/shared/ui/data-table';
import { TimeAgo } from '@/shared/ui/time-ago';
import { inOrder, type Service, serviceStates } from '../model';

/** Services: one row per service and slot. */
export function ServiceTable({ services }: { services: readonly Service[] }) {
  return (
    <DataTable
      label="Services"
      items={inOrder(services)}
      keyOf={({ service, slot }) => `${slot}-${service}`}
      columns={columns}
    />
  );
}

const columns: readonly Column<Service>[] = [
  {
    id: 'service',
    label: 'Service',
    isTitle: true,
    cell: ({ service, slot, live }) => (
      <span className="flex items-baseline gap-2">
        <span className="font-medium">{service}</span>
        <span className="text-sm text-muted">
          slot {slot}
          {live && ', live'}
        </span>
      </span>
    ),
  },
  {
    id: 'state',
    label: 'State',
    width: 'w-26',
    cell: ({ state }) => (
      <QuietBadge tone={serviceStates[state].tone}>{serviceStates[state].label}</QuietBadge>
    ),
  },
  {
    id: 'port',
    label: 'Port',
    width: 'w-16',
    isRight: true,
    cell: ({ port }) => <span className="font-mono text-xs">{port ?? '–'}</span>,
  },
  {
    id: 'memory',
    label: 'Memory',
    width: 'w-20',
    isRight: true,
    cell: ({ memoryBytes }) => (
      <span className="font-mono text-xs">{memoryBytes === null ? '–' : formatBytes(memoryBytes)}</span>
    ),
  },
  {
    id: 'restarts',
    label: 'Restarts',
    width: 'w-20',
    isRight: true,
    cell: ({ restarts }) => <span className="font-mono text-xs">{restarts}</span>,
  },
  {
    id: 'since',
    label: 'Since',
    width: 'w-30',
    isRight: true,
    cell: ({ since }) => <span className="text-sm text-muted">{since ? <TimeAgo at={since} /> : '–'}</span>,
  },
];
