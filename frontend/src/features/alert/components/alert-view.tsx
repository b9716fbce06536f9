import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Badge, QuietBadge } from '@/shared/ui/badge';
import { Fact, Facts, Panel } from '@/shared/ui/panel';
import { TimeAgo } from '@/shared/ui/time-ago';
import { useNow } from '@/shared/ui/use-now';
import { type Alert, foldedOptions } from '../api/alerts';
import { attention, severities } from '../model';
import { DeliveryList } from './delivery-list';

/** What is wrong, who was told, and the alerts that it speaks for. */
export function AlertView({ alert }: { alert: Alert }) {
  const now = useNow(30_000);
  const {
    title,
    detail,
    severity,
    tenantId,
    tenantSlug,
    server,
    beganAt,
    endedAt,
    snoozedUntil,
    deliveries,
  } = alert;
  const seen = attention(alert, now);
  return (
    <>
      <Panel title="What is wrong">
        <div className="grid gap-4">
          <div className="flex flex-wrap items-center gap-2">
            {endedAt ? (
              <Badge tone="good">Over</Badge>
            ) : (
              <Badge tone={severities[severity].tone}>{severities[severity].label}</Badge>
            )}
            <span className="font-medium [overflow-wrap:anywhere]">{title}</span>
          </div>
          <p className="[overflow-wrap:anywhere]">{detail}</p>
          <Facts>
            <Fact term="Since">
              <TimeAgo at={beganAt} />
            </Fact>
            {endedAt && (
              <Fact term="Over">
                <TimeAgo at={endedAt} />
              </Fact>
            )}
            <Fact term="Tenant">
              {tenantId && tenantSlug ? (
                <Link
                  to="/tenants/$tenant"
                  params={{ tenant: tenantSlug }}
                  className="text-accent hover:underline"
                >
                  {tenantSlug}
                </Link>
              ) : (
                (tenantSlug ?? 'None: it concerns the machine')
              )}
            </Fact>
            <Fact term="Server">{server}</Fact>
            <Fact term="Seen to">
              {seen ?? 'Nobody has seen to it'}
              {seen === 'Put off' && snoozedUntil && (
                <>
                  {' '}
                  until <TimeAgo at={snoozedUntil} />
                </>
              )}
            </Fact>
          </Facts>
        </div>
      </Panel>
      {alert.folded > 0 && <FoldedAlerts id={alert.id} />}
      <Panel title="Messages" isFlush>
        {deliveries.length === 0 ? (
          <p className="px-4 py-3 text-muted">No rule tells anybody of it.</p>
        ) : (
          <DeliveryList deliveries={deliveries} titleOf={({ channelName }) => channelName} />
        )}
      </Panel>
    </>
  );
}

function FoldedAlerts({ id }: { id: string }) {
  const { data } = useQuery({ ...foldedOptions(id), throwOnError: false });
  return (
    <Panel title="Alerts that it speaks for" isFlush>
      <ul className="divide-y divide-line">
        {data?.items.map((each) => (
          <li key={each.id} className="flex flex-wrap items-center gap-x-3 px-4 py-2">
            <Link to="/alerts/$alert" params={{ alert: each.id }} className="text-accent hover:underline">
              {each.title}
            </Link>
            {each.endedAt ? (
              <QuietBadge tone="good">Over</QuietBadge>
            ) : (
              <QuietBadge tone={severities[each.severity].tone}>{severities[each.severity].label}</QuietBadge>
            )}
          </li>
        ))}
      </ul>
      {data && data.total > data.items.length && (
        <p className="px-4 py-2 text-sm text-muted">And {data.total - data.items.length} more.</p>
      )}
    </Panel>
  );
}
