import { backoffMs } from './backoff';

/** `connecting → live → reconnecting → live | ended | denied`; the last two are final. */
export type StreamState =
  | { kind: 'connecting' }
  | { kind: 'live' }
  | { kind: 'reconnecting'; attempt: number; delayMs: number }
  | { kind: 'ended' }
  | { kind: 'denied' };

/** `dropped`: the browser reconnects by itself. `refused`: it gave up, so this code reconnects after `delayMs`. */
export type StreamSignal = 'opened' | 'dropped' | 'refused' | 'ended' | 'denied';

export function nextStreamState(
  state: StreamState,
  signal: StreamSignal,
  random = Math.random(),
): StreamState {
  if (state.kind === 'ended' || state.kind === 'denied') return state;
  switch (signal) {
    case 'opened':
      return { kind: 'live' };
    case 'ended':
      return { kind: 'ended' };
    case 'denied':
      return { kind: 'denied' };
    case 'dropped':
      return state.kind === 'reconnecting' ? state : { kind: 'reconnecting', attempt: 0, delayMs: 0 };
    case 'refused': {
      const attempt = state.kind === 'reconnecting' ? state.attempt + 1 : 1;
      return { kind: 'reconnecting', attempt, delayMs: backoffMs(attempt, random) };
    }
  }
}
