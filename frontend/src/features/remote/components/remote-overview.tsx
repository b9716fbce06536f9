import { useQuery } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { Skeleton } from '@/shared/feedback/skeleton';
import { useIsAllowed } from '@/shared/session/use-session';
import { Button } from '@/shared/ui/button';
import { Sheet } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { personsOptions, statsOptions } from '../api/remote';
import type { Act, Remote } from '../model';
import { ActList } from './act-list';
import { PersonsPanel, StatsPanel } from './stats-panel';

/** What an application says of itself: the last good values at once, newer ones as soon as it has answered. */
export function RemoteOverview({ tenant, remote }: { tenant: string; remote: Remote }) {
  const stats = useQuery(statsOptions(tenant, remote.stats));
  const persons = useQuery(personsOptions(tenant, remote.personsCount));
  const mayAct = useIsAllowed('operator');
  const isAsking = stats.isFetching || persons.isFetching;
  const acts: Act[] = [
    ...remote.actions,
    ...(remote.backup
      ? [{ title: 'Make the application’s own backup', confirm: true, question: backupQuestion }]
      : []),
  ];

  function refresh() {
    if (remote.stats) void stats.refetch();
    if (remote.personsCount) void persons.refetch();
  }

  return (
    <Sheet>
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-3">
        <p role="status" className="text-sm text-muted">
          {isAsking ? 'Asking the application.' : 'What the application says of itself.'}
        </p>
        {(remote.stats || remote.personsCount) && (
          <Button size="sm" disabled={isAsking} onClick={refresh}>
            <RefreshCw aria-hidden className={isAsking ? 'animate-turn' : undefined} />
            Refresh
          </Button>
        )}
      </div>
      {remote.personsCount && (
        <Asked title="Persons" query={persons} last={remote.lastPersons}>
          {(value) => <PersonsPanel persons={value} />}
        </Asked>
      )}
      {remote.stats && (
        <Asked title="Statistics" query={stats} last={remote.lastStats}>
          {(value) => <StatsPanel stats={value} />}
        </Asked>
      )}
      {mayAct && acts.length > 0 && <ActList tenant={tenant} acts={acts} />}
    </Sheet>
  );
}

const backupQuestion =
  'The application makes it by its own means, within two minutes. Where it keeps the backup is its own affair.';

type AskedProps<T> = {
  title: string;
  query: { data: T | undefined; error: Error | null };
  last: T | null | undefined;
  children(value: T): React.ReactNode;
};

/** A value that the application is asked for: the one from before until it has answered. */
function Asked<T>({ title, query, last, children }: AskedProps<T>) {
  const value = query.data ?? last;
  if (value) return children(value);
  return (
    <Panel title={title}>
      {query.error ? <ProblemNotice error={query.error} /> : <Skeleton label="Loading" rows={3} />}
    </Panel>
  );
}
