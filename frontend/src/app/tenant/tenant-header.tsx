import { ExternalLink } from 'lucide-react';
import { ControlButtons } from '@/features/control/components/control-buttons';
import { DeployButton } from '@/features/deployment/components/deploy-button';
import { isInMaintenance, isMoving, isServing, type Tenant } from '@/features/tenant/model';
import { useIsAllowed } from '@/shared/session/use-session';
import { ButtonLink, SiteLink } from '@/shared/ui/button';
import { Spinner } from '@/shared/ui/spinner';
import { TenantMenu } from './tenant-menu';
import type { useTenantActions } from './use-tenant-actions';

type TenantHeaderProps = {
  tenant: Tenant;
  /** The deployment under way, if there is one. */
  running?: string;
  actions: ReturnType<typeof useTenantActions>;
};

/** The actions of a tenant in its bar: open, control, deploy, and the rest behind a menu. */
export function TenantHeaderActions({ tenant, running, actions }: TenantHeaderProps) {
  const mayAct = useIsAllowed('operator');
  return (
    <>
      {isServing(tenant) && (
        <span className="max-sm:hidden">
          <SiteLink href={tenant.url}>
            Open site
            <ExternalLink aria-hidden />
          </SiteLink>
        </span>
      )}
      {mayAct && (
        <>
          {/* On narrow screens the menu holds them. */}
          <span className="contents max-md:hidden">
            <ControlButtons
              tenant={tenant.slug}
              name={tenant.name}
              status={tenant.status}
              onAccepted={actions.follow}
            />
          </span>
          {running ? (
            <ButtonLink variant="primary" to="/deployments/$deployment" params={{ deployment: running }}>
              <Spinner />
              Show deployment
            </ButtonLink>
          ) : (
            <DeployButton
              tenant={tenant.slug}
              name={tenant.name}
              isPending={actions.isDeploying}
              isBlocked={isMoving(tenant.status)}
              label={tenant.latestDeployment ? 'Deploy again' : 'Deploy'}
              onDeploy={actions.deploy}
              onRollback={actions.rollback}
            />
          )}
        </>
      )}
      <TenantMenu tenant={tenant} isInMaintenance={isInMaintenance(tenant)} />
    </>
  );
}
