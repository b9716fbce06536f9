import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '@/shared/api/problem';
import { LogBuffer } from '@/shared/log/log-buffer';
import { FakeEvents } from '@/test/fake-events';
import { aLine, lines } from '@/test/fixtures';
import { LogFollower, type LogWays } from './log-follower';

function arrangeLog(values: Partial<LogWays<number>> = {}) {
  const opened: FakeEvents[] = [];
  const ways: LogWays<number> = {
    begin: vi.fn(async () => ({ lines: lines(11, 20), position: 20, older: 11 })),
    after: vi.fn(async (position: number) => ({ lines: [], position })),
    before: vi.fn(async () => ({ lines: lines(1, 10), older: null })),
    open: (position) => {
      const events = new FakeEvents(String(position));
      opened.push(events);
      return events as unknown as EventSource;
    },
    event: 'entry',
    read: ({ data, lastEventId }) => ({ lines: [JSON.parse(data)], position: Number(lastEventId) }),
    ...values,
  };
  const buffer = new LogBuffer(1000, (notify) => notify(), 'sparse');
  const log = new LogFollower(ways, buffer);
  const seqs = () => buffer.getSnapshot().rows.flatMap((row) => (row.kind === 'line' ? [row.line.seq] : []));
  return { log, opened, ways, seqs };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

describe('a log without an end', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('begins with the newest lines and goes on after them', async () => {
    const { log, opened, seqs } = arrangeLog();
    log.start();
    await settle();
    expect(opened.map(({ url }) => url)).toEqual(['20']);
    opened[0]?.open();
    expect(log.getState()).toEqual({ kind: 'live' });
    opened[0]?.tell('entry', aLine(25), '25');
    expect(seqs().slice(-2)).toEqual([20, 25]);
    log.stop();
  });

  it('puts older lines before the others until there are none', async () => {
    const { log, ways, seqs } = arrangeLog();
    log.start();
    await settle();
    expect(log.getOlder()).toEqual({ older: 11, isLoading: false });
    await Promise.all([log.loadOlder(), log.loadOlder()]);
    expect(ways.before).toHaveBeenCalledOnce();
    expect(seqs().slice(0, 2)).toEqual([1, 2]);
    expect(log.getOlder()).toEqual({ older: null, isLoading: false });
    await log.loadOlder();
    expect(ways.before).toHaveBeenCalledOnce();
    log.stop();
  });

  it('reads what it missed when its stream was refused, and continues there', async () => {
    const after = vi
      .fn()
      .mockResolvedValueOnce({ lines: lines(21, 23), position: 23 })
      .mockResolvedValue({ lines: [], position: 30 });
    const { log, opened, seqs } = arrangeLog({ after });
    log.start();
    await settle();
    opened[0]?.open();
    opened[0]?.fail(2);
    expect(log.getState().kind).toBe('reconnecting');
    await vi.advanceTimersByTimeAsync(2000);
    expect(after.mock.calls).toEqual([[20], [23]]);
    expect(opened.map(({ url }) => url)).toEqual(['20', '30']);
    expect(seqs().slice(-3)).toEqual([21, 22, 23]);
    log.stop();
  });

  it('ends where the reader has no access, and tries again while the manager is away', async () => {
    const denied = arrangeLog({ begin: () => Promise.reject(new ProblemError('Forbidden', 403)) });
    denied.log.start();
    await settle();
    expect(denied.log.getState()).toEqual({ kind: 'denied' });

    const begin = vi
      .fn()
      .mockRejectedValueOnce(new ProblemError('Manager unavailable', 503))
      .mockResolvedValue({ lines: [], position: 0, older: null });
    const away = arrangeLog({ begin });
    away.log.start();
    await settle();
    expect(away.log.getState().kind).toBe('reconnecting');
    await vi.advanceTimersByTimeAsync(2000);
    expect(away.opened).toHaveLength(1);
    away.log.stop();
  });
});
