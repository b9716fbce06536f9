import { Rocket } from 'lucide-react';
import { Button } from '@/shared/ui/button';

type DeployButtonProps = { isPending: boolean; isBlocked: boolean; label: string; onDeploy(): void };

/** Disabled while a deployment is active: the page shows that one instead. */
export function DeployButton({ isPending, isBlocked, label, onDeploy }: DeployButtonProps) {
  return (
    <Button variant="primary" isPending={isPending} disabled={isBlocked} onClick={onDeploy}>
      {!isPending && <Rocket aria-hidden />}
      {label}
    </Button>
  );
}
