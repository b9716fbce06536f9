import { useId, useState } from 'react';
import { cn } from '@/shared/cn';
import { formatDuration } from '@/shared/format/duration';
import { formatAbsolute } from '@/shared/format/time';
import { Sparkline } from '@/shared/ui/sparkline';
import { type Bar, type BarLook, barsOf, barWords, kinds, percentText, type Series } from '../model';

const count = 48;

const looks: Record<BarLook, string> = {
  none: 'h-1/6 bg-line',
  unknown: 'h-1/4 bg-edge',
  ok: 'h-3/4 bg-good',
  warned: 'h-3/4 bg-warn',
  failed: 'h-full bg-bad',
};

/** One check over a period: bars, the share of good results, response times as a line, and all of it as a table. */
export function HistoryBars({ series, from, to }: { series: Series; from: number; to: number }) {
  const id = useId();
  const [isTable, setIsTable] = useState(false);
  const bars = barsOf(series.steps, from, to, count);
  const times = bars.flatMap(({ averageMs }) => (averageMs === null ? [] : [averageMs]));
  const longest = Math.max(0, ...series.steps.map(({ longestMs }) => longestMs ?? 0));
  const failing = bars.filter(({ look }) => look === 'failed').length;

  return (
    <figure aria-labelledby={id} className="grid gap-1.5 px-4 py-3">
      <figcaption className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <span id={id} className="font-semibold">
          {kinds[series.kind].label}
        </span>
        <span className="text-sm text-muted tabular-nums">{percentText(series.okPercent)} good</span>
        {times.length > 0 && (
          <span className="text-sm text-muted tabular-nums">longest answer {formatDuration(longest)}</span>
        )}
        <button
          type="button"
          aria-expanded={isTable}
          onClick={() => setIsTable(!isTable)}
          className="ml-auto rounded-sm text-xs text-muted hover:text-ink hover:underline"
        >
          {isTable ? 'Hide table' : 'Table'} <span className="sr-only">of {kinds[series.kind].label}</span>
        </button>
      </figcaption>
      <div className="flex min-w-0 items-center gap-4">
        <div
          role="img"
          aria-label={
            failing === 0
              ? 'No failure in this period'
              : `Failures in ${failing} of ${count} parts of this period`
          }
          className="flex h-8 min-w-0 flex-1 items-end gap-px sm:gap-0.5"
        >
          {bars.map((bar) => (
            <span
              key={bar.from}
              title={`${formatAbsolute(new Date(bar.from).toISOString())}: ${textOf(bar)}`}
              className={cn('min-w-0 flex-1 rounded-[1px] forced-color-adjust-none', looks[bar.look])}
            />
          ))}
        </div>
        <span className="w-24 shrink-0 max-sm:hidden">
          <Sparkline
            label={`Response times: latest ${formatDuration(times.at(-1) ?? 0)}, longest ${formatDuration(longest)}`}
            values={times}
          />
        </span>
      </div>
      {isTable && <BarTable label={kinds[series.kind].label} bars={bars} />}
    </figure>
  );
}

function textOf({ look, results, failed, averageMs }: Bar): string {
  if (results === 0) return barWords[look];
  const time = averageMs === null ? '' : `, ${formatDuration(averageMs)} on average`;
  return `${barWords[look]}: ${failed} of ${results} failed${time}`;
}

function BarTable({ label, bars }: { label: string; bars: readonly Bar[] }) {
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={`Results of ${label}`}
      className="max-h-56 overflow-y-auto"
    >
      <table className="w-full text-sm tabular-nums">
        <thead className="text-left text-muted">
          <tr>
            {['From', 'Result', 'Failed', 'Average answer'].map((head, index) => (
              <th key={head} scope="col" className={cn('font-medium', index > 1 && 'text-right')}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bars
            .filter(({ results }) => results > 0)
            .reverse()
            .map((bar) => (
              <tr key={bar.from} className="border-t border-line">
                <td>{formatAbsolute(new Date(bar.from).toISOString())}</td>
                <td>{barWords[bar.look]}</td>
                <td className="text-right">
                  {bar.failed} of {bar.results}
                </td>
                <td className="text-right">{bar.averageMs === null ? '–' : formatDuration(bar.averageMs)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
