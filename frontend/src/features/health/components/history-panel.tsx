import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Skeleton } from '@/shared/feedback/skeleton';
import { Button } from '@/shared/ui/button';
import { Panel } from '@/shared/ui/panel';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { historyOptions } from '../api/health';
import { type Hours, periods } from '../model';
import { HistoryBars } from './history-bars';

/** What the checks found over a period that can be chosen. A failure here leaves the rest of the page. */
export function HistoryPanel({ tenant }: { tenant: string }) {
  const [hours, setHours] = useState<Hours>(24);
  const { data, error } = useQuery({ ...historyOptions(tenant, hours), throwOnError: false });
  return (
    <Panel
      title="History"
      isFlush
      actions={
        <fieldset className="flex gap-1">
          <legend className="sr-only">Period</legend>
          {periods.map((period) => (
            <Button
              key={period.hours}
              size="sm"
              variant="quiet"
              aria-pressed={period.hours === hours}
              onClick={() => setHours(period.hours)}
              className="aria-pressed:bg-sunken aria-pressed:text-ink forced-colors:aria-pressed:outline"
            >
              {period.label}
            </Button>
          ))}
        </fieldset>
      }
    >
      {error && !data && (
        <div className="p-4">
          <ProblemNotice error={error} />
        </div>
      )}
      {!data && !error && <Skeleton label="Loading the history" rows={4} />}
      {data?.checks.length === 0 && (
        <p className="px-4 py-3 text-muted">Nothing was checked in this period.</p>
      )}
      <div className="divide-y divide-line">
        {data?.checks.map((series) => (
          <HistoryBars
            key={series.kind}
            series={series}
            from={Date.parse(data.from)}
            to={Date.parse(data.to)}
          />
        ))}
      </div>
    </Panel>
  );
}
