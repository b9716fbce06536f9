import { RefreshCw } from 'lucide-react';
import { isAllowed } from '@/shared/session/session';
import { useSession } from '@/shared/session/use-session';
import { Button } from '@/shared/ui/button';
import { useCheckHealth } from '../api/health';
import type { Health } from '../model';
import { CheckTable } from './check-table';
import { HistoryPanel } from './history-panel';
import { IncidentList } from './incident-list';

/** The checks of a tenant: now, over time, and when they failed. Give it a key of the tenant. */
export function TenantHealth({ tenant, health }: { tenant: string; health: Health }) {
  const { user } = useSession();
  const check = useCheckHealth(tenant);
  return (
    <>
      <div className="flex min-h-12 flex-wrap items-center justify-between gap-3 px-4 py-2 lg:px-6">
        <p role="status" className="text-sm text-muted">
          {health.changing
            ? 'A run is changing this tenant. Results do not count until it has ended.'
            : openText(health.incidents.length)}
        </p>
        {isAllowed(user?.role, 'operator') && (
          <Button size="sm" disabled={check.isPending} onClick={() => check.run(undefined)}>
            <RefreshCw aria-hidden className={check.isPending ? 'animate-turn' : undefined} />
            {check.isPending ? 'Checking' : 'Check now'}
          </Button>
        )}
      </div>
      <CheckTable checks={health.checks} />
      <div className="grid gap-4 p-4 lg:px-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <HistoryPanel tenant={tenant} />
        <IncidentList tenant={tenant} />
      </div>
    </>
  );
}

function openText(incidents: number): string {
  if (incidents === 0) return 'No open incident.';
  return incidents === 1 ? '1 open incident.' : `${incidents} open incidents.`;
}
