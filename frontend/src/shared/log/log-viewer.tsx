import {
  type ReactNode,
  type Ref,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react';
import { cn } from '../cn';
import { copyText } from '../ui/copy-text';
import { toasts } from '../ui/toasts';
import { EarlierLines } from './earlier-lines';
import { JumpButton } from './jump-button';
import type { Level } from './level';
import { lineAddress } from './line-address';
import { type LogBuffer, nameOf } from './log-buffer';
import { LogLines } from './log-lines';
import { LogToolbar } from './log-toolbar';
import { SearchField } from './search-field';
import { shownRows } from './shown-rows';
import { useAnnouncement } from './use-announcement';
import { useFullScreen } from './use-full-screen';
import { useHits } from './use-hits';
import { rowPadding, useLogPane } from './use-log-pane';
import { useLogPrefs } from './use-log-prefs';
import { type LogView, useLogView } from './use-log-view';
import { usePause } from './use-pause';
import { usePlaces } from './use-places';
import { useStable } from './use-stable';

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
  /** Lines have numbers or places that stay the same, so that an address can name one. */
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

/** So near to the beginning older lines are loaded. Pixels. */
const nearStart = 200;
const noView: LogView = {};

/**
 * A log of any length: only visible rows are rendered. It follows the end until the user scrolls up, keeps buffering
 * while paused, and announces only a summary to screen readers.
 */
export function LogViewer(props: LogViewerProps) {
  const { ref, buffer, label, isStreaming, hasLinks, onOlder } = props;
  const log = useSyncExternalStore(buffer.subscribe, buffer.getSnapshot);
  const chosen = useLogPrefs();
  const prefs = useMemo(
    () => (props.hasTimes ? { ...chosen.prefs, hasTimes: true } : chosen.prefs),
    [chosen.prefs, props.hasTimes],
  );
  const { view, change } = useLogView(props.view ?? noView, props.onView);
  const screen = useFullScreen();
  const pause = usePause(log, isStreaming);
  const hits = useHits(log, view, pause.end);
  const rows = shownRows(log, hits.shown, pause.end);
  const pane = useLogPane(log, rows, prefs);
  const places = usePlaces({ log, view, change, hits, isMeasured: pane.isMeasured, show: pane.show });

  const end = log.first + log.rows.length;
  const announcement = useAnnouncement(isStreaming ? end : 0, log.errors);
  // Where the log ended when following it ended.
  const leftAt = useRef(end);
  const unseen = pause.isPaused ? pause.unseen : pane.isFollowing ? 0 : end - leftAt.current;
  useLayoutEffect(() => {
    if (pane.isFollowing) leftAt.current = end;
  });

  function onLink() {
    const row = hits.row === undefined ? rows.rowAt(pane.topIndex()) : log.rows[hits.row - log.first];
    const line = row?.kind === 'line' ? nameOf(row.line) : view.line;
    if (line === undefined) return;
    places.name(line);
    void copyText(location.origin + lineAddress() + line).then(() =>
      toasts.show({
        tone: 'good',
        title: typeof line === 'number' ? `Link to line ${line} copied` : 'Link to this line copied',
      }),
    );
  }

  useImperativeHandle(ref, () => ({
    showStep(step) {
      const isThere = places.showStep(step);
      if (isThere) pane.viewport.current?.focus({ preventScroll: true });
      return isThere;
    },
  }));

  const act = {
    view: useStable((values: Partial<LogView>) => {
      if (values.query !== undefined) hits.choose(undefined);
      change(values);
    }),
    level: useStable((level: Level | undefined) => change({ level })),
    hit: useStable(places.showHit),
    toggle: useStable(chosen.toggle),
    pause: useStable(pause.toggle),
    link: useStable(onLink),
    full: useStable(screen.toggle),
    name: useStable(places.name),
  };

  return (
    <section
      aria-label={label}
      onKeyDown={screen.onKeyDown}
      className={cn(
        'on-log flex min-w-0 flex-col overflow-hidden bg-log text-log-ink',
        screen.isFull ? 'fixed inset-0 z-40' : props.className,
      )}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-log-line px-3 py-2">
        <SearchField
          query={view.query ?? ''}
          isFiltered={Boolean(view.isFiltered)}
          onView={act.view}
          hits={hits.count}
          currentHit={hits.index}
          isSearching={hits.isSearching}
          onHit={act.hit}
        />
        <LogToolbar
          state={props.state}
          level={view.level}
          onLevel={props.isLevelElsewhere ? undefined : act.level}
          prefs={prefs}
          onToggle={act.toggle}
          isPaused={isStreaming ? pause.isPaused : undefined}
          onPause={act.pause}
          onLink={hasLinks ? act.link : undefined}
          isFull={screen.isFull}
          onFull={act.full}
          tools={props.tools}
        />
      </div>
      <EarlierLines dropped={log.dropped} onOlder={onOlder} isLoading={props.isLoadingOlder} />
      <div className="relative min-h-0 flex-1">
        <section
          ref={pane.viewport}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
          tabIndex={0}
          aria-label={`${label}, lines`}
          aria-live="off"
          onScroll={(event) => {
            pane.onScroll();
            if (onOlder && !pane.isFollowing && event.currentTarget.scrollTop < nearStart) onOlder();
          }}
          className="on-log absolute inset-0 overflow-auto overscroll-contain py-2 font-mono text-[0.8125rem]/5 -outline-offset-2 contain-strict"
          style={{ scrollbarColor: 'var(--log-line) transparent', overflowAnchor: 'none' }}
        >
          {/* One unbroken line, whatever the page's own rules about wrapping. */}
          <span ref={pane.ruler} aria-hidden className="invisible absolute w-max whitespace-pre">
            {'0'.repeat(100)}
          </span>
          <div
            className="relative"
            style={{
              height: pane.height,
              minWidth: prefs.isWrapped ? undefined : `calc(${log.widest + pane.gutter}ch + ${rowPadding}px)`,
            }}
          >
            <div className="absolute inset-x-0" style={{ top: pane.drawnAt }}>
              <LogLines
                rows={rows}
                drawn={pane.drawn}
                prefs={prefs}
                numberColumns={pane.numberColumns}
                query={hits.query}
                hitRow={hits.row}
                named={view.line}
                onName={hasLinks ? act.name : undefined}
              />
            </div>
          </div>
        </section>
        {rows.count === 0 && (
          <p className="pointer-events-none absolute inset-0 grid place-items-center p-6 text-center text-log-muted">
            {nothing(hits.isDone, hits.shown !== undefined && log.rows.length > 0, props.empty)}
          </p>
        )}
        {(pause.isPaused || (!pane.isFollowing && (unseen > 0 || isStreaming))) && (
          <JumpButton
            unseen={unseen}
            isPaused={pause.isPaused}
            onJump={() => {
              pause.resume();
              pane.follow();
            }}
          />
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
