import { Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { formatDay } from '@/shared/format/time';
import { QuietBadge } from '@/shared/ui/badge';
import { Panel } from '@/shared/ui/panel';
import { TimeAgo } from '@/shared/ui/time-ago';
import { type AttentionItem, attentionReasons, type Overview } from '../model';

/** The tenants that need somebody, each with its reason. */
export function AttentionList({ attention }: { attention: Overview['attention'] }) {
  const { items, total } = attention;
  return (
    <Panel
      title={total === 0 ? 'Attention' : `Attention (${total})`}
      isFlush
      actions={
        total > items.length && (
          <Link to="/tenants" search={{ sort: 'attention' }} className="text-sm text-muted hover:underline">
            All tenants by urgency
          </Link>
        )
      }
    >
      {items.length === 0 ? (
        <p className="flex items-center gap-2 px-4 py-3 text-muted">
          <CircleCheck aria-hidden className="size-4 text-good" />
          Nothing needs attention.
        </p>
      ) : (
        <ul className="divide-y divide-line">
          {items.map((item) => (
            <li
              key={`${item.tenantId} ${item.reason}`}
              className="relative grid gap-0.5 px-4 py-2 hover:bg-sunken"
            >
              <div className="flex flex-wrap items-baseline justify-between gap-x-3">
                <Target item={item} />
                <span className="flex items-baseline gap-3">
                  <QuietBadge tone={attentionReasons[item.reason].tone}>
                    {attentionReasons[item.reason].label}
                  </QuietBadge>
                  {item.at && item.reason !== 'certificate' && (
                    <span className="text-sm text-muted">
                      <TimeAgo at={item.at} />
                    </span>
                  )}
                </span>
              </div>
              <p className="text-sm text-muted">{words(item)}</p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** A failure leads to its deployment, bad health to the checks, everything else to the tenant. */
function Target({ item }: { item: AttentionItem }) {
  const look = 'min-w-0 font-semibold after:absolute after:inset-0 hover:text-accent';
  return item.deploymentId ? (
    <Link to="/deployments/$deployment" params={{ deployment: item.deploymentId }} className={look}>
      {item.name}
    </Link>
  ) : (
    <Link
      to={item.reason === 'certificate' ? '/tenants/$tenant' : '/tenants/$tenant/health'}
      params={{ tenant: item.slug }}
      className={look}
    >
      {item.name}
    </Link>
  );
}

function words({ reason, detail, at }: AttentionItem): string {
  return reason === 'certificate' && at ? `Ends on ${formatDay(at)}, and was not renewed.` : detail;
}
