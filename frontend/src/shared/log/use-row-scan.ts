import { useLayoutEffect, useState, useSyncExternalStore } from 'react';
import type { LogSnapshot } from './log-buffer';
import { RowScan, type Scan, type Wanted } from './row-scan';

/** What is found in a log so far; searching goes on in the background. */
export function useRowScan(log: LogSnapshot, wanted: Wanted): Scan {
  const [scan] = useState(() => new RowScan());
  const { query, level, isFiltered } = wanted;
  useLayoutEffect(
    () => scan.update(log, { query, level, isFiltered }),
    [scan, log, query, level, isFiltered],
  );
  return useSyncExternalStore(scan.subscribe, scan.get);
}
