import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Skeleton } from '@/shared/feedback/skeleton';
import { formatDuration } from '@/shared/format/duration';
import { QuietBadge } from '@/shared/ui/badge';
import { Pagination } from '@/shared/ui/pagination';
import { Panel } from '@/shared/ui/panel';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { TimeAgo } from '@/shared/ui/time-ago';
import { incidentsOptions } from '../api/health';
import { healthLooks, type Incident, kinds } from '../model';

/** When a check was not healthy, the latest first. */
export function IncidentList({ tenant }: { tenant: string }) {
  const [page, setPage] = useState(0);
  const { data, error } = useQuery({ ...incidentsOptions(tenant, page), throwOnError: false });
  return (
    <Panel title="Incidents" isFlush>
      {error && !data && (
        <div className="p-4">
          <ProblemNotice error={error} />
        </div>
      )}
      {!data && !error && <Skeleton label="Loading the incidents" rows={3} />}
      {data?.items.length === 0 && <p className="px-4 py-3 text-muted">There was no incident.</p>}
      {data && data.items.length > 0 && (
        <>
          <ul className="divide-y divide-line">
            {data.items.map((incident) => (
              <li key={incident.id} className="grid gap-0.5 px-4 py-2">
                <div className="flex flex-wrap items-center gap-x-3">
                  <span className="font-semibold">{kinds[incident.kind].label}</span>
                  <QuietBadge tone={healthLooks[incident.health].tone}>
                    {healthLooks[incident.health].label}
                  </QuietBadge>
                  <span className="text-sm text-muted">
                    <TimeAgo at={incident.beganAt} />, {lengthOf(incident)}
                  </span>
                </div>
                <p className="text-sm text-muted [overflow-wrap:anywhere]">{incident.cause}</p>
              </li>
            ))}
          </ul>
          <Pagination page={data.page} size={data.size} total={data.total} onPage={setPage} />
        </>
      )}
    </Panel>
  );
}

function lengthOf({ beganAt, endedAt }: Incident): string {
  return endedAt ? `for ${formatDuration(Date.parse(endedAt) - Date.parse(beganAt))}` : 'not over';
}
