import type { LogRow, LogSnapshot } from './log-buffer';
import { placeOf } from './row-scan';

/** The rows that are shown, by their index among each other. Numbers are those of the log, which stay. */
export type ShownRows = {
  count: number;
  /** The same object as long as rows are only appended. */
  identity: unknown;
  /** How many rows were shown before the first one, so that index and this together name a row. */
  offset: number;
  numberOf(index: number): number;
  rowAt(index: number): LogRow | undefined;
  /** Where the row with this number is, or would be. */
  indexOf(number: number): number;
};

/**
 * @param shown the numbers of the rows that are shown, ascending; undefined for all
 * @param end the number behind the last row that is shown
 */
export function shownRows(log: LogSnapshot, shown: readonly number[] | undefined, end: number): ShownRows {
  const offset = shown ? placeOf(shown, log.first) : log.first;
  const numberOf = (index: number) => (shown ? (shown[offset + index] ?? -1) : offset + index);
  return {
    count: shown ? placeOf(shown, end) - offset : end - log.first,
    identity: shown ?? log.rows,
    offset,
    numberOf,
    rowAt: (index) => log.rows[numberOf(index) - log.first],
    indexOf: (number) => (shown ? placeOf(shown, number) - offset : number - log.first),
  };
}
