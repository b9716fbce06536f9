import { useId, useState } from 'react';
import { cn } from '../cn';
import { formatClock, formatShort } from '../format/time';
import { ToneIcon } from './badge';
import { linesOf, type Point, thinned } from './series';
import { type Tone, toneText } from './tone';

export type TimeChartProps = {
  title: string;
  points: readonly Point[];
  from: number;
  to: number;
  stepMs: number;
  /** The value at the top edge. */
  most: number;
  /** What `most` stands for, such as "7.8 GiB"; left out where the top has no meaning of its own. */
  of?: string;
  format(value: number): string;
  tone?: Tone;
  /** What a tone other than good means. */
  warning?: string;
  /** The figure that stands for the period; without it the latest value. */
  figure?: string;
  /** What is said where no value is. */
  empty?: string;
};

const width = 240;
const height = 56;
const tableRows = 24;
const dayMs = 86_400_000;

/** One value over time: the latest as a figure, its course as a line, and the same as a table for those who read. */
export function TimeChart({
  title,
  points,
  from,
  to,
  stepMs,
  most,
  of,
  format,
  tone = 'good',
  warning,
  figure,
  empty = 'No samples yet',
}: TimeChartProps) {
  const id = useId();
  const [isTable, setIsTable] = useState(false);
  const measured = points.filter((point): point is { at: number; value: number } => point.value !== null);
  const last = measured.at(-1)?.value;
  const highest = measured.reduce((peak, { value }) => Math.max(peak, value), 0);
  const box = { width, height, from, to, most, stepMs };
  return (
    <figure aria-labelledby={id} className="grid content-start gap-1 px-4 py-3">
      <figcaption className="flex items-baseline justify-between gap-2 text-sm text-muted">
        <span id={id}>{title}</span>
        <button
          type="button"
          aria-expanded={isTable}
          onClick={() => setIsTable(!isTable)}
          className="shrink-0 rounded-sm text-xs whitespace-nowrap hover:text-ink hover:underline"
        >
          {isTable ? 'Hide table' : 'Table'} <span className="sr-only">of {title}</span>
        </button>
      </figcaption>
      <p className="flex flex-wrap items-baseline gap-x-1.5 tabular-nums">
        <span className="text-lg/6 font-semibold tracking-tight">
          {figure ?? (last === undefined ? '–' : format(last))}
        </span>
        {of && <span className="text-sm text-muted">of {of}</span>}
        {tone !== 'good' && warning && (
          <span className={cn('inline-flex items-center gap-1 text-sm', toneText[tone])}>
            <ToneIcon tone={tone} className="size-3.5" />
            {warning}
          </span>
        )}
      </p>
      {measured.length === 0 ? (
        <p className="grid h-14 place-items-center text-sm text-muted">{empty}</p>
      ) : (
        <svg
          viewBox={`0 -2 ${width} ${height + 4}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`${title}: now ${format(last ?? 0)}, highest ${format(highest)}`}
          className="h-14 w-full overflow-visible"
        >
          <line
            x1="0"
            x2={width}
            y1={height}
            y2={height}
            className="stroke-line"
            vectorEffect="non-scaling-stroke"
          />
          <line
            x1="0"
            x2={width}
            y1="0"
            y2="0"
            strokeDasharray="2 4"
            className="stroke-line"
            vectorEffect="non-scaling-stroke"
          />
          {linesOf(points, box).map((line) => (
            <polyline
              key={line.slice(0, line.indexOf(' '))}
              points={line}
              fill="none"
              strokeWidth="1.5"
              strokeLinejoin="round"
              strokeLinecap="round"
              vectorEffect="non-scaling-stroke"
              className={cn(
                tone === 'bad' ? 'stroke-bad' : tone === 'warn' ? 'stroke-warn' : 'stroke-accent',
              )}
            />
          ))}
        </svg>
      )}
      {isTable && <Table title={title} points={measured} isDays={to - from > dayMs} format={format} />}
    </figure>
  );
}

type TableProps = {
  title: string;
  points: readonly { at: number; value: number }[];
  /** Whether a time alone would not say which day. */
  isDays: boolean;
  format(value: number): string;
};

function Table({ title, points, isDays, format }: TableProps) {
  const timeOf = isDays ? formatShort : formatClock;
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={`Values of ${title}`}
      className="max-h-48 overflow-y-auto"
    >
      <table className="w-full text-sm tabular-nums">
        <thead className="text-left text-muted">
          <tr>
            <th scope="col" className="font-medium">
              Time
            </th>
            <th scope="col" className="text-right font-medium">
              Value
            </th>
          </tr>
        </thead>
        <tbody>
          {thinned(points, tableRows)
            .reverse()
            .map(({ at, value }) => (
              <tr key={at} className="border-t border-line">
                <td>{timeOf(new Date(at).toISOString())}</td>
                <td className="text-right">{format(value)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
