import { Link } from '@tanstack/react-router';
import { Check, Clock } from 'lucide-react';
import { QuietBadge } from '@/shared/ui/badge';
import { menuColumn, timeColumn } from '@/shared/ui/columns';
import { type Column, DataTable } from '@/shared/ui/data-table';
import { MenuAction } from '@/shared/ui/menu';
import { useNow } from '@/shared/ui/use-now';
import { type Alert, type AlertState, useAcknowledge, useSnooze } from '../api/alerts';
import { attention, severities } from '../model';

type AlertTableProps = {
  alerts: readonly Alert[] | undefined;
  state: AlertState;
  isStale: boolean;
  mayAct: boolean;
};

/** Open or past alerts. Operators see to the open ones from here. */
export function AlertTable({ alerts, state, isStale, mayAct }: AlertTableProps) {
  const acknowledge = useAcknowledge();
  const snooze = useSnooze();
  const columns =
    state === 'past'
      ? [...common, timeColumn<Alert>('ended', 'Over', ({ endedAt }) => endedAt)]
      : [...common, timeColumn<Alert>('began', 'Since', ({ beganAt }) => beganAt)];
  const menu = menuColumn<Alert>(
    ({ title }) => title,
    ({ id, acknowledgedAt }) => (
      <>
        <MenuAction
          Icon={Check}
          label="I look after it"
          isDisabled={acknowledgedAt !== null}
          onChoose={() => acknowledge.run(id)}
        />
        <MenuAction
          Icon={Clock}
          label="Put off for 1 hour"
          onChoose={() => snooze.run({ id, minutes: 60 })}
        />
        <MenuAction
          Icon={Clock}
          label="Put off for a day"
          onChoose={() => snooze.run({ id, minutes: 24 * 60 })}
        />
      </>
    ),
  );
  return (
    <DataTable
      label={state === 'open' ? 'Open alerts' : 'Past alerts'}
      items={alerts}
      isStale={isStale}
      keyOf={({ id }) => id}
      columns={mayAct && state === 'open' ? [...columns, menu] : columns}
    />
  );
}

function Attention({ alert }: { alert: Alert }) {
  const now = useNow(30_000);
  return <span className="text-sm text-muted">{attention(alert, now) ?? '–'}</span>;
}

const common: readonly Column<Alert>[] = [
  {
    id: 'title',
    label: 'Alert',
    isTitle: true,
    cell: ({ id, title, folded }) => (
      <span className="flex min-w-0 items-center gap-2">
        <Link
          to="/alerts/$alert"
          params={{ alert: id }}
          title={title}
          className="min-w-0 truncate font-medium text-accent hover:underline"
        >
          {title}
        </Link>
        {folded > 0 && <span className="shrink-0 text-sm text-muted tabular-nums">{folded} alerts</span>}
      </span>
    ),
  },
  {
    id: 'severity',
    label: 'Severity',
    width: 'w-32',
    cell: ({ severity }) => (
      <QuietBadge tone={severities[severity].tone}>{severities[severity].label}</QuietBadge>
    ),
  },
  {
    id: 'tenant',
    label: 'Tenant',
    width: 'w-40',
    isWide: true,
    cell: ({ tenantId, tenantSlug }) =>
      tenantId && tenantSlug ? (
        <Link to="/tenants/$tenant" params={{ tenant: tenantSlug }} className="text-accent hover:underline">
          {tenantSlug}
        </Link>
      ) : (
        <span className="text-muted">{tenantSlug ?? '–'}</span>
      ),
  },
  {
    id: 'server',
    label: 'Server',
    width: 'w-32',
    isExtra: true,
    cell: ({ server }) => <span className="text-muted">{server}</span>,
  },
  { id: 'seen', label: 'Seen to', width: 'w-44', isWide: true, cell: (alert) => <Attention alert={alert} /> },
];
