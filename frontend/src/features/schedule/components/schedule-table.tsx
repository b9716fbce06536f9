import { Link } from '@tanstack/react-router';
import { formatDuration } from '@/shared/format/duration';
import { QuietBadge } from '@/shared/ui/badge';
import { timeColumn } from '@/shared/ui/columns';
import { type Column, DataTable } from '@/shared/ui/data-table';
import type { Tone } from '@/shared/ui/tone';
import type { Schedule } from '../api/schedules';

export const verdicts: Record<Schedule['verdict'], { label: string; tone: Tone }> = {
  ok: { label: 'As expected', tone: 'good' },
  waiting: { label: 'Not begun yet', tone: 'idle' },
  running: { label: 'Running', tone: 'busy' },
  missed: { label: 'Missed', tone: 'bad' },
  'too-fast': { label: 'Ended too fast', tone: 'warn' },
  'too-slow': { label: 'Takes too long', tone: 'warn' },
  failed: { label: 'Failed', tone: 'bad' },
};

/** What is done again and again, those with trouble first. */
export function ScheduleTable({
  schedules,
  isStale,
}: {
  schedules: readonly Schedule[] | undefined;
  isStale: boolean;
}) {
  return (
    <DataTable
      label="Schedules"
      items={schedules}
      isStale={isStale}
      keyOf={({ id, server }) => `${server}/${id}`}
      columns={columns}
    />
  );
}

const columns: readonly Column<Schedule>[] = [
  {
    id: 'title',
    label: 'Schedule',
    isTitle: true,
    cell: ({ title, verdict, detail }) => (
      <span className="grid min-w-0">
        <span className="truncate font-medium">{title}</span>
        {verdicts[verdict].tone !== 'good' && verdict !== 'running' && (
          <span className="truncate text-sm text-muted" title={detail}>
            {detail}
          </span>
        )}
      </span>
    ),
  },
  {
    id: 'verdict',
    label: 'State',
    width: 'w-40',
    cell: ({ verdict }) => <QuietBadge tone={verdicts[verdict].tone}>{verdicts[verdict].label}</QuietBadge>,
  },
  {
    id: 'tenant',
    label: 'Tenant',
    width: 'w-40',
    isWide: true,
    cell: ({ tenantSlug }) =>
      tenantSlug ? (
        <Link to="/tenants/$tenant" params={{ tenant: tenantSlug }} className="text-accent hover:underline">
          {tenantSlug}
        </Link>
      ) : (
        <span className="text-muted">–</span>
      ),
  },
  {
    id: 'server',
    label: 'Server',
    width: 'w-32',
    isExtra: true,
    cell: ({ server }) => <span className="text-muted">{server}</span>,
  },
  timeColumn('last', 'Last run', ({ beganAt }) => beganAt, { without: 'Never' }),
  {
    id: 'took',
    label: 'Took',
    width: 'w-28',
    isExtra: true,
    cell: ({ durationMs }) => (
      <span className="text-sm text-muted tabular-nums">
        {durationMs === null ? '–' : formatDuration(durationMs)}
      </span>
    ),
  },
  timeColumn('next', 'Next run', ({ nextAt }) => nextAt, { isWide: true }),
];
