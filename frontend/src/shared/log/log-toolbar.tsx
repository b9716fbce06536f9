import {
  ArrowDown,
  ArrowUp,
  Clock,
  Filter,
  Link2,
  Maximize2,
  Minimize2,
  Palette,
  Pause,
  Play,
  Search,
  WrapText,
} from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { type Level, toLevel } from './level';
import { ToolButton } from './tool-button';
import type { LogPrefs } from './use-log-prefs';
import type { LogView } from './use-log-view';

type LogToolbarProps = {
  state: ReactNode;
  view: LogView;
  onView(values: Partial<LogView>): void;
  hits: number;
  /** From 0. */
  currentHit: number;
  isSearching: boolean;
  onHit(step: 1 | -1): void;
  /** Absent where the page selects the level. */
  onLevel?(level: Level | undefined): void;
  prefs: LogPrefs;
  onToggle(name: keyof LogPrefs): void;
  isPaused?: boolean;
  onPause(): void;
  /** Absent where lines have no address. */
  onLink?(): void;
  isFull: boolean;
  onFull(): void;
  /** How to take the log away: download, export. */
  tools: ReactNode;
};

/** The log's toolbar: search, filters, display options, pause, link, full screen, download. */
export function LogToolbar(props: LogToolbarProps) {
  const { view, hits, currentHit, onHit, prefs, onToggle } = props;
  const query = view.query ?? '';

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') {
      event.preventDefault();
      onHit(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape' && query) {
      event.preventDefault();
      event.stopPropagation();
      props.onView({ query: '' });
    }
  }

  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-log-line px-3 py-2">
      <div className="flex min-w-0 flex-1 basis-64 flex-wrap items-center gap-1">
        <div className="relative min-w-40 flex-1 sm:max-w-72">
          <Search aria-hidden className="pointer-events-none absolute top-2 left-2.5 size-4 text-log-muted" />
          <input
            type="search"
            aria-label="Search the log"
            placeholder="Search"
            value={query}
            onChange={(event) => props.onView({ query: event.target.value })}
            onKeyDown={onKeyDown}
            className="h-8 w-full rounded-md border border-log-muted bg-log pr-2 pl-8 text-log-ink placeholder:text-log-muted pointer-coarse:text-lg"
          />
        </div>
        {query && (
          <>
            <span role="status" className="px-1 text-sm whitespace-nowrap text-log-muted tabular-nums">
              {hitLabel(hits, currentHit, props.isSearching)}
            </span>
            <ToolButton
              label="Previous match"
              icon={<ArrowUp aria-hidden />}
              onClick={() => onHit(-1)}
              isDisabled={hits === 0}
            />
            <ToolButton
              label="Next match"
              icon={<ArrowDown aria-hidden />}
              onClick={() => onHit(1)}
              isDisabled={hits === 0}
            />
            <ToolButton
              label="Only matching lines"
              icon={<Filter aria-hidden />}
              isPressed={Boolean(view.isFiltered)}
              onClick={() => props.onView({ isFiltered: !view.isFiltered })}
            />
          </>
        )}
      </div>
      <div className="ml-auto flex flex-wrap items-center gap-1">
        {props.state}
        {props.onLevel && (
          <select
            aria-label="Least level"
            value={view.level ?? ''}
            onChange={(event) => props.onLevel?.(toLevel(event.target.value))}
            className="mr-1 h-8 rounded-md border border-log-muted bg-log px-2 text-log-ink pointer-coarse:text-lg"
          >
            <option value="">All levels</option>
            <option value="warn">Warnings, errors</option>
            <option value="error">Errors</option>
          </select>
        )}
        <ToolButton
          label="Wrap long lines"
          icon={<WrapText aria-hidden />}
          isPressed={prefs.isWrapped}
          onClick={() => onToggle('isWrapped')}
        />
        <ToolButton
          label="Show times"
          icon={<Clock aria-hidden />}
          isPressed={prefs.hasTimes}
          onClick={() => onToggle('hasTimes')}
        />
        <ToolButton
          label="Show colours"
          icon={<Palette aria-hidden />}
          isPressed={prefs.hasColours}
          onClick={() => onToggle('hasColours')}
        />
        {props.isPaused !== undefined && (
          <ToolButton
            label={props.isPaused ? 'Resume' : 'Pause'}
            icon={props.isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
            onClick={props.onPause}
          />
        )}
        {props.onLink && (
          <ToolButton label="Copy link to this line" icon={<Link2 aria-hidden />} onClick={props.onLink} />
        )}
        {props.tools}
        <ToolButton
          label={props.isFull ? 'Leave full screen' : 'Full screen'}
          icon={props.isFull ? <Minimize2 aria-hidden /> : <Maximize2 aria-hidden />}
          onClick={props.onFull}
        />
      </div>
    </div>
  );
}

function hitLabel(hits: number, current: number, isSearching: boolean): string {
  if (hits === 0) return isSearching ? 'searching' : 'no matches';
  return `${current + 1} of ${hits}${isSearching ? '+' : ''}`;
}
