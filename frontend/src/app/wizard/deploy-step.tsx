import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { deploymentOptions } from '@/features/deployment/api/get-deployment';
import { DeployRefusal } from '@/features/deployment/components/deploy-refusal';
import { DeploymentView } from '@/features/deployment/components/deployment-view';
import { isActive } from '@/features/deployment/model';
import { tenantOptions } from '@/features/tenant/api/get-tenant';
import { isServing } from '@/features/tenant/model';
import { keys } from '@/shared/api/keys';
import { Loaded } from '@/shared/feedback/loaded';
import type { LogView } from '@/shared/log/use-log-view';
import { Button, ButtonLink } from '@/shared/ui/button';
import { CopyButton } from '@/shared/ui/copy-button';
import { Fact, Facts } from '@/shared/ui/panel';

type DeployStepProps = {
  tenant: string;
  deployment: string | undefined;
  refusal: unknown;
  isDeploying: boolean;
  onDeploy(): void;
  onForget(): void;
  /** The choice of a theme, if one was wanted. */
  theme: ReactNode;
};

/** The deployment as it happens, with its log; and what to do next. It can be left: everything goes on. */
export function DeployStep(props: DeployStepProps) {
  const { tenant: slug, deployment, refusal, isDeploying, onDeploy, onForget, theme } = props;
  const queryClient = useQueryClient();
  const { data: tenant } = useQuery({ ...tenantOptions(slug), throwOnError: false });
  const query = useQuery({ ...deploymentOptions(deployment ?? ''), enabled: deployment !== undefined });
  const status = query.data?.status;
  const [view, setView] = useState<LogView>({});
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const isLive = tenant !== undefined && isServing(tenant) && status === 'succeeded';

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <h2 ref={heading} tabIndex={-1} className="sr-only">
        Deploy
      </h2>
      {refusal !== null && refusal !== undefined && (
        <div className="p-4 lg:px-6">
          <DeployRefusal error={refusal} onOver={onForget} />
        </div>
      )}
      <section
        aria-label="What to do next"
        className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 border-b border-line px-4 py-3 lg:px-6"
      >
        <Facts>
          <Fact term="Site">
            {tenant && (
              <span className="inline-flex flex-wrap items-center gap-1">
                {isLive ? (
                  <a href={tenant.url} target="_blank" rel="noreferrer" className="underline">
                    {tenant.url}
                    <span className="sr-only"> (opens in a new tab)</span>
                  </a>
                ) : (
                  tenant.url
                )}
                <CopyButton text={tenant.url} label="Copy the address" />
              </span>
            )}
          </Fact>
          <Fact term="Sign in as">
            {tenant && (
              <span>
                <code className="font-mono text-sm">{tenant.config.adminUsername}</code> (
                {tenant.config.adminEmail}
                ), with the password that was shown
              </span>
            )}
          </Fact>
        </Facts>
        <div className="flex flex-wrap gap-2">
          {!deployment && (
            <Button variant="primary" isPending={isDeploying} onClick={onDeploy}>
              Deploy
            </Button>
          )}
          {refusal !== null && refusal !== undefined && (
            <ButtonLink to="/tenants/$tenant/configuration" params={{ tenant: slug }}>
              Open the configuration
            </ButtonLink>
          )}
          <ButtonLink to="/tenants/$tenant" params={{ tenant: slug }}>
            Open the tenant
          </ButtonLink>
          {query.data && !isActive(query.data) && <ButtonLink to="/tenants/new">Another tenant</ButtonLink>}
        </div>
      </section>
      {theme}
      {deployment ? (
        <Loaded query={query}>
          {(shown) => (
            <DeploymentView
              key={deployment}
              deployment={shown}
              siteUrl={tenant && isServing(tenant) ? tenant.url : undefined}
              view={view}
              onView={setView}
              onEnd={() => void queryClient.invalidateQueries({ queryKey: [keys.tenants] })}
              remedy={
                <Link
                  to="/tenants/$tenant"
                  params={{ tenant: slug }}
                  className="text-sm font-medium underline"
                >
                  Mend and deploy again
                </Link>
              }
            />
          )}
        </Loaded>
      ) : (
        !isDeploying && <p className="px-4 py-3 text-muted lg:px-6">Created, not deployed yet.</p>
      )}
    </div>
  );
}
