import { formatShort } from '@/shared/format/time';
import { Badge, QuietBadge } from '@/shared/ui/badge';
import { type Health, healthStates, type TenantStatus, tenantStates } from '../model';

export function TenantStatusBadge({ status }: { status: TenantStatus }) {
  const { label, tone } = tenantStates[status];
  return <Badge tone={tone}>{label}</Badge>;
}

/** Maintenance by hand, beside the status: the services may be fine. */
export function MaintenanceBadge({ until }: { until?: string | null }) {
  return <Badge tone="warn">{until ? `In maintenance until ${formatShort(until)}` : 'In maintenance'}</Badge>;
}

/** The status in a table: only what is wrong or under way stands out. */
export function QuietStatus({
  status,
  isInMaintenance,
}: {
  status: TenantStatus;
  isInMaintenance?: boolean;
}) {
  const { label, tone } = tenantStates[status];
  if (isInMaintenance && status === 'active') return <QuietBadge tone="warn">Maintenance</QuietBadge>;
  if (status === 'draft') return <span className="text-muted">{label}</span>;
  return <QuietBadge tone={tone}>{label}</QuietBadge>;
}

export function HealthBadge({ health }: { health: Health }) {
  const { label, tone } = healthStates[health];
  if (health === 'unknown')
    return (
      <span className="text-muted">
        <span aria-hidden>–</span>
        <span className="sr-only">{label}</span>
      </span>
    );
  return <QuietBadge tone={tone}>{label}</QuietBadge>;
}
