import { CircleX, TriangleAlert } from 'lucide-react';
import { type MouseEvent, memo } from 'react';
import { cn } from '../cn';
import { formatClock } from '../format/time';
import { parseAnsi } from './ansi';
import { levelOf } from './level';
import { type LineName, type LogLine, type LogRow, nameOf } from './log-buffer';
import { markHits } from './search';
import type { LogPrefs } from './use-log-prefs';

type LogRowViewProps = {
  row: LogRow;
  prefs: LogPrefs;
  /** Width of the number column in characters; 0 hides it. */
  numberColumns: number;
  query: string;
  isCurrentHit: boolean;
  /** The line that the address names. */
  isNamed: boolean;
  /** The address of a line, up to its name: the number becomes a link. */
  address?: string;
  onName?(line: LineName): void;
};

/** One line, rendered only while visible, as text nodes only. */
export const LogRowView = memo(function LogRowView({
  row,
  prefs,
  numberColumns,
  query,
  isCurrentHit,
  isNamed,
  address,
  onName,
}: LogRowViewProps) {
  if (row.kind === 'gap')
    return <div className="bg-log-raised px-3 text-log-muted italic select-none">⋯ {row.text}</div>;
  if (row.kind === 'day')
    return <div className="bg-log-raised px-3 text-log-muted select-none">{row.text}</div>;
  const { line, part } = row;
  const spans = prefs.hasColours ? parseAnsi(row.raw) : [{ text: row.text, className: '' }];
  return (
    <div
      className={cn(
        'flex px-3',
        isCurrentHit && 'bg-log-raised',
        isNamed && 'bg-log-raised shadow-[inset_2px_0_0_var(--rail-mark)]',
      )}
      data-seq={part === 0 ? line.seq : undefined}
      aria-current={isNamed && part === 0 ? 'location' : undefined}
    >
      {numberColumns > 0 && (
        <span
          className="shrink-0 pr-[1ch] text-right text-log-muted select-none"
          style={{ width: `${numberColumns}ch` }}
        >
          {part === 0 && <LineNumber line={line} address={address} onName={onName} />}
        </span>
      )}
      {prefs.hasTimes && (
        <span className="w-[10ch] shrink-0 text-log-muted select-none">
          {part === 0 && line.at && formatClock(line.at)}
        </span>
      )}
      <span className="w-[2ch] shrink-0 select-none">
        {part === 0 && <LevelMark level={levelOf(line)} />}
      </span>
      <span
        className={cn(
          'min-w-0',
          prefs.isWrapped ? 'flex-1 break-all whitespace-pre-wrap' : 'whitespace-pre',
          (line.stream === 'info' || part > 0) && 'text-log-muted',
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

type LineNumberProps = { line: LogLine; address?: string; onName?(line: LineName): void };

/**
 * A number that is only counted here names nothing, so a sign stands for it. Keyboards name a line with the button of the
 * toolbar: forty numbers on the way of Tab would be in it.
 */
function LineNumber({ line, address, onName }: LineNumberProps) {
  const name = nameOf(line);
  if (!address || name === undefined) return line.place === undefined ? line.seq : null;
  function onClick(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || name === undefined) return;
    event.preventDefault();
    onName?.(name);
  }
  return (
    <a
      href={address + name}
      tabIndex={-1}
      onClick={onClick}
      aria-label={line.place ? 'This line' : undefined}
      className="hover:text-log-ink hover:underline"
    >
      {line.place ? '#' : name}
    </a>
  );
}

function LevelMark({ level }: { level: string }) {
  if (level === 'error') return <CircleX aria-label="Error" className="mt-1 size-3 text-[var(--ansi-1)]" />;
  if (level === 'warn')
    return <TriangleAlert aria-label="Warning" className="mt-1 size-3 text-[var(--ansi-3)]" />;
  return null;
}
