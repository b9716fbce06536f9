import { afterEach, expect, it, vi } from 'vitest';
import { aLine } from '@/test/fixtures';
import { LogBuffer } from './log-buffer';

afterEach(() => void vi.useRealTimers());

it('a log is drawn at most twenty times a second, however fast it grows, and a single line at once', () => {
  vi.useFakeTimers();
  const log = new LogBuffer();
  let drawings = 0;
  log.subscribe(() => drawings++);
  log.accept([aLine(1)]);
  vi.advanceTimersByTime(17);
  expect(drawings).toBe(1);
  for (let ms = 0; ms < 1000; ms++) {
    log.accept([aLine(2 * ms + 2), aLine(2 * ms + 3)]);
    vi.advanceTimersByTime(1);
  }
  expect(drawings).toBeGreaterThan(10);
  expect(drawings).toBeLessThanOrEqual(21);
  vi.advanceTimersByTime(100);
  expect(log.getSnapshot().lastSeq).toBe(2001);
});
