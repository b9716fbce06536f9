import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi, useNavigate } from '@tanstack/react-router';
import { commandsOptions } from '@/features/deployment/api/commands';
import { deploymentsOptions } from '@/features/deployment/api/list-deployments';
import { CommandList } from '@/features/deployment/components/command-list';
import { DeploymentTable } from '@/features/deployment/components/deployment-table';
import { tenantOptions } from '@/features/tenant/api/get-tenant';
import { warm } from '@/shared/api/warm';
import { Loaded } from '@/shared/feedback/loaded';
import { NothingYet } from '@/shared/feedback/nothing-yet';
import { useIsAllowed } from '@/shared/session/use-session';
import { Sheet } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';

const runs = (tenant: string) => deploymentsOptions({ tenant, kind: 'command', page: 0, size: 20 });

export const Route = createFileRoute('/_app/tenants/$tenant/commands')({
  loader: ({ context: { queryClient }, params: { tenant }, cause }) =>
    warm(cause, () => [
      queryClient.prefetchQuery(commandsOptions(tenant)),
      queryClient.prefetchQuery(runs(tenant)),
    ]),
  component: CommandsTab,
});

const route = getRouteApi('/_app/tenants/$tenant/commands');

function CommandsTab() {
  const { tenant } = route.useParams();
  const navigate = useNavigate();
  const { data: shown } = useQuery(tenantOptions(tenant));
  const commands = useQuery(commandsOptions(tenant));
  const recent = useQuery(runs(tenant));
  const mayRun = useIsAllowed('operator');

  return (
    <Loaded query={commands}>
      {({ items }) =>
        items.length === 0 ? (
          <NothingYet title="No commands">
            {shown?.slots.live === null
              ? 'The commands of the application appear with its first deployment.'
              : 'The live release declares none. Its manifest may list one-off commands under commands.'}
          </NothingYet>
        ) : (
          <Sheet>
            <Panel title="Commands" isFlush>
              <CommandList
                tenant={tenant}
                commands={items}
                mayRun={mayRun}
                onAccepted={(deployment) =>
                  void navigate({ to: '/deployments/$deployment', params: { deployment } })
                }
              />
            </Panel>
            <Panel title="Runs" isFlush>
              <Loaded query={recent} rows={3}>
                {(past) =>
                  past.items.length > 0 ? (
                    <DeploymentTable deployments={past.items} />
                  ) : (
                    <p className="p-4 text-muted">None was run yet. Each run keeps its log.</p>
                  )
                }
              </Loaded>
            </Panel>
          </Sheet>
        )
      }
    </Loaded>
  );
}
