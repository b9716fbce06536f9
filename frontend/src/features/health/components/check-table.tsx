import { formatDuration } from '@/shared/format/duration';
import { QuietBadge } from '@/shared/ui/badge';
import { type Column, DataTable } from '@/shared/ui/data-table';
import { ResultStrip } from '@/shared/ui/result-strip';
import { TimeAgo } from '@/shared/ui/time-ago';
import { type Check, kinds, stateOf } from '../model';

const columns: readonly Column<Check>[] = [
  {
    id: 'kind',
    label: 'Check',
    isTitle: true,
    width: 'w-36 2xl:w-80',
    cell: ({ kind }) => (
      <span className="flex min-w-0 items-baseline gap-2">
        <span className="font-semibold">{kinds[kind].label}</span>
        <span className="truncate text-xs text-muted md:max-2xl:hidden">{kinds[kind].about}</span>
      </span>
    ),
  },
  {
    id: 'health',
    label: 'Health',
    width: 'w-36 2xl:w-52',
    cell: (check) => <QuietBadge tone={stateOf(check).tone}>{stateOf(check).label}</QuietBadge>,
  },
  {
    id: 'detail',
    label: 'Latest result',
    cell: ({ detail }) => (
      <span title={detail} className="line-clamp-2 text-sm whitespace-normal [overflow-wrap:anywhere]">
        {detail}
      </span>
    ),
  },
  {
    id: 'latency',
    label: 'Answer',
    width: 'w-20',
    isRight: true,
    cell: ({ latencyMs }) =>
      latencyMs === null || latencyMs === undefined ? (
        <span className="text-muted">–</span>
      ) : (
        <span className="tabular-nums">{formatDuration(latencyMs)}</span>
      ),
  },
  {
    id: 'recent',
    label: 'Recent',
    width: 'w-28',
    cell: ({ recent }) => <ResultStrip results={recent} />,
  },
  {
    id: 'checked',
    label: 'Checked',
    width: 'w-36',
    cell: ({ checkedAt }) => (
      <span className="text-sm text-muted">
        <TimeAgo at={checkedAt} />
      </span>
    ),
  },
];

/** The checks of a tenant as they are now. */
export function CheckTable({ checks }: { checks: readonly Check[] }) {
  return <DataTable label="Checks" columns={columns} items={checks} keyOf={({ kind }) => kind} />;
}
