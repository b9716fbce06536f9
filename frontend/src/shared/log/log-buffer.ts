import type { components } from '../api/schema.gen';
import { plainText } from './ansi';
import { columnsOf } from './layout';
import { levelOf } from './level';

export type LogLine = components['schemas']['LogLine'];

export type LineRow = { kind: 'line'; line: LogLine; text: string; columns: number };
export type GapRow = { kind: 'gap'; from: number; to: number; text: string; columns: number };
export type LogRow = LineRow | GapRow;

export type LogSnapshot = {
  /** The same array over time; a new snapshot signals a change. */
  rows: readonly LogRow[];
  lastSeq: number;
  /** Rows dropped at the start because the buffer was full. */
  dropped: number;
  widest: number;
  errors: number;
};

/**
 * A log outside React: accepts lines in any order and repeatedly, keeps them sorted by `seq` without duplicates, shows
 * missing lines as a gap, and notifies its listeners once per frame. Keeps the newest `capacity` rows.
 */
export class LogBuffer {
  #rows: LogRow[] = [];
  #gaps: GapRow[] = [];
  #lastSeq = 0;
  #dropped = 0;
  #widest = 0;
  #errors = 0;
  #snapshot: LogSnapshot = { rows: [], lastSeq: 0, dropped: 0, widest: 0, errors: 0 };
  #isScheduled = false;
  readonly #listeners = new Set<() => void>();

  constructor(
    readonly capacity = 100_000,
    private readonly schedule: (notify: () => void) => void = (notify) => requestAnimationFrame(notify),
  ) {}

  get lastSeq() {
    return this.#lastSeq;
  }

  readonly getSnapshot = () => this.#snapshot;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  accept(lines: readonly LogLine[]) {
    const late: LogLine[] = [];
    for (const line of lines) {
      if (line.seq > this.#lastSeq) this.#append(line);
      else if (this.#isMissing(line.seq)) late.push(line);
    }
    if (late.length > 0) this.#fill(late);
    this.#trim();
    this.#changed();
  }

  /** The server no longer has these lines; they are shown as a gap and not requested again. */
  skip(to: number) {
    if (to <= this.#lastSeq) return;
    this.#gap(this.#lastSeq + 1, to);
    this.#lastSeq = to;
    this.#changed();
  }

  #append(line: LogLine) {
    if (line.seq > this.#lastSeq + 1) this.#gap(this.#lastSeq + 1, line.seq - 1);
    const text = plainText(line.text);
    const columns = columnsOf(text);
    this.#rows.push({ kind: 'line', line, text, columns });
    this.#lastSeq = line.seq;
    if (columns > this.#widest) this.#widest = columns;
    if (levelOf(line) === 'error') this.#errors++;
  }

  #gap(from: number, to: number) {
    const count = to - from + 1;
    const text = count === 1 ? '1 line missing' : `${count} lines missing`;
    const row: GapRow = { kind: 'gap', from, to, text, columns: text.length };
    this.#rows.push(row);
    this.#gaps.push(row);
  }

  #isMissing(seq: number) {
    return this.#gaps.some((gap) => gap.from <= seq && seq <= gap.to);
  }

  /** Lines that arrive out of order: rare, so the whole layout is recomputed. */
  #fill(late: LogLine[]) {
    const bySeq = new Map(late.map((line) => [line.seq, line]));
    let first = Number.POSITIVE_INFINITY;
    for (const row of this.#rows) {
      first = Math.min(first, row.kind === 'line' ? row.line.seq : row.from);
      if (row.kind === 'line') bySeq.set(row.line.seq, row.line);
    }
    const end = this.#lastSeq;
    this.#rows = [];
    this.#gaps = [];
    this.#errors = 0;
    this.#lastSeq = first - 1;
    for (const line of [...bySeq.values()].sort((a, b) => a.seq - b.seq)) this.#append(line);
    this.skip(end);
  }

  /** Drops a tenth at a time, so that a full buffer has no cost per line. */
  #trim() {
    if (this.#rows.length <= this.capacity) return;
    const count = this.#rows.length - Math.floor(this.capacity * 0.9);
    const gone = new Set<LogRow>(this.#rows.splice(0, count));
    this.#gaps = this.#gaps.filter((gap) => !gone.has(gap));
    this.#dropped += count;
  }

  #changed() {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    this.schedule(() => {
      this.#isScheduled = false;
      this.#snapshot = {
        rows: this.#rows,
        lastSeq: this.#lastSeq,
        dropped: this.#dropped,
        widest: this.#widest,
        errors: this.#errors,
      };
      for (const listener of this.#listeners) listener();
    });
  }
}
