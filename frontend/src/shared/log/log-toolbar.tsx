import {
  ArrowDown,
  ArrowUp,
  Clock,
  Download,
  Filter,
  Palette,
  Pause,
  Play,
  Search,
  WrapText,
} from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { cn } from '../cn';
import { Spinner } from '../ui/spinner';
import { Tip } from '../ui/tip';
import type { LogPrefs } from './use-log-prefs';

type LogToolbarProps = {
  state: ReactNode;
  query: string;
  onQuery(query: string): void;
  hits: number;
  currentHit: number;
  onHit(step: 1 | -1): void;
  isFiltered: boolean;
  onFilter(): void;
  prefs: LogPrefs;
  onToggle(name: keyof LogPrefs): void;
  isPaused?: boolean;
  onPause(): void;
  onDownload(): void;
  isDownloading: boolean;
};

/** The log's toolbar: search, filter, display options, pause, download. */
export function LogToolbar(props: LogToolbarProps) {
  const { query, hits, currentHit, onHit, prefs, onToggle } = props;

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') {
      event.preventDefault();
      onHit(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape' && query) {
      event.preventDefault();
      props.onQuery('');
    }
  }

  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-log-line px-3 py-2">
      <div className="flex min-w-0 flex-1 basis-64 items-center gap-1">
        <div className="relative min-w-0 flex-1 sm:max-w-72">
          <Search aria-hidden className="pointer-events-none absolute top-2 left-2.5 size-4 text-log-muted" />
          <input
            type="search"
            aria-label="Search the log"
            placeholder="Search"
            value={query}
            onChange={(event) => props.onQuery(event.target.value)}
            onKeyDown={onKeyDown}
            className="h-8 w-full rounded-md border border-log-muted bg-log pr-2 pl-8 text-log-ink placeholder:text-log-muted pointer-coarse:text-lg"
          />
        </div>
        {query && (
          <>
            <span role="status" className="px-1 text-sm whitespace-nowrap text-log-muted tabular-nums">
              {hits === 0 ? 'no matches' : `${currentHit + 1} of ${hits}`}
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
              isPressed={props.isFiltered}
              onClick={props.onFilter}
            />
          </>
        )}
      </div>
      <div className="ml-auto flex items-center gap-1">
        {props.state}
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
        <ToolButton
          label="Download log"
          icon={props.isDownloading ? <Spinner /> : <Download aria-hidden />}
          onClick={props.onDownload}
          isDisabled={props.isDownloading}
        />
      </div>
    </div>
  );
}

type ToolButtonProps = {
  label: string;
  icon: ReactNode;
  onClick(): void;
  isPressed?: boolean;
  isDisabled?: boolean;
};

function ToolButton({ label, icon, onClick, isPressed, isDisabled }: ToolButtonProps) {
  return (
    <Tip text={label}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={isPressed}
        aria-disabled={isDisabled || undefined}
        onClick={() => !isDisabled && onClick()}
        className={cn(
          'inline-flex size-8 shrink-0 items-center justify-center rounded-md transition-colors duration-150 [&_svg]:size-4',
          'aria-disabled:opacity-50',
          isPressed ? 'bg-log-line text-rail-mark' : 'text-log-muted hover:bg-log-raised hover:text-log-ink',
        )}
      >
        {icon}
      </button>
    </Tip>
  );
}
