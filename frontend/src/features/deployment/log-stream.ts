import { ProblemError } from '@/shared/api/problem';
import { onSignedOut } from '@/shared/live/stream-end';
import { nextStreamState, type StreamSignal, type StreamState } from '@/shared/live/stream-state';
import { LogBuffer } from '@/shared/log/log-buffer';
import { createStore } from '@/shared/store';
import type { End, LogPage, Progress, Step } from './model';

type LogLine = LogPage['items'][number];

/** Lines per page; the API's maximum. */
export const pageSize = 1000;
/** A hidden tab closes its stream after this time and catches up when it becomes visible. */
const hiddenMs = 5 * 60_000;

export type StreamListener = {
  onOpen(): void;
  onStep(step: Step): void;
  onProgress(progress: Progress): void;
  onEnd(end: End): void;
};

type Ways = {
  fetchPage(afterSeq: number): Promise<LogPage>;
  openEvents(afterSeq: number): EventSource;
  buffer?: LogBuffer;
};

/**
 * The log of one deployment: first the stored lines, page by page, then new ones, event by event. After a dropped
 * connection the browser resumes by `Last-Event-ID`; after a refused one (session, proxy) the stored pages are read
 * again, which also renews the session, and the stream continues after the last line. The buffer removes duplicates.
 */
export class DeploymentLog {
  readonly buffer: LogBuffer;
  readonly #state = createStore<StreamState>({ kind: 'connecting' });
  #events: EventSource | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #run = 0;

  constructor(
    private readonly ways: Ways,
    private readonly listener: StreamListener,
  ) {
    this.buffer = ways.buffer ?? new LogBuffer();
  }

  readonly getState = this.#state.get;
  readonly subscribe = this.#state.subscribe;

  /** @param isActive whether more lines can come; otherwise the stored lines are complete */
  start(isActive: boolean) {
    document.addEventListener('visibilitychange', this.#onVisibility);
    void this.#connect(isActive);
  }

  stop() {
    document.removeEventListener('visibilitychange', this.#onVisibility);
    this.#close();
  }

  /** The deployment has ended although its stream has not reported it: reads the remaining lines and ends. */
  finish() {
    if (this.#isOver()) return;
    this.#close();
    void this.#connect(false);
  }

  readonly #onVisibility = () => {
    clearTimeout(this.#timer);
    if (this.#isOver()) return;
    if (document.hidden) this.#timer = setTimeout(() => this.#close(), hiddenMs);
    else if (!this.#events) void this.#connect(true);
  };

  async #connect(isActive: boolean) {
    const run = ++this.#run;
    try {
      await this.#catchUp(run);
    } catch (error) {
      if (run === this.#run) this.#failed(error, isActive);
      return;
    }
    if (run !== this.#run) return;
    if (isActive) this.#listen();
    else this.#signal('ended');
  }

  async #catchUp(run: number) {
    for (;;) {
      const page = await this.ways.fetchPage(this.buffer.lastSeq);
      if (run !== this.#run) return;
      const before = this.buffer.lastSeq;
      this.buffer.accept(page.items);
      if (this.buffer.lastSeq === before || page.items.length < pageSize) return;
    }
  }

  #listen() {
    const events = this.ways.openEvents(this.buffer.lastSeq);
    this.#events = events;
    events.onopen = () => {
      this.#signal('opened');
      this.listener.onOpen();
    };
    on<LogLine>(events, 'line', (line) => this.buffer.accept([line]));
    on<{ to: number }>(events, 'gap', (gap) => this.buffer.skip(gap.to));
    on<Step>(events, 'step', (step) => this.listener.onStep(step));
    on<Progress>(events, 'progress', (progress) => this.listener.onProgress(progress));
    on<End>(events, 'end', (end) => {
      this.#close();
      this.#signal('ended');
      this.listener.onEnd(end);
    });
    onSignedOut(events, () => {
      this.#close();
      void this.#connect(true);
    });
    events.onerror = () => {
      if (events.readyState === EventSource.CLOSED) this.#retry(true);
      else this.#signal('dropped');
    };
  }

  #failed(error: unknown, isActive: boolean) {
    const status = error instanceof ProblemError ? error.status : 0;
    if (status === 401 || status === 403 || status === 404) this.#signal('denied');
    else this.#retry(isActive);
  }

  #retry(isActive: boolean) {
    this.#close();
    this.#signal('refused');
    const state = this.getState();
    if (state.kind === 'reconnecting')
      this.#timer = setTimeout(() => void this.#connect(isActive), state.delayMs);
  }

  #close() {
    this.#run++;
    clearTimeout(this.#timer);
    this.#events?.close();
    this.#events = undefined;
  }

  #isOver() {
    const { kind } = this.getState();
    return kind === 'ended' || kind === 'denied';
  }

  #signal(signal: StreamSignal) {
    this.#state.set(nextStreamState(this.getState(), signal));
  }
}

function on<T>(events: EventSource, type: string, handle: (data: T) => void) {
  events.addEventListener(type, (event) => handle(JSON.parse((event as MessageEvent<string>).data) as T));
}
