import { Badge } from '@/shared/ui/badge';
import { type DeploymentStatus, deploymentStates } from '../model';

export function DeploymentBadge({ status }: { status: DeploymentStatus }) {
  const { label, tone } = deploymentStates[status];
  return <Badge tone={tone}>{label}</Badge>;
}
