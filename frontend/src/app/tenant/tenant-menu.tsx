import { Link } from '@tanstack/react-router';
import {
  Copy,
  Ellipsis,
  ExternalLink,
  History,
  Play,
  Rocket,
  RotateCw,
  SlidersHorizontal,
  Square,
  TrafficCone,
  Trash2,
} from 'lucide-react';
import { useState } from 'react';
import { MaintenanceDialog } from '@/features/control/components/maintenance-dialog';
import { StopDialog } from '@/features/control/components/stop-dialog';
import { isMoving, isServing, type TenantSummary } from '@/features/tenant/model';
import { useIsAllowed } from '@/shared/session/use-session';
import { copyText } from '@/shared/ui/copy-text';
import { IconButton } from '@/shared/ui/icon-button';
import { Menu, MenuAction, MenuLine, MenuLink } from '@/shared/ui/menu';
import { toastProblem } from '../toast-problem';
import { DeleteDialog } from './delete-dialog';
import { useTenantActions } from './use-tenant-actions';

type TenantMenuProps = {
  tenant: Pick<TenantSummary, 'slug' | 'name' | 'domain' | 'url' | 'status' | 'lastDeployment'>;
  isInMaintenance: boolean;
  /** In a list, the menu also deploys; on the tenant's page a button of its own does. */
  isInList: boolean;
};

/** Everything that can be done with a tenant, behind one button. */
export function TenantMenu({ tenant, isInMaintenance, isInList }: TenantMenuProps) {
  const mayAct = useIsAllowed('operator');
  const actions = useTenantActions(tenant.slug, toastProblem);
  const [open, setOpen] = useState<'stop' | 'maintenance' | 'delete'>();
  const close = () => setOpen(undefined);
  const { status } = tenant;

  return (
    <>
      <Menu
        trigger={
          <IconButton
            label={`Actions for ${tenant.name}`}
            icon={<Ellipsis aria-hidden />}
            className="size-7 text-muted hover:bg-line hover:text-ink"
          />
        }
      >
        {isServing(tenant) && (
          <MenuLink
            Icon={ExternalLink}
            label="Open site"
            link={<a href={tenant.url} target="_blank" rel="noreferrer" />}
          />
        )}
        <MenuAction Icon={Copy} label="Copy address" onChoose={() => void copyText(tenant.url)} />
        {isInList && (
          <>
            <MenuLink
              Icon={SlidersHorizontal}
              label="Configuration"
              link={<Link to="/tenants/$tenant/configuration" params={{ tenant: tenant.slug }} />}
            />
            <MenuLink
              Icon={History}
              label="Deployments"
              link={<Link to="/tenants/$tenant/deployments" params={{ tenant: tenant.slug }} />}
            />
          </>
        )}
        {mayAct && (
          <>
            <MenuLine />
            {isInList && (
              <MenuAction
                Icon={Rocket}
                label="Deploy"
                isDisabled={isMoving(status)}
                onChoose={() => actions.deploy({})}
              />
            )}
            {status === 'stopped' && (
              <MenuAction Icon={Play} label="Start" onChoose={() => actions.control('start')} />
            )}
            {status === 'active' && (
              <>
                <MenuAction Icon={RotateCw} label="Restart" onChoose={() => actions.control('restart')} />
                <MenuAction Icon={Square} label="Stop" onChoose={() => setOpen('stop')} />
              </>
            )}
            <MenuAction
              Icon={TrafficCone}
              label={isInMaintenance ? 'End maintenance' : 'Maintenance page'}
              isDisabled={status === 'deleting'}
              onChoose={() => setOpen('maintenance')}
            />
            <MenuAction
              Icon={Trash2}
              label="Delete"
              isDangerous
              isDisabled={isMoving(status)}
              onChoose={() => setOpen('delete')}
            />
          </>
        )}
      </Menu>
      <StopDialog
        name={tenant.name}
        isOpen={open === 'stop'}
        onClose={close}
        onStop={() => actions.control('stop')}
      />
      <MaintenanceDialog
        tenant={tenant.slug}
        name={tenant.name}
        isInMaintenance={isInMaintenance}
        isOpen={open === 'maintenance'}
        onClose={close}
      />
      <DeleteDialog
        tenant={tenant}
        isOpen={open === 'delete'}
        isPending={actions.isRemoving}
        onClose={close}
        onDelete={actions.remove}
      />
    </>
  );
}
