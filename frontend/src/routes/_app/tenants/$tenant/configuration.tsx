import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { configOptions } from '@/features/config/api/config';
import { ConfigEditor } from '@/features/config/components/config-editor';
import { ConfigVersions } from '@/features/config/components/config-versions';
import { ControlButtons } from '@/features/control/components/control-buttons';
import { tenantOptions } from '@/features/tenant/api/get-tenant';
import { warm } from '@/shared/api/warm';
import { Loaded } from '@/shared/feedback/loaded';
import { useIsAllowed } from '@/shared/session/use-session';
import { Dialog } from '@/shared/ui/dialog';
import { Notice } from '@/shared/ui/notice';
import { Sheet } from '@/shared/ui/page';
import { SecretOnce } from '@/shared/ui/secret-once';

export const Route = createFileRoute('/_app/tenants/$tenant/configuration')({
  loader: ({ context: { queryClient }, params: { tenant }, cause }) =>
    warm(cause, () => [queryClient.prefetchQuery(configOptions(tenant))]),
  component: ConfigurationTab,
});

const route = getRouteApi('/_app/tenants/$tenant/configuration');

function ConfigurationTab() {
  const { tenant: id } = route.useParams();
  const config = useQuery(configOptions(id));
  const { data: tenant } = useQuery(tenantOptions(id));
  const mayChange = useIsAllowed('operator');
  const navigate = useNavigate();
  const [password, setPassword] = useState<string>();

  return (
    <Loaded query={config}>
      {(stored) => (
        <Sheet>
          {stored.value.restartRequired && tenant?.status === 'active' && (
            <div className="flex flex-wrap items-center justify-between gap-3">
              <div className="min-w-0 flex-1">
                <Notice
                  tone="warn"
                  title="The running services use an older version. Restart them to apply it."
                />
              </div>
              {mayChange && (
                <span className="flex gap-2">
                  <ControlButtons
                    tenant={id}
                    name={tenant.name}
                    status={tenant.status}
                    onAccepted={(deployment) =>
                      void navigate({ to: '/deployments/$deployment', params: { deployment } })
                    }
                  />
                </span>
              )}
            </div>
          )}
          <ConfigEditor key={id} tenant={id} stored={stored} mayChange={mayChange} onPassword={setPassword} />
          <ConfigVersions tenant={id} newest={stored.value.version} mayChange={mayChange} />
          <Dialog title="New password" isOpen={password !== undefined}>
            <SecretOnce
              title="Administrator's password"
              name="password"
              secret={password ?? ''}
              done="Stored"
              onDone={() => setPassword(undefined)}
            />
          </Dialog>
        </Sheet>
      )}
    </Loaded>
  );
}
