import { type Column, DataTable } from '@/shared/ui/data-table';
import { TimeAgo } from '@/shared/ui/time-ago';
import type { FailedRequest } from '../model';

/** Requests of visitors that were answered with 500 or above. */
export function FailedRequestTable({ requests }: { requests: readonly FailedRequest[] }) {
  return (
    <DataTable
      label="Failed requests"
      items={requests}
      keyOf={({ requestId }) => requestId}
      columns={columns}
    />
  );
}

const columns: readonly Column<FailedRequest>[] = [
  {
    id: 'status',
    label: 'Status',
    width: 'w-20',
    cell: ({ status }) => <span className="font-mono text-sm font-medium text-bad">{status}</span>,
  },
  {
    id: 'request',
    label: 'Request',
    isTitle: true,
    cell: ({ method, path }) => (
      <span className="font-mono text-sm">
        {method} {path}
      </span>
    ),
  },
  {
    id: 'host',
    label: 'Host',
    width: 'w-56',
    cell: ({ host }) => <span className="text-muted">{host}</span>,
  },
  {
    id: 'service',
    label: 'Service',
    width: 'w-32',
    cell: ({ service, slot }) => (service ? `${service}${slot ? ` ${slot}` : ''}` : '–'),
  },
  { id: 'took', label: 'Took', width: 'w-24', isRight: true, cell: ({ durationMs }) => `${durationMs} ms` },
  { id: 'at', label: 'When', width: 'w-32', isRight: true, cell: ({ at }) => <TimeAgo at={at} /> },
];
