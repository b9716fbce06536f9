import { createStore } from '../store';
import { backoffMs } from './backoff';

export type Connection =
  | { kind: 'live' }
  | { kind: 'reconnecting'; attempt: number; retryAt: number }
  | { kind: 'offline' };

const store = createStore<Connection>({ kind: 'live' });
const returned = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

async function probe() {
  const answer = await fetch('/q/health/live', { cache: 'no-store' }).catch(() => undefined);
  if (answer?.ok) connection.seen();
  else schedule();
}

function schedule() {
  const before = store.get();
  const attempt = before.kind === 'reconnecting' ? before.attempt + 1 : 1;
  const delay = backoffMs(attempt, Math.random());
  clearTimeout(timer);
  timer = setTimeout(() => void probe(), delay);
  store.set({ kind: 'reconnecting', attempt, retryAt: Date.now() + delay });
}

/**
 * Whether the manager responds. Every request reports here; while the manager does not respond, its liveness is polled.
 */
export const connection = {
  get: store.get,
  subscribe: store.subscribe,

  seen() {
    if (store.get().kind === 'live') return;
    clearTimeout(timer);
    store.set({ kind: 'live' });
    for (const listener of returned) listener();
  },

  lost() {
    if (!navigator.onLine) store.set({ kind: 'offline' });
    else if (store.get().kind !== 'reconnecting') schedule();
  },

  /** For a page without a stream of events: asks whether the manager responds, unless that is being asked already. */
  check() {
    if (store.get().kind === 'live') void probe();
  },
  /** Polls immediately instead of waiting for the next attempt. */
  retryNow() {
    clearTimeout(timer);
    void probe();
  },

  /** Called each time the manager responds again after an outage. */
  onReturn(listener: () => void) {
    returned.add(listener);
    return () => {
      returned.delete(listener);
    };
  },
};

addEventListener('offline', () => {
  clearTimeout(timer);
  store.set({ kind: 'offline' });
});
addEventListener('online', () => void probe());
