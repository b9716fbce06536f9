import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Skeleton } from '@/shared/feedback/skeleton';
import { Button } from '@/shared/ui/button';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { metricsOptions, type Period, periods } from '../api/get-metrics';
import { ServerMetrics } from './server-metrics';

/** What each machine used, over a period that can be chosen. A failure here leaves the rest of the page. */
export function MetricsSection() {
  const [hours, setHours] = useState<Period>(1);
  const { data, error } = useQuery({ ...metricsOptions(hours), throwOnError: false });
  return (
    <div className="grid min-w-0 gap-4">
      {error && !data && <ProblemNotice error={error} />}
      {!data && !error && <Skeleton label="Loading the metrics" rows={4} />}
      {data?.servers.length === 0 && (
        <p className="rounded-lg border border-line bg-surface px-4 py-3 text-muted">
          No samples yet: the first follows within a minute.
        </p>
      )}
      {data?.servers.map((series) => (
        <ServerMetrics
          key={series.server}
          metrics={data}
          series={series}
          isOnly={data.servers.length === 1}
          period={
            <fieldset className="flex gap-1">
              <legend className="sr-only">Period</legend>
              {periods.map((period) => (
                <Button
                  key={period}
                  size="sm"
                  variant="quiet"
                  aria-pressed={period === hours}
                  onClick={() => setHours(period)}
                  className="aria-pressed:bg-sunken aria-pressed:text-ink forced-colors:aria-pressed:outline"
                >
                  {period} h
                </Button>
              ))}
            </fieldset>
          }
        />
      ))}
    </div>
  );
}
