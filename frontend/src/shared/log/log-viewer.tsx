import { ArrowDown } from 'lucide-react';
import {
  type ReactNode,
  type Ref,
  useDeferredValue,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { cn } from '../cn';
import { fixedLayout, rowHeight, windowOf, wrappedLayout } from './layout';
import type { LogBuffer } from './log-buffer';
import { LogRowView } from './log-row-view';
import { LogToolbar } from './log-toolbar';
import { findRows } from './search';
import { useAnnouncement } from './use-announcement';
import { useFollow } from './use-follow';
import { useLogPrefs } from './use-log-prefs';
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
  onDownload(): void;
  isDownloading: boolean;
  className?: string;
};

/** Horizontal padding of a row and its level column, in pixels and characters. */
const rowPadding = 24;
const markColumns = 2;
const timeColumns = 10;
/** Minimum width for line numbers, in pixels. */
const roomForNumbers = 560;

/**
 * A log of any length: only visible rows are rendered. It follows the end until the user scrolls up, keeps buffering
 * while paused, and announces only a summary to screen readers.
 */
export function LogViewer({
  ref,
  buffer,
  label,
  state,
  isStreaming,
  empty,
  onDownload,
  isDownloading,
  className,
}: LogViewerProps) {
  const viewport = useRef<HTMLElement>(null);
  const ruler = useRef<HTMLSpanElement>(null);
  const log = useSyncExternalStore(buffer.subscribe, buffer.getSnapshot);
  const { prefs, toggle } = useLogPrefs();
  const size = useViewport(viewport, ruler);

  const [pausedAt, setPausedAt] = useState<number>();
  const isPaused = isStreaming && pausedAt !== undefined;
  const total = log.dropped + log.rows.length;
  const count = isPaused ? Math.max(0, pausedAt - log.dropped) : log.rows.length;

  const [query, setQuery] = useState('');
  const wanted = useDeferredValue(query.trim());
  const [isFiltered, setIsFiltered] = useState(false);
  const [currentHit, setCurrentHit] = useState(0);
  const hits = useMemo(() => findRows(log.rows, count, wanted), [log, count, wanted]);
  const shown = isFiltered && wanted ? hits : undefined;
  const hit = Math.min(currentHit, Math.max(0, hits.length - 1));

  const numberColumns = size.width >= roomForNumbers ? Math.max(3, String(log.lastSeq).length) + 2 : 0;
  const gutter = numberColumns + markColumns + (prefs.hasTimes ? timeColumns : 0);
  const columns = Math.max(10, Math.floor((size.width - rowPadding) / size.character) - gutter);
  const rowAt = (index: number) => log.rows[shown ? (shown[index] ?? -1) : index];

  // biome-ignore lint/correctness/useExhaustiveDependencies: `log` is new whenever its rows changed
  const layout = useMemo(() => {
    const rows = shown ? shown.length : count;
    if (!prefs.isWrapped) return fixedLayout(rows);
    return wrappedLayout(rows, (index) => rowAt(index)?.columns ?? 0, columns);
  }, [log, count, shown, prefs.isWrapped, columns]);

  const height = layout.top(layout.count);
  const { isFollowing, scrollTop, onScroll, follow, leaveTo } = useFollow(viewport, height);
  const { start, end } = windowOf(layout, scrollTop, size.height);

  const [leftAt, setLeftAt] = useState(0);
  if (isFollowing && leftAt !== total) setLeftAt(total);
  const unseen = isPaused ? total - pausedAt : total - leftAt;
  const announcement = useAnnouncement(isStreaming ? total : 0, log.errors);

  function show(index: number) {
    leaveTo(Math.max(0, layout.top(index) - size.height / 3));
  }

  // Typing goes to the first match, so that the count beside the field is true.
  const sought = useRef('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another search moves the view
  useEffect(() => {
    if (sought.current === wanted) return;
    sought.current = wanted;
    setCurrentHit(0);
    if (wanted && hits.length > 0) show(shown ? 0 : (hits[0] ?? 0));
  }, [wanted, hits]);

  function onHit(step: 1 | -1) {
    if (hits.length === 0) return;
    const next = (hit + step + hits.length) % hits.length;
    setCurrentHit(next);
    show(shown ? next : (hits[next] ?? 0));
  }

  useImperativeHandle(ref, () => ({
    showStep(step) {
      const index = log.rows.findIndex((row) => row.kind === 'line' && row.line.step === step);
      if (index < 0) return false;
      setIsFiltered(false);
      leaveTo(layout.count === log.rows.length ? layout.top(index) : index * rowHeight);
      viewport.current?.focus({ preventScroll: true });
      return true;
    },
  }));

  return (
    <section
      aria-label={label}
      className={cn('on-log flex min-w-0 flex-col overflow-hidden bg-log text-log-ink', className)}
    >
      <LogToolbar
        state={state}
        query={query}
        onQuery={(next) => {
          setQuery(next);
          setCurrentHit(0);
        }}
        hits={hits.length}
        currentHit={hit}
        onHit={onHit}
        isFiltered={isFiltered}
        onFilter={() => setIsFiltered(!isFiltered)}
        prefs={prefs}
        onToggle={toggle}
        isPaused={isStreaming ? isPaused : undefined}
        onPause={() => setPausedAt(isPaused ? undefined : total)}
        onDownload={onDownload}
        isDownloading={isDownloading}
      />
      <div className="relative min-h-0 flex-1">
        <section
          ref={viewport}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
          tabIndex={0}
          aria-label={`${label}, lines`}
          aria-live="off"
          onScroll={onScroll}
          className="on-log absolute inset-0 overflow-auto overscroll-contain py-2 font-mono text-[0.8125rem]/5 -outline-offset-2"
          style={{ scrollbarColor: 'var(--log-line) transparent' }}
        >
          {/* One unbroken line, whatever the page's own rules about wrapping. */}
          <span ref={ruler} aria-hidden className="invisible absolute w-max whitespace-pre">
            {'0'.repeat(100)}
          </span>
          {log.dropped > 0 && start === 0 && (
            <p className="px-3 text-log-muted italic">
              ⋯ {log.dropped} earlier lines: download the log to read them
            </p>
          )}
          <div
            className="relative"
            style={{
              height,
              minWidth: prefs.isWrapped ? undefined : `calc(${log.widest + gutter}ch + ${rowPadding}px)`,
            }}
          >
            <div className="absolute inset-x-0" style={{ top: layout.top(start) }}>
              {Array.from({ length: end - start }, (_, offset) => {
                const row = rowAt(start + offset);
                if (!row) return null;
                const isHit = wanted !== '' && hits[hit] === (shown ? shown[start + offset] : start + offset);
                return (
                  <LogRowView
                    key={row.kind === 'line' ? row.line.seq : `gap-${row.from}`}
                    row={row}
                    prefs={prefs}
                    numberColumns={numberColumns}
                    query={wanted}
                    isCurrentHit={isHit}
                  />
                );
              })}
            </div>
          </div>
        </section>
        {layout.count === 0 && (
          <p className="pointer-events-none absolute inset-0 grid place-items-center p-6 text-center text-log-muted">
            {wanted && isFiltered ? 'No line matches the search' : empty}
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

function jumpLabel(unseen: number, isPaused: boolean): string {
  const lines = unseen === 1 ? '1 new line' : `${unseen} new lines`;
  if (isPaused) return unseen > 0 ? `Paused · ${lines}` : 'Paused';
  return unseen > 0 ? lines : 'Follow';
}
