import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Skeleton } from '@/shared/feedback/skeleton';
import { Button } from '@/shared/ui/button';
import { Panel } from '@/shared/ui/panel';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { trafficOptions } from '../api/get-traffic';
import { type Period, periods } from '../model';
import { TrafficCharts } from './traffic-charts';

/** Requests, errors and times of a tenant over a period that can be chosen. A failure here leaves the rest of the page. */
export function TrafficPanel({ tenant }: { tenant: string }) {
  const [period, setPeriod] = useState<Period>(periods[1]);
  const { data, error } = useQuery({ ...trafficOptions(tenant, period), throwOnError: false });
  return (
    <Panel
      title="Traffic"
      isFlush
      actions={
        <fieldset className="flex gap-1">
          <legend className="sr-only">Period of the traffic</legend>
          {periods.map((each) => (
            <Button
              key={each.hours}
              size="sm"
              variant="quiet"
              aria-pressed={each === period}
              onClick={() => setPeriod(each)}
              className="aria-pressed:bg-sunken aria-pressed:text-ink forced-colors:aria-pressed:outline"
            >
              {each.label}
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
      {!data && !error && <Skeleton label="Loading the traffic" rows={3} />}
      {data &&
        (data.total.requests > 0 ? (
          <TrafficCharts traffic={data} />
        ) : (
          <p className="px-4 py-3 text-muted">No requests of visitors in this period.</p>
        ))}
    </Panel>
  );
}
