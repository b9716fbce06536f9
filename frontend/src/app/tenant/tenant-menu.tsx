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
import { Menu, MenuAction, MenuBelow, MenuLine, MenuLink } from '@/shared/ui/menu';
import { toastProblem } from '../toast-problem';
import { DeleteDialog } from './delete-dialog';
import { useTenantActions } from './use-tenant-actions';

type MenuTenant = Pick<TenantSummary, 'slug' | 'name' | 'domain' | 'url' | 'status' | 'lastDeployment'>;

type TenantMenuProps = { tenant: MenuTenant; isInMaintenance: boolean };

/** Everything that can be done with the tenant of a page, but to deploy: that has a button of its own. */
export function TenantMenu({ tenant, isInMaintenance }: TenantMenuProps) {
  const { items, dialogs } = useTenantMenu(tenant, isInMaintenance, false);
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
        {items}
      </Menu>
      {dialogs}
    </>
  );
}

type TenantRowMenuProps = TenantMenuProps & {
  /** The button of the tenant's row; undefined once the menu is closed. */
  button: HTMLElement | undefined;
  onClose(): void;
};

/** Everything that can be done with a tenant of a list: one menu, whichever row's button opened it. */
export function TenantRowMenu({ tenant, isInMaintenance, button, onClose }: TenantRowMenuProps) {
  const { items, dialogs } = useTenantMenu(tenant, isInMaintenance, true);
  return (
    <>
      <MenuBelow button={button} onClose={onClose}>
        {items}
      </MenuBelow>
      {dialogs}
    </>
  );
}

function useTenantMenu(tenant: MenuTenant, isInMaintenance: boolean, isInList: boolean) {
  const mayAct = useIsAllowed('operator');
  const actions = useTenantActions(tenant.slug, toastProblem);
  const [open, setOpen] = useState<'stop' | 'maintenance' | 'delete'>();
  const close = () => setOpen(undefined);
  const { status } = tenant;

  const items = (
    <>
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
    </>
  );
  const dialogs = (
    <>
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
  return { items, dialogs };
}
