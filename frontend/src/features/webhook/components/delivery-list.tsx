import { Link } from '@tanstack/react-router';
import { QuietBadge } from '@/shared/ui/badge';
import { TimeAgo } from '@/shared/ui/time-ago';
import { type Delivery, deliveryResults, titleOf } from '../model';

/** The last deliveries with what came of each, so that a push that did not deploy says why. */
export function DeliveryList({ deliveries }: { deliveries: readonly Delivery[] }) {
  return (
    <ul className="divide-y divide-line">
      {deliveries.map((delivery) => (
        <li key={delivery.id} className="grid gap-0.5 px-4 py-2">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="min-w-0 break-words">{titleOf(delivery)}</span>
            <span className="flex items-baseline gap-3">
              <QuietBadge tone={deliveryResults[delivery.result].tone}>
                {deliveryResults[delivery.result].label}
              </QuietBadge>
              <span className="w-24 text-right text-sm text-muted">
                <TimeAgo at={delivery.at} />
              </span>
            </span>
          </div>
          <Outcome delivery={delivery} />
        </li>
      ))}
    </ul>
  );
}

function Outcome({ delivery }: { delivery: Delivery }) {
  const { reason, deploymentId, repeats } = delivery;
  if (!reason && !deploymentId && repeats === 0) return null;
  return (
    <p className="text-sm break-words text-muted">
      {deploymentId ? (
        <Link
          to="/deployments/$deployment"
          params={{ deployment: deploymentId }}
          className="text-accent underline hover:no-underline"
        >
          Show deployment
        </Link>
      ) : (
        reason
      )}
      {repeats > 0 && ` Delivered ${repeats} more ${repeats === 1 ? 'time' : 'times'}, ignored.`}
    </p>
  );
}
