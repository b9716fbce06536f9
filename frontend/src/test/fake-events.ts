/** An EventSource whose connection is controlled by the test. */
export class FakeEvents extends EventTarget {
  static readonly CLOSED = 2;
  /** Those that were opened since the last test, the newest last. */
  static opened: FakeEvents[] = [];
  readyState = 0;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;

  constructor(readonly url: string) {
    super();
    FakeEvents.opened.push(this);
  }

  close() {
    this.readyState = 2;
  }

  open() {
    this.readyState = 1;
    this.onopen?.();
  }

  /** @param readyState 0 when the browser connects again by itself, 2 when it has given up */
  fail(readyState: number) {
    this.readyState = readyState;
    this.onerror?.();
  }

  tell(type: string, data: unknown, lastEventId = '') {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data), lastEventId }));
  }
}
