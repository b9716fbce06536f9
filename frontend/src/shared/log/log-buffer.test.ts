import { describe, expect, it } from 'vitest';
import { aLine, lines } from '@/test/fixtures';
import { LogBuffer, type LogRow } from './log-buffer';

function buffer(capacity?: number) {
  const frames: (() => void)[] = [];
  const log = new LogBuffer(capacity, (notify) => frames.push(notify));
  const frame = () => {
    for (const notify of frames.splice(0)) notify();
    return log.getSnapshot();
  };
  return { log, frame, frames };
}

function words(rows: readonly LogRow[]) {
  return rows.map((row) => {
    if (row.kind === 'day') return row.text;
    return row.kind === 'line' ? row.line.seq : `${row.from}-${row.to}`;
  });
}

describe('a log buffer', () => {
  it('keeps each line once', () => {
    const { log, frame } = buffer();
    log.accept(lines(1, 3));
    log.accept(lines(2, 5));
    log.accept(lines(1, 5));
    expect(words(frame().rows)).toEqual([1, 2, 3, 4, 5]);
  });

  it('shows missing lines as a gap and fills it when they arrive late', () => {
    const { log, frame } = buffer();
    log.accept([aLine(1), aLine(5), aLine(6)]);
    expect(words(frame().rows)).toEqual([1, '2-4', 5, 6]);
    log.accept([aLine(3)]);
    expect(words(frame().rows)).toEqual([1, '2-2', 3, '4-4', 5, 6]);
    log.accept([aLine(4), aLine(2)]);
    expect(words(frame().rows)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('does not request lines again that the server no longer has', () => {
    const { log, frame } = buffer();
    log.accept(lines(1, 2));
    log.skip(10);
    expect(log.lastSeq).toBe(10);
    log.accept([aLine(11)]);
    expect(words(frame().rows)).toEqual([1, 2, '3-10', 11]);
    log.skip(4);
    expect(log.lastSeq).toBe(11);
  });

  it('notifies its listeners once per frame', () => {
    const { log, frame, frames } = buffer();
    let told = 0;
    log.subscribe(() => told++);
    for (const line of lines(1, 500)) log.accept([line]);
    expect(frames).toHaveLength(1);
    frame();
    expect(told).toBe(1);
  });

  it('returns the same snapshot until something changes', () => {
    const { log, frame } = buffer();
    log.accept([aLine(1)]);
    expect(frame()).toBe(log.getSnapshot());
    const before = log.getSnapshot();
    log.accept([aLine(2)]);
    expect(frame()).not.toBe(before);
  });

  it('drops the oldest lines when it is full, and counts them', () => {
    const { log, frame } = buffer(100);
    log.accept(lines(1, 101));
    const { rows, dropped } = frame();
    expect(dropped).toBe(11);
    expect(rows[0]).toMatchObject({ line: { seq: 12 } });
    expect(rows).toHaveLength(90);
    expect(frame().first).toBe(11);
  });

  it('counts errors', () => {
    const { log, frame } = buffer();
    log.accept([aLine(1), aLine(2, 'no', { level: 'error' })]);
    expect(frame().errors).toBe(1);
  });
});

describe('a buffer of a filtered log', () => {
  const sparse = () => {
    const log = new LogBuffer(1000, (notify) => notify(), 'sparse');
    return log;
  };
  const on = (seq: number, day: number, text = 'a') => aLine(seq, text, { at: `2026-03-0${day}T12:00:00Z` });

  it('has no gaps, and shows where a day begins', () => {
    const log = sparse();
    log.accept([on(3, 1), on(9, 1), on(20, 2)]);
    expect(words(log.getSnapshot().rows)).toEqual(['1 Mar 2026', 3, 9, '2 Mar 2026', 20]);
  });

  it('takes older lines before the others, and rows keep their numbers', () => {
    const log = sparse();
    log.accept([on(30, 2), on(40, 2)]);
    const before = log.getSnapshot();
    log.prepend([on(10, 1), on(20, 2)]);
    const { rows, first, lastSeq } = log.getSnapshot();
    expect(words(rows)).toEqual(['1 Mar 2026', 10, '2 Mar 2026', 20, 30, 40]);
    expect(rows[4 - 0]).toBe(before.rows[1]);
    expect(first).toBe(before.first - 3);
    expect(lastSeq).toBe(40);
    log.accept([on(40, 2), on(41, 2)]);
    expect(words(log.getSnapshot().rows).slice(-2)).toEqual([40, 41]);
  });

  it('shows each line of a text of several lines', () => {
    const log = sparse();
    log.accept([on(1, 1, 'failed\n    at somewhere')]);
    expect(log.getSnapshot().rows.slice(1)).toMatchObject([
      { part: 0, text: 'failed' },
      { part: 1, text: '    at somewhere' },
    ]);
  });
});
