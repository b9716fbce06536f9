import { QuietBadge } from '@/shared/ui/badge';
import { Fact, Facts, Panel } from '@/shared/ui/panel';
import { TimeAgo } from '@/shared/ui/time-ago';
import type { Overview } from '../model';

/** The servers, whether a manager works for them, and the versions in use. */
export function ServerList({ overview }: { overview: Overview }) {
  const { servers, system } = overview;
  return (
    <Panel title={servers.length === 1 ? 'Server' : 'Servers'} isFlush>
      <ul className="divide-y divide-line">
        {servers.map((server) => (
          <li key={server.name} className="grid gap-0.5 px-4 py-2">
            <span className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="font-semibold">{server.name}</span>
              <QuietBadge tone={server.held ? 'good' : 'warn'}>
                {server.held ? 'Managed' : 'No manager'}
              </QuietBadge>
            </span>
            <span className="text-sm text-muted">
              {server.tenants === 1 ? '1 tenant' : `${server.tenants} tenants`}
              {server.held && server.startedAt ? (
                <>
                  , manager {server.version} since <TimeAgo at={server.startedAt} />
                </>
              ) : (
                !server.held && ', sites stay up, nothing can be changed'
              )}
            </span>
          </li>
        ))}
      </ul>
      {system && (
        <div className="border-t border-line p-4">
          <Facts>
            <Fact term="PostgreSQL">{system.databaseVersion}</Fact>
            <Fact term="Java">{system.javaVersion}</Fact>
            <Fact term="Processors">{system.processors}</Fact>
          </Facts>
        </div>
      )}
    </Panel>
  );
}
