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
  if (answer && answer.status !== 502 && answer.status !== 504) connection.seen();
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

/** Whether the manager answers. Every request reports here; while it does not answer, its liveness is asked for. */
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

  /** Asks at once instead of waiting for the next try. */
  retryNow() {
    clearTimeout(timer);
    void probe();
  },

  /** Calls back each time the manager answers again after it did not. */
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
