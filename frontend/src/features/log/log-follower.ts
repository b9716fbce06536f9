import { ProblemError } from '@/shared/api/problem';
import { onSignedOut } from '@/shared/live/stream-end';
import { nextStreamState, type StreamSignal, type StreamState } from '@/shared/live/stream-state';
import type { LogBuffer, LogLine } from '@/shared/log/log-buffer';
import { createStore } from '@/shared/store';

/** A hidden tab closes its stream after this time and catches up when it becomes visible. */
const hiddenMs = 5 * 60_000;

/** Some lines, and where the log goes on after them. */
export type Part<P> = { lines: LogLine[]; position: P };

/** `older`: where the lines before them are; null if there are none. */
export type Beginning<P> = Part<P> & { older: P | null };

export type Older<P> = { older: P | null; isLoading: boolean };

/** How one kind of log is read. A position is a number or a cursor. */
export type LogWays<P> = {
  begin(): Promise<Beginning<P>>;
  after(position: P): Promise<Part<P>>;
  before?(older: P): Promise<{ lines: LogLine[]; older: P | null }>;
  open(position: P): EventSource;
  /** The name of the event that brings lines, and how it is read. */
  event: string;
  read(message: MessageEvent<string>): Part<P>;
};

/**
 * A log without an end: its newest lines, then new ones, event by event. After a dropped connection the browser resumes by
 * `Last-Event-ID`; after a refused one (session, proxy, a manager that is away) the lines since then are read first, which
 * also renews the session.
 */
export class LogFollower<P> {
  readonly #state = createStore<StreamState>({ kind: 'connecting' });
  readonly #older = createStore<Older<P>>({ older: null, isLoading: false });
  #events: EventSource | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #position: P | undefined;
  #run = 0;

  constructor(
    private readonly ways: LogWays<P>,
    readonly buffer: LogBuffer,
  ) {}

  readonly getState = this.#state.get;
  readonly subscribe = this.#state.subscribe;
  readonly getOlder = this.#older.get;
  readonly subscribeOlder = this.#older.subscribe;

  start() {
    document.addEventListener('visibilitychange', this.#onVisibility);
    void this.#connect();
  }

  stop() {
    document.removeEventListener('visibilitychange', this.#onVisibility);
    this.#close();
  }

  /** Reads the lines before the others, if there are any; one page at a time. */
  readonly loadOlder = async () => {
    const { older, isLoading } = this.#older.get();
    if (older === null || isLoading || !this.ways.before) return;
    this.#older.set({ older, isLoading: true });
    try {
      const page = await this.ways.before(older);
      this.buffer.prepend(page.lines);
      this.#older.set({ older: page.older, isLoading: false });
    } catch {
      this.#older.set({ older, isLoading: false });
    }
  };

  readonly #onVisibility = () => {
    clearTimeout(this.#timer);
    if (this.getState().kind === 'denied') return;
    if (document.hidden) this.#timer = setTimeout(() => this.#close(), hiddenMs);
    else if (!this.#events) void this.#connect();
  };

  async #connect() {
    const run = ++this.#run;
    try {
      await this.#catchUp(run);
    } catch (error) {
      if (run === this.#run) this.#failed(error);
      return;
    }
    if (run === this.#run && this.#position !== undefined) this.#listen(this.#position);
  }

  async #catchUp(run: number) {
    if (this.#position === undefined) {
      const { lines, position, older } = await this.ways.begin();
      if (run !== this.#run) return;
      this.#take({ lines, position });
      this.#older.set({ older, isLoading: false });
      return;
    }
    for (let isMore = true; isMore; ) {
      const part: Part<P> = await this.ways.after(this.#position);
      if (run !== this.#run) return;
      isMore = part.lines.length > 0;
      this.#take(part);
    }
  }

  #take({ lines, position }: Part<P>) {
    this.#position = position;
    this.buffer.accept(lines);
  }

  #listen(position: P) {
    const events = this.ways.open(position);
    this.#events = events;
    events.onopen = () => this.#signal('opened');
    events.addEventListener(this.ways.event, (message) =>
      this.#take(this.ways.read(message as MessageEvent<string>)),
    );
    onSignedOut(events, () => {
      this.#close();
      void this.#connect();
    });
    events.onerror = () => {
      if (events.readyState === EventSource.CLOSED) this.#retry();
      else this.#signal('dropped');
    };
  }

  #failed(error: unknown) {
    const status = error instanceof ProblemError ? error.status : 0;
    if (status === 400 || status === 401 || status === 403 || status === 404) this.#signal('denied');
    else this.#retry();
  }

  #retry() {
    this.#close();
    this.#signal('refused');
    const state = this.getState();
    if (state.kind === 'reconnecting') this.#timer = setTimeout(() => void this.#connect(), state.delayMs);
  }

  #close() {
    this.#run++;
    clearTimeout(this.#timer);
    this.#events?.close();
    this.#events = undefined;
  }

  #signal(signal: StreamSignal) {
    this.#state.set(nextStreamState(this.getState(), signal));
  }
}
