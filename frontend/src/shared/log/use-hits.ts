import { useDeferredValue, useState } from 'react';
import type { LogSnapshot } from './log-buffer';
import { placeOf } from './row-scan';
import type { LogView } from './use-log-view';
import { useRowScan } from './use-row-scan';

/**
 * What a view finds in a log, and which match is the current one.
 *
 * @param end the number behind the last row that is shown
 */
export function useHits(log: LogSnapshot, view: LogView, end: number) {
  const asked = (view.query ?? '').trim();
  const query = useDeferredValue(asked);
  const scan = useRowScan(log, { query, level: view.level, isFiltered: Boolean(view.isFiltered) });
  const from = placeOf(scan.hits, log.first);
  const count = placeOf(scan.hits, end) - from;
  // The row, not its place among the hits: that changes when older lines with hits are loaded.
  const [row, setRow] = useState<number>();
  const index = row === undefined ? 0 : Math.max(0, Math.min(placeOf(scan.hits, row) - from, count - 1));

  return {
    query,
    /** The numbers of the rows to show; undefined for all. */
    shown: scan.shown,
    isDone: scan.isDone,
    isSearching: !scan.isDone || query !== asked,
    count,
    /** Which one is the current match, from 0. */
    index,
    /** The number of the row of the current match. */
    row: query && count > 0 ? scan.hits[from + index] : undefined,
    first: scan.hits[from],
    /** Makes this row, or the first one, the current match. */
    choose: setRow,
    /** The number of the row with the next match, or the previous one. */
    beside: (step: 1 | -1) => scan.hits[from + ((index + step + count) % count)] ?? 0,
  };
}
