import { isAtLeast, type Level } from './level';
import type { LogRow, LogSnapshot } from './log-buffer';

/** What is looked for: a text in any case, the least level, and whether only lines with the text are shown. */
export type Wanted = { query: string; level: Level | undefined; isFiltered: boolean };

export type Scan = {
  /** The numbers of the rows with the text, ascending. */
  hits: readonly number[];
  /** The numbers of the rows that are shown; undefined for all. */
  shown: readonly number[] | undefined;
  isDone: boolean;
};

/** How long the page may be busy with it at once. Milliseconds. */
const sliceMs = 8;
/** Rows between two looks at the clock. */
const rowsPerLook = 500;

/**
 * Looks through a growing log for a text and a level, in slices that leave the page free, and only once at each row. Its
 * arrays grow; they are replaced when something else is looked for.
 */
export class RowScan {
  #wanted: Wanted = { query: '', level: undefined, isFiltered: false };
  #log: LogSnapshot | undefined;
  #pattern: RegExp | undefined;
  #first = 0;
  #next = 0;
  #hits: number[] = [];
  #shown: number[] | undefined;
  #scan: Scan = { hits: this.#hits, shown: undefined, isDone: true };
  #isScheduled = false;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly schedule: (slice: () => void) => void = (slice) => void setTimeout(slice),
    private readonly now: () => number = () => performance.now(),
  ) {}

  readonly get = () => this.#scan;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /** Goes on with what was appended, or begins anew if something else is wanted or rows were put before the others. */
  update(log: LogSnapshot, wanted: Wanted) {
    const isSame =
      wanted.query === this.#wanted.query &&
      wanted.level === this.#wanted.level &&
      wanted.isFiltered === this.#wanted.isFiltered;
    const isAnew = !isSame || this.#log === undefined || log.first < this.#first;
    this.#log = log;
    if (isAnew) this.#begin(wanted);
    this.#first = log.first;
    this.#next = Math.max(this.#next, log.first);
    if (!this.#isScheduled) this.#slice(isAnew);
  }

  #begin(wanted: Wanted) {
    this.#wanted = wanted;
    this.#next = this.#log?.first ?? 0;
    this.#hits = [];
    this.#shown = wanted.level || (wanted.isFiltered && wanted.query) ? [] : undefined;
    this.#pattern = wanted.query
      ? new RegExp(wanted.query.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i')
      : undefined;
  }

  #slice(isAnew: boolean) {
    const log = this.#log;
    if (!log) return;
    const end = log.first + log.rows.length;
    const from = this.#next;
    if (!this.#pattern && !this.#shown) this.#next = end;
    const until = this.now() + sliceMs;
    while (this.#next < end && this.now() < until)
      for (let i = 0; i < rowsPerLook && this.#next < end; i++) {
        const row = log.rows[this.#next - log.first];
        if (row) this.#look(row, this.#next);
        this.#next++;
      }
    const isDone = this.#next >= end;
    if (isAnew || this.#next !== from || isDone !== this.#scan.isDone) this.#tell(isDone);
    if (!isDone) {
      this.#isScheduled = true;
      this.schedule(() => {
        this.#isScheduled = false;
        this.#slice(false);
      });
    }
  }

  #look(row: LogRow, number: number) {
    const { level, isFiltered } = this.#wanted;
    if (row.kind !== 'line') {
      if (row.kind === 'day' && !isFiltered) this.#shown?.push(number);
      return;
    }
    if (level && !isAtLeast(row.line, level)) return;
    const isHit = this.#pattern?.test(row.text) ?? false;
    if (isHit) this.#hits.push(number);
    if (this.#shown && (isHit || !isFiltered || !this.#pattern)) this.#shown.push(number);
  }

  #tell(isDone: boolean) {
    if (!this.#pattern && !this.#shown && this.#scan.isDone && this.#scan.hits === this.#hits) return;
    this.#scan = { hits: this.#hits, shown: this.#shown, isDone };
    for (const listener of this.#listeners) listener();
  }
}

/** Where a number is, or would be, in an ascending list. */
export function placeOf(numbers: readonly number[], number: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
