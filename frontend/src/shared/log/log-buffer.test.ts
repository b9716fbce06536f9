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
  return rows.map((row) => (row.kind === 'line' ? row.line.seq : `${row.from}-${row.to}`));
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
  });

  it('counts errors', () => {
    const { log, frame } = buffer();
    log.accept([aLine(1), aLine(2, 'no', { level: 'error' })]);
    expect(frame().errors).toBe(1);
  });
});
