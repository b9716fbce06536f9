import { plainText } from './ansi';
import { days } from './days';
import { columnsOf } from './layout';
import { levelOf } from './level';
import { paced } from './pace';

/** A line as any log has it: of a deployment, of a service, of the manager. */
export type LogLine = {
  seq: number;
  at: string | null;
  level: string;
  text: string;
  step?: string | null;
  stream?: string;
  /** What names the line where its number is only counted here; null if nothing does. */
  place?: string | null;
};

/** What names a line in an address: its number or its place. */
export type LineName = number | string;

/** Undefined if an address cannot name the line. */
export function nameOf({ seq, place }: LogLine): LineName | undefined {
  return place === undefined ? seq : (place ?? undefined);
}

/** `part`: which line of a text with several lines, from 0. */
export type LineRow = {
  kind: 'line';
  line: LogLine;
  part: number;
  text: string;
  raw: string;
  columns: number;
};
export type GapRow = { kind: 'gap'; from: number; to: number; text: string; columns: number };
export type DayRow = { kind: 'day'; text: string; columns: number };
export type LogRow = LineRow | GapRow | DayRow;

export type LogSnapshot = {
  /** The same array while lines are appended; a new snapshot signals a change. */
  rows: readonly LogRow[];
  /** The number of the first row: rows keep their numbers when others are dropped or put before them. */
  first: number;
  lastSeq: number;
  /** Rows dropped at the start because the buffer was full. */
  dropped: number;
  widest: number;
  errors: number;
};

/**
 * `numbered`: numbers have no holes, so that a hole is a loss and shown as one. `sparse`: a filtered log, whose numbers have
 * holes; its days are shown, and older lines can be put before it.
 */
export type Numbering = 'numbered' | 'sparse';

/**
 * A log outside React: accepts lines in any order and repeatedly, keeps them sorted by `seq` without duplicates, shows
 * missing lines as a gap, and notifies its listeners at most twenty times a second. Keeps the newest `capacity` rows.
 */
export class LogBuffer {
  #rows: LogRow[] = [];
  #gaps: GapRow[] = [];
  #first = 0;
  #lastSeq = 0;
  #lastDay = '';
  #dropped = 0;
  #widest = 0;
  #errors = 0;
  #snapshot: LogSnapshot = { rows: [], first: 0, lastSeq: 0, dropped: 0, widest: 0, errors: 0 };
  #isScheduled = false;
  readonly #dayOf = days();
  readonly #listeners = new Set<() => void>();

  constructor(
    readonly capacity = 1_000_000,
    private readonly schedule: (notify: () => void) => void = paced(),
    readonly numbering: Numbering = 'numbered',
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

  /** Puts older lines, in order, before the others. For a sparse log. */
  prepend(lines: readonly LogLine[]) {
    if (lines.length === 0) return;
    const rest = this.#rows;
    const newest = { seq: this.#lastSeq, day: this.#lastDay };
    this.#rows = [];
    this.#lastDay = '';
    for (const line of lines) this.#append(line);
    const seam = rest[0];
    const isSameDay = seam?.kind === 'day' && seam.text === this.#lastDay;
    this.#first -= this.#rows.length - (isSameDay ? 1 : 0);
    this.#rows = [...this.#rows, ...(isSameDay ? rest.slice(1) : rest)];
    if (rest.length > 0) {
      this.#lastSeq = newest.seq;
      this.#lastDay = newest.day;
    }
    this.#changed();
  }

  /** Forgets everything: another log is shown. */
  clear() {
    this.#rows = [];
    this.#gaps = [];
    this.#first = 0;
    this.#lastSeq = 0;
    this.#lastDay = '';
    this.#dropped = 0;
    this.#widest = 0;
    this.#errors = 0;
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
    if (this.numbering === 'numbered') {
      if (line.seq > this.#lastSeq + 1) this.#gap(this.#lastSeq + 1, line.seq - 1);
    } else if (line.at) this.#day(this.#dayOf(line.at));
    const parts = line.text.includes('\n') ? line.text.split('\n') : [line.text];
    for (const [part, raw] of parts.entries()) {
      const text = plainText(raw);
      const columns = columnsOf(text);
      this.#rows.push({ kind: 'line', line, part, text, raw, columns });
      if (columns > this.#widest) this.#widest = columns;
    }
    this.#lastSeq = line.seq;
    if (levelOf(line) === 'error') this.#errors++;
  }

  #day(text: string) {
    if (text === this.#lastDay) return;
    this.#lastDay = text;
    this.#rows.push({ kind: 'day', text, columns: text.length });
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
      if (row.kind === 'day') continue;
      first = Math.min(first, row.kind === 'line' ? row.line.seq : row.from);
      if (row.kind === 'line') bySeq.set(row.line.seq, row.line);
    }
    const end = this.#lastSeq;
    // Rows have moved, so that nothing that was known about their numbers holds.
    this.#first += this.#rows.length;
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
    this.#rows.splice(0, count);
    this.#first += count;
    this.#dropped += count;
    if (this.#gaps.length === 0) return;
    const kept = new Set<LogRow>(this.#rows.filter((row) => row.kind === 'gap'));
    this.#gaps = this.#gaps.filter((gap) => kept.has(gap));
  }

  #changed() {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    this.schedule(() => {
      this.#isScheduled = false;
      this.#snapshot = {
        rows: this.#rows,
        first: this.#first,
        lastSeq: this.#lastSeq,
        dropped: this.#dropped,
        widest: this.#widest,
        errors: this.#errors,
      };
      for (const listener of this.#listeners) listener();
    });
  }
}
