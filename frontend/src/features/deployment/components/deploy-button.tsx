import { ChevronDown, History, Rocket, SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/shared/ui/button';
import { Menu, MenuAction } from '@/shared/ui/menu';
import type { DeployRequest } from '../api/deploy-tenant';
import { DeployDialog } from './deploy-dialog';
import { RollbackDialog } from './rollback-dialog';

type DeployButtonProps = {
  tenant: string;
  name: string;
  isPending: boolean;
  /** Something else changes the tenant. */
  isBlocked: boolean;
  label: string;
  onDeploy(request: DeployRequest): void;
  onRollback(deploymentId: string): void;
};

/** Deploys at a click; behind the chevron, with a ref and a reason, or back to an earlier release. */
export function DeployButton({
  tenant,
  name,
  isPending,
  isBlocked,
  label,
  onDeploy,
  onRollback,
}: DeployButtonProps) {
  const [open, setOpen] = useState<'deploy' | 'rollback'>();
  const close = () => setOpen(undefined);
  return (
    <span className="inline-flex">
      <Button
        variant="primary"
        isPending={isPending}
        disabled={isBlocked}
        onClick={() => onDeploy({})}
        className="rounded-r-none"
      >
        {!isPending && <Rocket aria-hidden />}
        {label}
      </Button>
      <Menu
        trigger={
          <Button
            variant="primary"
            aria-label="More ways to deploy"
            disabled={isBlocked || isPending}
            className="rounded-l-none border-l border-on-accent/30 px-1.5"
          >
            <ChevronDown aria-hidden />
          </Button>
        }
      >
        <MenuAction
          Icon={SlidersHorizontal}
          label="Deploy with ref and reason"
          onChoose={() => setOpen('deploy')}
        />
        <MenuAction Icon={History} label="Roll back" onChoose={() => setOpen('rollback')} />
      </Menu>
      <DeployDialog
        name={name}
        isOpen={open === 'deploy'}
        onClose={close}
        onDeploy={(request) => {
          close();
          onDeploy(request);
        }}
      />
      <RollbackDialog
        tenant={tenant}
        name={name}
        isOpen={open === 'rollback'}
        onClose={close}
        onRollback={(deploymentId) => {
          close();
          onRollback(deploymentId);
        }}
      />
    </span>
  );
}
