import { QuietBadge } from '@/shared/ui/badge';
import { TimeAgo } from '@/shared/ui/time-ago';
import type { AlertDelivery } from '../api/alerts';
import { deliveryStates, phases } from '../model';

/** Messages, and what came of them. The reason of a failure is the manager's own sentence. */
export function DeliveryList({
  deliveries,
  titleOf,
}: {
  deliveries: readonly AlertDelivery[];
  titleOf(delivery: AlertDelivery): string;
}) {
  return (
    <ul className="divide-y divide-line">
      {deliveries.map((delivery) => {
        const { id, phase, state, tries, detail, createdAt, dueAt, endedAt } = delivery;
        return (
          <li key={id} className="grid gap-0.5 px-4 py-2">
            <div className="flex flex-wrap items-center gap-x-3">
              <span className="font-medium [overflow-wrap:anywhere]">{titleOf(delivery)}</span>
              <QuietBadge tone={deliveryStates[state].tone}>{deliveryStates[state].label}</QuietBadge>
              <span className="text-sm text-muted">
                {phases[phase]}, <TimeAgo at={endedAt ?? createdAt} />
                {tries > 1 && `, ${tries} tries`}
                {dueAt && (
                  <>
                    , next try <TimeAgo at={dueAt} />
                  </>
                )}
              </span>
            </div>
            {detail && <p className="text-sm text-muted [overflow-wrap:anywhere]">{detail}</p>}
          </li>
        );
      })}
    </ul>
  );
}
