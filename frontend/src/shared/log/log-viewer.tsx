import { ArrowDown } from 'lucide-react';
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useDeferredValue,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { cn } from '../cn';
import { copyText } from '../ui/copy-text';
import { toasts } from '../ui/toasts';
import { fixedLayout, scrolling, WrappedLayout, windowOf } from './layout';
import type { LogBuffer } from './log-buffer';
import { hrefOfLine, LogRowView } from './log-row-view';
import { LogToolbar } from './log-toolbar';
import { placeOf } from './row-scan';
import { useAnnouncement } from './use-announcement';
import { useFollow } from './use-follow';
import { useLogPrefs } from './use-log-prefs';
import { type LogView, useLogView } from './use-log-view';
import { useRowScan } from './use-row-scan';
import { useViewport } from './use-viewport';

export type LogViewerHandle = {
  /** Scrolls to the first line of a step; false if there is none yet. */
  showStep(step: string): boolean;
};

type LogViewerProps = {
  ref?: Ref<LogViewerHandle>;
  buffer: LogBuffer;
  label: string;
  /** The state of the stream, shown in the toolbar. */
  state: ReactNode;
  /** Whether more lines can come, which enables pausing. */
  isStreaming: boolean;
  /** Text shown while there are no lines. */
  empty: string;
  /** How to take the log away. */
  tools?: ReactNode;
  /** The view in the address of the page, and how to change it; without it the view is the viewer's own. */
  view?: LogView;
  onView?(view: LogView): void;
  /** Lines have numbers that stay the same, so that an address can name one. */
  hasLinks?: boolean;
  /** The page itself selects the level. */
  isLevelElsewhere?: boolean;
  /** Times are part of this log, not a choice. */
  hasTimes?: boolean;
  /** Loads older lines, if there are any. */
  onOlder?: (() => void) | undefined;
  isLoadingOlder?: boolean;
  className?: string;
};

/** Horizontal padding of a row and its level column, in pixels and characters. */
const rowPadding = 24;
const markColumns = 2;
const timeColumns = 10;
/** Minimum width for line numbers, in pixels. */
const roomForNumbers = 560;
/** So near to the beginning older lines are loaded. Pixels. */
const nearStart = 200;
const noView: LogView = {};

/**
 * A log of any length: only visible rows are rendered. It follows the end until the user scrolls up, keeps buffering
 * while paused, and announces only a summary to screen readers.
 */
