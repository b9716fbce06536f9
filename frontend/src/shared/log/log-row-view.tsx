import { CircleX, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { cn } from '../cn';
import { formatClock } from '../format/time';
import { parseAnsi } from './ansi';
import { levelOf } from './level';
import type { LogRow } from './log-buffer';
import { markHits } from './search';
import type { LogPrefs } from './use-log-prefs';

type LogRowViewProps = {
  row: LogRow;
  prefs: LogPrefs;
  /** Width of the number column in characters; 0 hides it. */
  numberColumns: number;
  query: string;
  isCurrentHit: boolean;
};

/** One line, rendered only while visible, as text nodes only. */
export const LogRowView = memo(function LogRowView({
  row,
  prefs,
  numberColumns,
  query,
  isCurrentHit,
}: LogRowViewProps) {
  if (row.kind === 'gap')
    return <div className="bg-log-raised px-3 text-log-muted italic select-none">⋯ {row.text}</div>;
  const { line } = row;
  const spans = prefs.hasColours ? parseAnsi(line.text) : [{ text: row.text, className: '' }];
  return (
    <div className={cn('flex px-3', isCurrentHit && 'bg-log-raised')} data-seq={line.seq}>
      {numberColumns > 0 && (
        <span
          className="shrink-0 pr-[1ch] text-right text-log-muted select-none"
          style={{ width: `${numberColumns}ch` }}
        >
          {line.seq}
        </span>
      )}
      {prefs.hasTimes && (
        <span className="w-[10ch] shrink-0 text-log-muted select-none">{formatClock(line.at)}</span>
      )}
      <span className="w-[2ch] shrink-0 select-none">
        <LevelMark level={levelOf(line)} />
      </span>
      <span
        className={cn(
          'min-w-0',
          prefs.isWrapped ? 'flex-1 break-all whitespace-pre-wrap' : 'whitespace-pre',
          line.stream === 'info' && 'text-log-muted',
        )}
      >
        {markHits(spans, query).map((span, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a line never changes
            key={index}
            className={
              cn(span.className, span.isHit && 'log-hit', span.isHit && isCurrentHit && 'log-hit-current') ||
              undefined
            }
            style={span.isHit || !span.color ? undefined : { color: span.color, background: span.background }}
          >
            {span.text}
          </span>
        ))}
        {row.text === '' && ' '}
      </span>
    </div>
  );
});

function LevelMark({ level }: { level: string }) {
  if (level === 'error') return <CircleX aria-label="Error" className="mt-1 size-3 text-[var(--ansi-1)]" />;
  if (level === 'warn')
    return <TriangleAlert aria-label="Warning" className="mt-1 size-3 text-[var(--ansi-3)]" />;
  return null;
}
