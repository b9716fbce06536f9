import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '@/shared/api/problem';
import { LogBuffer } from '@/shared/log/log-buffer';
import { FakeEvents } from '@/test/fake-events';
import { aLine, lines } from '@/test/fixtures';
import { DeploymentLog, pageSize } from './log-stream';

class LogEvents extends FakeEvents {
  constructor(readonly afterSeq: number) {
    super('');
  }
}

function arrangeLog(stored: ReturnType<typeof lines>) {
  const opened: LogEvents[] = [];
  const listener = { onOpen: vi.fn(), onStep: vi.fn(), onProgress: vi.fn(), onEnd: vi.fn() };
  const fetchPage = vi.fn(async (afterSeq: number) => ({
    items: stored.filter(({ seq }) => seq > afterSeq).slice(0, pageSize),
    lastSeq: stored.length,
  }));
  const openEvents = (afterSeq: number) => {
    const events = new LogEvents(afterSeq);
    opened.push(events);
    return events as unknown as EventSource;
  };
  const buffer = new LogBuffer(100_000, (notify) => notify());
  const log = new DeploymentLog({ fetchPage, openEvents, buffer }, listener);
  const seqs = () => buffer.getSnapshot().rows.map((row) => (row.kind === 'line' ? row.line.seq : 'gap'));
  return { log, opened, listener, fetchPage, seqs, stored };
}

describe('the log of a deployment', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('reads the stored lines, page by page, and continues after them', async () => {
    const { log, opened, fetchPage, seqs } = arrangeLog(lines(1, 2500));
    log.start(true);
    await vi.waitFor(() => expect(opened).toHaveLength(1));
    expect(fetchPage).toHaveBeenCalledTimes(3);
    expect(opened[0]?.afterSeq).toBe(2500);
    opened[0]?.open();
    opened[0]?.tell('line', aLine(2501));
    expect(log.getState().kind).toBe('live');
    expect(seqs()).toHaveLength(2501);
    log.stop();
  });

  it('opens no stream for a deployment that has ended', async () => {
    const { log, opened, seqs } = arrangeLog(lines(1, 3));
    log.start(false);
    await vi.waitFor(() => expect(log.getState().kind).toBe('ended'));
    expect(opened).toHaveLength(0);
    expect(seqs()).toEqual([1, 2, 3]);
  });

  it('neither loses nor duplicates lines when the browser reconnects by itself', async () => {
    const { log, opened, seqs } = arrangeLog(lines(1, 2));
    log.start(true);
    await vi.waitFor(() => expect(opened).toHaveLength(1));
    const [events] = opened;
    events?.open();
    events?.tell('line', aLine(3));
    events?.fail(0);
    expect(log.getState().kind).toBe('reconnecting');
    events?.open();
    for (const line of lines(2, 5)) events?.tell('line', line);
    expect(log.getState().kind).toBe('live');
    expect(seqs()).toEqual([1, 2, 3, 4, 5]);
    log.stop();
  });

  it('reads the stored lines again after a refused stream, and opens another', async () => {
    const { log, opened, seqs, stored } = arrangeLog(lines(1, 2));
    log.start(true);
    await vi.waitFor(() => expect(opened).toHaveLength(1));
    opened[0]?.open();
    stored.push(...lines(3, 4));
    opened[0]?.fail(2);
    expect(log.getState().kind).toBe('reconnecting');
    await vi.advanceTimersByTimeAsync(600);
    expect(opened).toHaveLength(2);
    expect(opened[1]?.afterSeq).toBe(4);
    expect(seqs()).toEqual([1, 2, 3, 4]);
    log.stop();
  });

  it('renews the session without a word when the token expires, and continues after the last line', async () => {
    const { log, opened, seqs, stored } = arrangeLog(lines(1, 2));
    log.start(true);
    await vi.waitFor(() => expect(opened).toHaveLength(1));
    opened[0]?.open();
    stored.push(...lines(3, 4));
    opened[0]?.tell('token-expired', { reason: 'The access token has expired; renew it and resume' });
    expect(opened[0]?.readyState).toBe(2);
    await vi.waitFor(() => expect(opened).toHaveLength(2));
    expect(log.getState().kind).toBe('live');
    expect(opened[1]?.afterSeq).toBe(4);
    expect(seqs()).toEqual([1, 2, 3, 4]);
    log.stop();
  });

  it('stops without access', async () => {
    const { log, opened, fetchPage } = arrangeLog([]);
    fetchPage.mockRejectedValue(new ProblemError('Not signed in', 401));
    log.start(true);
    await vi.waitFor(() => expect(log.getState().kind).toBe('denied'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(opened).toHaveLength(0);
    expect(fetchPage).toHaveBeenCalledOnce();
  });

  it('reports steps and progress, and ends with the deployment', async () => {
    const { log, opened, listener } = arrangeLog([]);
    log.start(true);
    await vi.waitFor(() => expect(opened).toHaveLength(1));
    const [events] = opened;
    events?.open();
    events?.tell('progress', { progressPercent: 10, currentStep: 'preflight' });
    events?.tell('gap', { from: 1, to: 40 });
    events?.tell('end', { status: 'succeeded', failure: null });
    expect(listener.onProgress).toHaveBeenCalledWith({ progressPercent: 10, currentStep: 'preflight' });
    expect(listener.onEnd).toHaveBeenCalledOnce();
    expect(log.buffer.lastSeq).toBe(40);
    expect(log.getState().kind).toBe('ended');
    expect(events?.readyState).toBe(2);
  });

  it('closes its stream in a tab hidden for long, and catches up when the tab is visible', async () => {
    const { log, opened, stored, seqs } = arrangeLog(lines(1, 2));
    log.start(true);
    await vi.waitFor(() => expect(opened).toHaveLength(1));
    opened[0]?.open();
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    expect(opened[0]?.readyState).toBe(2);
    stored.push(aLine(3));
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.waitFor(() => expect(opened).toHaveLength(2));
    expect(seqs()).toEqual([1, 2, 3]);
    log.stop();
  });
});