export function LogViewer(props: LogViewerProps) {
  const { ref, buffer, label, isStreaming, onOlder } = props;
  const viewport = useRef<HTMLElement>(null);
  const ruler = useRef<HTMLSpanElement>(null);
  const log = useSyncExternalStore(buffer.subscribe, buffer.getSnapshot);
  const chosen = useLogPrefs();
  const prefs = useMemo(
    () => (props.hasTimes ? { ...chosen.prefs, hasTimes: true } : chosen.prefs),
    [chosen.prefs, props.hasTimes],
  );
  const size = useViewport(viewport, ruler);
  const { view, change } = useLogView(props.view ?? noView, props.onView);
  const [isFull, setIsFull] = useState(false);

  // Numbers of rows: they stay when rows are dropped, or put before the others.
  const end = log.first + log.rows.length;
  const [pausedAt, setPausedAt] = useState<number>();
  const isPaused = isStreaming && pausedAt !== undefined;
  const last = isPaused ? Math.max(log.first, pausedAt) : end;

  const wanted = useDeferredValue((view.query ?? '').trim());
  const isFiltered = Boolean(view.isFiltered);
  const scan = useRowScan(log, { query: wanted, level: view.level, isFiltered });
  const hitsFrom = placeOf(scan.hits, log.first);
  const hits = placeOf(scan.hits, last) - hitsFrom;
  // The row, not its place among the hits: that changes when older lines with hits are loaded.
  const [currentRow, setCurrentRow] = useState<number>();
  const hit =
    currentRow === undefined ? 0 : Math.max(0, Math.min(placeOf(scan.hits, currentRow) - hitsFrom, hits - 1));
  const hitRow = wanted && hits > 0 ? scan.hits[hitsFrom + hit] : undefined;

  const { shown } = scan;
  const shownFrom = shown ? placeOf(shown, log.first) : 0;
  const count = shown ? placeOf(shown, last) - shownFrom : last - log.first;
  const numberOf = (index: number) => (shown ? (shown[shownFrom + index] ?? -1) : log.first + index);
  const rowAt = (index: number) => log.rows[numberOf(index) - log.first];
  const indexOf = (number: number) => (shown ? placeOf(shown, number) - shownFrom : number - log.first);

  const numberColumns = size.width >= roomForNumbers ? Math.max(3, String(log.lastSeq).length) + 2 : 0;
  const gutter = numberColumns + markColumns + (prefs.hasTimes ? timeColumns : 0);
  const columns = Math.max(10, Math.floor((size.width - rowPadding) / size.character) - gutter);
  const [wrapped] = useState(() => new WrappedLayout());
  // The same object as long as rows are only appended.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what it identifies
  const rowsAre = useMemo(() => ({}), [shown, shownFrom, log.first, buffer]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `log` is new whenever its rows changed
  const layout = useMemo(
    () =>
      prefs.isWrapped
        ? wrapped.of(rowsAre, count, (index) => rowAt(index)?.columns ?? 0, columns)
        : fixedLayout(count),
    [log, count, rowsAre, prefs.isWrapped, columns],
  );

  const total = layout.top(layout.count);
  const { height, toContent, toScroll } = scrolling(total, size.height);
  const { isFollowing, scrollTop, onScroll, follow, leaveTo } = useFollow(viewport, height, size.height);
  const top = toContent(scrollTop);
  const { start, end: stop } = windowOf(layout, top, size.height);

  const [leftAt, setLeftAt] = useState(end);
  if (isFollowing && leftAt !== end) setLeftAt(end);
  const unseen = isPaused ? end - pausedAt : end - leftAt;
  const announcement = useAnnouncement(isStreaming ? end : 0, log.errors);

  function show(number: number) {
    leaveTo(toScroll(Math.max(0, layout.top(indexOf(number)) - size.height / 3)));
  }

  // A reader keeps the place when rows come or go before it.
  const place = useRef({ first: log.first, number: 0, offset: 0 });
  useLayoutEffect(() => {
    const before = place.current;
    if (log.first !== before.first && !isFollowing)
      leaveTo(toScroll(layout.top(Math.max(0, indexOf(before.number))) + before.offset));
    else {
      const index = layout.indexAt(top);
      place.current = { first: log.first, number: numberOf(index), offset: top - layout.top(index) };
    }
    place.current.first = log.first;
  });

  const named = useRef<number>(undefined);

  // Typing goes to the first match, so that the count beside the field is true.
  const sought = useRef('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another search moves the view
  useEffect(() => {
    if (sought.current === wanted || (wanted && hits === 0)) return;
    sought.current = wanted;
    const first = scan.hits[hitsFrom];
    setCurrentRow(wanted ? first : undefined);
    // An address with a line leads to the line, whatever it searches.
    if (wanted && first !== undefined && named.current === view.line) show(first);
  }, [wanted, hits]);

  function onHit(step: 1 | -1) {
    if (hits === 0) return;
    const next = scan.hits[hitsFrom + ((hit + step + hits) % hits)] ?? 0;
    setCurrentRow(next);
    show(next);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another line, or its arrival, moves the view
  useEffect(() => {
    if (view.line === undefined || named.current === view.line || size.height === 0) return;
    const index = log.rows.findIndex((row) => row.kind === 'line' && row.line.seq === view.line);
    if (index < 0) return;
    named.current = view.line;
    show(log.first + index);
  }, [view.line, log, size.height]);

  function name(line: number) {
    named.current = line;
    change({ line });
  }

  const { hasLinks } = props;
  const [onName] = useState(() => (line: number) => naming.current(line));
  const naming = useRef(name);
  naming.current = name;

  function onLink() {
    const row = hitRow === undefined ? rowAt(layout.indexAt(top)) : log.rows[hitRow - log.first];
    const line = row?.kind === 'line' ? row.line.seq : view.line;
    if (line === undefined) return;
    name(line);
    void copyText(new URL(hrefOfLine(line), location.href).href).then(() =>
      toasts.show({ tone: 'good', title: `Link to line ${line} copied` }),
    );
  }

  useImperativeHandle(ref, () => ({
    showStep(step) {
      const index = log.rows.findIndex((row) => row.kind === 'line' && row.line.step === step);
      if (index < 0) return false;
      show(log.first + index);
      viewport.current?.focus({ preventScroll: true });
      return true;
    },
  }));

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !isFull || event.defaultPrevented) return;
    event.preventDefault();
    setIsFull(false);
  }

  return (
    <section
      aria-label={label}
      onKeyDown={onKeyDown}
      className={cn(
        'on-log flex min-w-0 flex-col overflow-hidden bg-log text-log-ink',
        isFull ? 'fixed inset-0 z-40' : props.className,
      )}
    >
      <LogToolbar
        state={props.state}
        view={view}
        onView={(values) => {
          if (values.query !== undefined) setCurrentRow(undefined);
          change(values);
        }}
        hits={hits}
        currentHit={hit}
        isSearching={!scan.isDone || wanted !== (view.query ?? '').trim()}
        onHit={onHit}
        onLevel={props.isLevelElsewhere ? undefined : (level) => change({ level })}
        prefs={prefs}
        onToggle={chosen.toggle}
        isPaused={isStreaming ? isPaused : undefined}
        onPause={() => setPausedAt(isPaused ? undefined : end)}
        onLink={hasLinks ? onLink : undefined}
        isFull={isFull}
        onFull={() => setIsFull(!isFull)}
        tools={props.tools}
      />
      {(onOlder || log.dropped > 0) && (
        <div className="flex h-8 items-center gap-3 border-b border-log-line px-3 text-sm text-log-muted">
          {onOlder ? (
            <button
              type="button"
              onClick={onOlder}
              aria-disabled={props.isLoadingOlder || undefined}
              className="rounded-sm px-1 underline hover:text-log-ink"
            >
              {props.isLoadingOlder ? 'Loading older lines' : 'Load older lines'}
            </button>
          ) : (
            `⋯ ${log.dropped} earlier lines: download the log to read them`
          )}
        </div>
      )}
      <div className="relative min-h-0 flex-1">
        <section
          ref={viewport}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
          tabIndex={0}
          aria-label={`${label}, lines`}
          aria-live="off"
          onScroll={() => {
            onScroll();
            if (onOlder && !isFollowing && (viewport.current?.scrollTop ?? 0) < nearStart) onOlder();
          }}
          className="on-log absolute inset-0 overflow-auto overscroll-contain py-2 font-mono text-[0.8125rem]/5 -outline-offset-2"
          style={{ scrollbarColor: 'var(--log-line) transparent', overflowAnchor: 'none' }}
        >
          {/* One unbroken line, whatever the page's own rules about wrapping. */}
          <span ref={ruler} aria-hidden className="invisible absolute w-max whitespace-pre">
            {'0'.repeat(100)}
          </span>
          <div
            className="relative"
            style={{
              height,
              minWidth: prefs.isWrapped ? undefined : `calc(${log.widest + gutter}ch + ${rowPadding}px)`,
            }}
          >
            <div className="absolute inset-x-0" style={{ top: scrollTop + (layout.top(start) - top) }}>
              {Array.from({ length: stop - start }, (_, offset) => {
                const number = numberOf(start + offset);
                const row = log.rows[number - log.first];
                if (!row) return null;
                return (
                  <LogRowView
                    key={number}
                    row={row}
                    prefs={prefs}
                    numberColumns={numberColumns}
                    query={wanted}
                    isCurrentHit={number === hitRow}
                    isNamed={row.kind === 'line' && row.line.seq === view.line}
                    onName={hasLinks ? onName : undefined}
                  />
                );
              })}
            </div>
          </div>
        </section>
        {layout.count === 0 && (
          <p className="pointer-events-none absolute inset-0 grid place-items-center p-6 text-center text-log-muted">
            {nothing(scan.isDone, shown !== undefined && log.rows.length > 0, props.empty)}
          </p>
        )}
        {(isPaused || (!isFollowing && unseen > 0) || (!isFollowing && isStreaming)) && (
          <button
            type="button"
            onClick={() => {
              setPausedAt(undefined);
              follow();
            }}
            className="absolute right-4 bottom-4 inline-flex h-8 animate-arrive items-center gap-2 rounded-full bg-rail-mark px-3.5 text-sm font-semibold text-rail shadow-floating"
          >
            <ArrowDown aria-hidden className="size-4" />
            {jumpLabel(unseen, isPaused)}
          </button>
        )}
      </div>
      <span role="status" className="sr-only">
        {announcement}
      </span>
    </section>
  );
}

function nothing(isDone: boolean, isFiltered: boolean, empty: string): string {
  if (!isFiltered) return empty;
  return isDone ? 'No line matches the search' : 'Searching';
}

function jumpLabel(unseen: number, isPaused: boolean): string {
  const lines = unseen === 1 ? '1 new line' : `${unseen} new lines`;
  if (isPaused) return unseen > 0 ? `Paused · ${lines}` : 'Paused';
  return unseen > 0 ? lines : 'Follow';
}
