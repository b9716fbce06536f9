import { useEffect, useRef } from 'react';
import { cn } from '@/shared/cn';

/** More lines are not drawn: a map of ten thousand tenants is searched by other means. */
const mostLines = 5000;

/** A file with line numbers; the refused line is marked and brought into view. */
export function ConfigText({ name, text, wrongLine }: { name: string; text: string; wrongLine?: number }) {
  const wrong = useRef<HTMLLIElement>(null);
  const lines = text.replace(/\n$/, '').split('\n');
  // Around the refused line, if it is further down than what is drawn.
  const first = wrongLine !== undefined && wrongLine > mostLines ? wrongLine - mostLines / 2 : 1;
  const shown = text === '' ? [] : lines.slice(first - 1, first - 1 + mostLines);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another line or file is shown anew
  useEffect(() => {
    wrong.current?.scrollIntoView?.({ block: 'center' });
  }, [name, wrongLine]);
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={`Text of ${name}`}
      className="on-log min-h-0 flex-1 overflow-auto bg-log py-2 font-mono text-xs/5 text-log-ink -outline-offset-2"
    >
      {shown.length === 0 && <p className="px-4">The file is empty.</p>}
      <ol className="w-max min-w-full">
        {shown.map((line, index) => {
          const number = first + index;
          const isWrong = number === wrongLine;
          return (
            <li
              key={number}
              ref={isWrong ? wrong : undefined}
              className={cn('flex gap-4 pr-4 whitespace-pre', isWrong && 'bg-bad text-on-bad')}
            >
              <span className={cn('w-14 shrink-0 text-right select-none', !isWrong && 'opacity-60')}>
                {isWrong && <span className="sr-only">Error in line </span>}
                {number}
              </span>
              <span>{line}</span>
            </li>
          );
        })}
      </ol>
      {lines.length > shown.length && shown.length > 0 && (
        <p className="px-4 pt-2">{lines.length - shown.length} more lines are not shown.</p>
      )}
    </section>
  );
}
