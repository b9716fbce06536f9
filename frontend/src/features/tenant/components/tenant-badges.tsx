import { Badge, QuietBadge } from '@/shared/ui/badge';
import { type Health, healthStates, type TenantStatus, tenantStates } from '../model';

export function TenantStatusBadge({ status }: { status: TenantStatus }) {
  const { label, tone } = tenantStates[status];
  return <Badge tone={tone}>{label}</Badge>;
}

export function HealthBadge({ health }: { health: Health }) {
  const { label, tone } = healthStates[health];
  return <QuietBadge tone={tone}>{label}</QuietBadge>;
}
