import { Link } from '@tanstack/react-router';
import { type Column, DataTable } from '@/shared/ui/data-table';
import { TimeAgo } from '@/shared/ui/time-ago';
import type { Release } from '../api/list-releases';

/** Who runs what: the builds of applications, the newest first. */
export function ReleaseTable({
  releases,
  isStale,
}: {
  releases: readonly Release[] | undefined;
  isStale: boolean;
}) {
  return (
    <DataTable label="Releases" items={releases} isStale={isStale} keyOf={({ id }) => id} columns={columns} />
  );
}

function Tenants({ tenants, live, standby }: Release) {
  const rest = live + standby - tenants.length;
  return (
    <span className="flex min-w-0 flex-wrap gap-x-3 gap-y-0.5 py-1 whitespace-normal">
      {tenants.length === 0 && <span className="text-muted">None</span>}
      {tenants.map(({ id, slug, name, live: isLive }) => (
        <span key={id} className="min-w-0">
          <Link to="/tenants/$tenant" params={{ tenant: slug }} className="text-accent hover:underline">
            {name}
          </Link>
          {!isLive && <span className="text-xs text-muted"> (other slot)</span>}
        </span>
      ))}
      {rest > 0 && <span className="text-muted">and {rest} more</span>}
    </span>
  );
}

const columns: readonly Column<Release>[] = [
  {
    id: 'commit',
    label: 'Commit',
    width: 'w-44',
    isTitle: true,
    cell: ({ commit, ref }) => (
      <>
        <span className="font-mono text-sm">{commit.slice(0, 8)}</span>
        {ref && <span className="text-muted"> {ref}</span>}
      </>
    ),
  },
  { id: 'application', label: 'Application', width: 'w-36', cell: ({ application }) => application },
  {
    id: 'live',
    label: 'Live',
    width: 'w-20',
    isRight: true,
    cell: ({ live }) => <span className="tabular-nums">{live}</span>,
  },
  { id: 'tenants', label: 'Tenants', cell: Tenants },
  {
    id: 'built',
    label: 'Built',
    width: 'w-32',
    cell: ({ createdAt }) => <TimeAgo at={createdAt} />,
  },
  {
    id: 'source',
    label: 'Source',
    width: 'w-72',
    isExtra: true,
    cell: ({ sourceLocation, server }) => (
      <span className="block truncate text-muted" title={`${sourceLocation}, on ${server}`}>
        {sourceLocation}
      </span>
    ),
  },
];
