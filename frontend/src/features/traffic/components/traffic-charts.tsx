import { formatBytes } from '@/shared/format/bytes';
import { formatDuration } from '@/shared/format/duration';
import { rateText, shareText } from '@/shared/format/rate';
import { TimeChart } from '@/shared/ui/time-chart';
import { pointsOf, type Traffic, topOf } from '../model';

/** From this share of failed requests on the chart warns. */
const failing = 0.01;

/** The rate of requests, the share that failed, and how long answers took; the same in words for the whole period. */
export function TrafficCharts({ traffic }: { traffic: Traffic }) {
  const { total, resolutionSeconds } = traffic;
  const common = {
    from: Date.parse(traffic.from),
    to: Date.parse(traffic.to),
    stepMs: resolutionSeconds * 1000,
    empty: 'Not counted yet',
  };
  const rates = pointsOf(traffic, (step) => (step?.requests ?? 0) / resolutionSeconds);
  const failures = pointsOf(traffic, (step) => (step ? step.serverErrors / step.requests : 0));
  const times = pointsOf(traffic, (step) => step?.p95Ms ?? null);
  const failed = total.serverErrors / total.requests;

  return (
    <>
      <div className="grid divide-line max-sm:divide-y sm:grid-cols-3">
        <TimeChart
          title="Requests"
          points={rates}
          most={topOf(rates, 1 / 60)}
          format={rateText}
          figure={total.requests.toLocaleString('en')}
          {...common}
        />
        <TimeChart
          title="Failed with 5xx"
          points={failures}
          most={topOf(failures, 0.01)}
          format={shareText}
          figure={shareText(failed)}
          tone={failed >= failing ? 'bad' : 'good'}
          warning="of all requests"
          {...common}
        />
        <TimeChart
          title="95 % answered within"
          points={times}
          most={topOf(times, 10)}
          format={formatDuration}
          figure={total.p95Ms === null || total.p95Ms === undefined ? '–' : formatDuration(total.p95Ms)}
          {...common}
        />
      </div>
      <p className="border-t border-line px-4 py-2 text-sm text-muted tabular-nums">
        {total.p50Ms !== null &&
          total.p50Ms !== undefined &&
          `Half answered within ${formatDuration(total.p50Ms)}. `}
        {shareText(total.clientErrors / total.requests)} refused with 4xx. {formatBytes(total.bytes)} sent.
      </p>
    </>
  );
}
