import { useEffect, useLayoutEffect, useRef } from 'react';
import { type LineName, type LogLine, type LogSnapshot, nameOf } from './log-buffer';
import type { useHits } from './use-hits';
import type { LogView } from './use-log-view';

type Places = {
  log: LogSnapshot;
  view: LogView;
  change(values: Partial<LogView>): void;
  hits: ReturnType<typeof useHits>;
  /** Whether the view has a size, without which nothing can be gone to. */
  isMeasured: boolean;
  /** Goes to the row with this number. */
  show(number: number): void;
};

/** Goes to what is named: the line of the address, the match of a search, the first line of a step. */
export function usePlaces({ log, view, change, hits, isMeasured, show }: Places) {
  const named = useRef<LineName>(undefined);
  const sought = useRef('');

  function showFirst(isIt: (line: LogLine) => boolean): boolean {
    const index = log.rows.findIndex((row) => row.kind === 'line' && isIt(row.line));
    if (index >= 0) show(log.first + index);
    return index >= 0;
  }

  // Typing goes to the first match, so that the count beside the field is true. Before the next key is heard, which may be
  // Enter and go on from there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another search moves the view
  useLayoutEffect(() => {
    const { query, count, first, choose } = hits;
    if (sought.current === query || (query && count === 0)) return;
    sought.current = query;
    choose(query ? first : undefined);
    // An address with a line and a search leads to the line.
    if (query && first !== undefined && named.current === view.line) show(first);
  }, [hits.query, hits.count]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another line, or its arrival, moves the view
  useEffect(() => {
    const { line } = view;
    if (line === undefined || named.current === line || !isMeasured) return;
    if (showFirst((one) => nameOf(one) === line)) named.current = line;
  }, [view.line, log, isMeasured]);

  return {
    /** Names a line that is in view. */
    name(line: LineName) {
      named.current = line;
      change({ line });
    },
    showHit(step: 1 | -1) {
      if (hits.count === 0) return;
      const row = hits.beside(step);
      hits.choose(row);
      show(row);
    },
    /** False if there is no line of the step yet. */
    showStep: (step: string) => showFirst((line) => line.step === step),
  };
}
