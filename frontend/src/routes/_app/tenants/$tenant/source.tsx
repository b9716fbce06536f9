import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi } from '@tanstack/react-router';
import { tenantOptions } from '@/features/tenant/api/get-tenant';
import { TenantSource } from '@/features/tenant/components/tenant-source';
import { webhookOptions } from '@/features/webhook/api/webhook';
import { DeliveryList } from '@/features/webhook/components/delivery-list';
import { StatusPanel } from '@/features/webhook/components/status-panel';
import { WebhookPanel } from '@/features/webhook/components/webhook-panel';
import { statusProblem } from '@/features/webhook/model';
import { warm } from '@/shared/api/warm';
import { Loaded } from '@/shared/feedback/loaded';
import { useIsAllowed } from '@/shared/session/use-session';
import { Sheet } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';

export const Route = createFileRoute('/_app/tenants/$tenant/source')({
  loader: ({ context: { queryClient }, params: { tenant }, cause }) =>
    warm(cause, () => [queryClient.prefetchQuery(webhookOptions(tenant))]),
  component: SourceTab,
});

const route = getRouteApi('/_app/tenants/$tenant/source');

function SourceTab() {
  const { tenant: id } = route.useParams();
  const tenant = useQuery(tenantOptions(id));
  const webhook = useQuery(webhookOptions(id));
  const mayChange = useIsAllowed('operator');
  return (
    <Loaded query={tenant}>
      {(data) => (
        <Loaded query={webhook}>
          {(hook) => (
            <Sheet>
              <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
                <WebhookPanel
                  tenant={id}
                  webhook={hook}
                  location={data.source?.location}
                  mayChange={mayChange}
                />
                <div className="grid min-w-0 gap-4">
                  <TenantSource tenant={data} />
                  {hook.enabled && (
                    <StatusPanel
                      tenant={id}
                      webhook={hook}
                      problem={statusProblem(data.source)}
                      mayChange={mayChange}
                    />
                  )}
                </div>
              </div>
              <Panel title="Deliveries" isFlush>
                {hook.deliveries.length > 0 ? (
                  <DeliveryList deliveries={hook.deliveries} />
                ) : (
                  <p className="p-4 text-muted">
                    {hook.enabled
                      ? 'None yet. Push to the branch, or send a test from the forge.'
                      : 'The last twenty appear here while the webhook is on.'}
                  </p>
                )}
              </Panel>
            </Sheet>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
