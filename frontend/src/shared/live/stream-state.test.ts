import { describe, expect, it } from 'vitest';
import { backoffMs } from './backoff';
import { nextStreamState, type StreamState } from './stream-state';

const connecting: StreamState = { kind: 'connecting' };
const live: StreamState = { kind: 'live' };

describe('a stream', () => {
  it('is live once opened, and again after each drop', () => {
    expect(nextStreamState(connecting, 'opened')).toEqual(live);
    const dropped = nextStreamState(live, 'dropped');
    expect(dropped.kind).toBe('reconnecting');
    expect(nextStreamState(dropped, 'opened')).toEqual(live);
  });

  it('waits longer after each refusal, up to 15 seconds', () => {
    let state = nextStreamState(live, 'refused', 0);
    const delays: number[] = [];
    for (let i = 0; i < 8; i++) {
      if (state.kind === 'reconnecting') delays.push(state.delayMs);
      state = nextStreamState(state, 'refused', 0);
    }
    expect(delays).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
  });

  it('restarts the back-off after it was live again', () => {
    const often = nextStreamState({ kind: 'reconnecting', attempt: 6, delayMs: 15_000 }, 'opened');
    expect(nextStreamState(often, 'refused', 0)).toEqual({ kind: 'reconnecting', attempt: 1, delayMs: 500 });
  });

  it.each(['ended', 'denied'] as const)('never leaves %s', (final) => {
    const state = nextStreamState(live, final);
    expect(nextStreamState(state, 'opened')).toBe(state);
    expect(nextStreamState(state, 'dropped')).toBe(state);
    expect(nextStreamState(state, 'refused')).toBe(state);
  });

  it('adds jitter to its attempts', () => {
    expect(backoffMs(3, 0)).toBe(2000);
    expect(backoffMs(3, 1)).toBe(1400);
  });
});
