import { createStore } from '../store';
import { backoffMs } from './backoff';
import { onSignedOut } from './stream-end';

/** One event as `GET /api/events` tells it; `data` holds ids and the fields that changed. */
export type LiveEvent = {
  seq: number;
  topic: string;
  event: string;
  tenantId: string | null;
  data: Record<string, unknown>;
};

export type LiveState =
  | { kind: 'connecting' }
  | { kind: 'live' }
  /** `since`: until then everything shown was current. */
  | { kind: 'reconnecting'; attempt: number; retryAt: number; since: number }
  | { kind: 'offline' }
  | { kind: 'ended' };

export type LiveListener = {
  onChange(event: LiveEvent): void;
  /** Something may have changed without an event for it: what is shown must be loaded again. */
  onGap(): void;
};

type Ways = {
  open(afterSeq: number | undefined): EventSource;
  /** Makes sure that the session is good; false when it is over. Rejects when the manager cannot be reached. */
  renew(): Promise<boolean>;
};

/** A hidden tab lets go of its stream after this long, because a browser has few connections to one host. */
const hiddenMs = 60_000;

/**
 * The manager's events in one stream per tab. The browser resumes a dropped stream by `Last-Event-ID`; after a refused
 * one (session, proxy) the session is renewed and the stream continues behind the last event.
 */
export class LiveEvents {
  readonly #state = createStore<LiveState>({ kind: 'connecting' });
  readonly #ways: Ways;
  #listener: LiveListener | undefined;
  #events: EventSource | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastSeq: number | undefined;
  #run = 0;

  constructor(ways: Ways) {
    this.#ways = ways;
  }

  readonly getState = this.#state.get;
  readonly subscribe = this.#state.subscribe;

  start(listener: LiveListener) {
    this.#listener = listener;
    this.#lastSeq = undefined;
    document.addEventListener('visibilitychange', this.#onVisibility);
    addEventListener('offline', this.#onOffline);
    addEventListener('online', this.retryNow);
    this.#state.set({ kind: 'connecting' });
    this.#open();
  }

  stop() {
    document.removeEventListener('visibilitychange', this.#onVisibility);
    removeEventListener('offline', this.#onOffline);
    removeEventListener('online', this.retryNow);
    this.#close();
    this.#listener = undefined;
  }

  /** Connects at once instead of waiting for the next try; nothing while it is live or not wanted. */
  readonly retryNow = () => {
    const { kind } = this.getState();
    if (this.#listener && (kind === 'reconnecting' || kind === 'offline')) void this.#renewAndOpen();
  };

  readonly #onVisibility = () => {
    clearTimeout(this.#timer);
    if (document.hidden) this.#timer = setTimeout(this.#letGo, hiddenMs);
    else if (!this.#events && this.getState().kind !== 'ended') void this.#renewAndOpen();
  };

  readonly #letGo = () => {
    this.#close();
    if (this.getState().kind === 'live') this.#state.set({ kind: 'connecting' });
  };

  readonly #onOffline = () => {
    this.#close();
    this.#state.set({ kind: 'offline' });
  };

  #open() {
    const events = this.#ways.open(this.#lastSeq);
    this.#events = events;
    events.onopen = () => this.#state.set({ kind: 'live' });
    this.#on<{ seq: number }>(events, 'ready', () => {
      // The first stream begins now, and what was loaded before may be older.
      if (this.#lastSeq === undefined) this.#listener?.onGap();
    });
    this.#on<LiveEvent>(events, 'change', (event) => this.#listener?.onChange(event));
    this.#on(events, 'gap', () => this.#listener?.onGap());
    onSignedOut(events, () => void this.#renewAndOpen());
    events.onerror = () => {
      if (events.readyState === EventSource.CLOSED) this.#retry();
      else if (this.getState().kind === 'live')
        this.#state.set({ kind: 'reconnecting', attempt: 0, retryAt: Date.now(), since: Date.now() });
    };
  }

  #on<T>(events: EventSource, type: string, handle: (data: T) => void) {
    events.addEventListener(type, (message) => {
      const { data, lastEventId } = message as MessageEvent<string>;
      handle(JSON.parse(data) as T);
      this.#lastSeq = Number(lastEventId);
    });
  }

  #retry() {
    this.#close();
    const before = this.getState();
    const attempt = before.kind === 'reconnecting' ? before.attempt + 1 : 1;
    const delay = backoffMs(attempt, Math.random());
    const since = before.kind === 'reconnecting' ? before.since : Date.now();
    this.#state.set({ kind: 'reconnecting', attempt, retryAt: Date.now() + delay, since });
    this.#timer = setTimeout(() => void this.#renewAndOpen(), delay);
  }

  async #renewAndOpen() {
    this.#close();
    const run = this.#run;
    const isGood = await this.#ways.renew().catch(() => undefined);
    if (run !== this.#run) return;
    if (isGood === undefined) this.#retry();
    else if (isGood) this.#open();
    else this.#state.set({ kind: 'ended' });
  }

  #close() {
    this.#run++;
    clearTimeout(this.#timer);
    this.#events?.close();
    this.#events = undefined;
  }
}
