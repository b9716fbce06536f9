import { ArrowDown, ArrowUp, Filter, Search } from 'lucide-react';
import { type KeyboardEvent, memo } from 'react';
import { ToolButton } from './tool-button';
import type { LogView } from './use-log-view';

type SearchFieldProps = {
  query: string;
  isFiltered: boolean;
  onView(values: Partial<LogView>): void;
  hits: number;
  /** From 0. */
  currentHit: number;
  isSearching: boolean;
  onHit(step: 1 | -1): void;
};

/** The search of a log, drawn again only when its matches change: Enter goes to the next one, Shift Enter to the previous one. */
export const SearchField = memo(function SearchField(props: SearchFieldProps) {
  const { query, hits, onHit, onView } = props;

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') {
      event.preventDefault();
      onHit(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape' && query) {
      event.preventDefault();
      event.stopPropagation();
      onView({ query: '' });
    }
  }

  return (
    <div className="flex min-w-0 flex-1 basis-64 flex-wrap items-center gap-1">
      <div className="relative min-w-40 flex-1 sm:max-w-72">
        <Search aria-hidden className="pointer-events-none absolute top-2 left-2.5 size-4 text-log-muted" />
        <input
          type="search"
          aria-label="Search the log"
          placeholder="Search"
          value={query}
          onChange={(event) => onView({ query: event.target.value })}
          onKeyDown={onKeyDown}
          className="h-8 w-full rounded-md border border-log-muted bg-log pr-2 pl-8 text-log-ink placeholder:text-log-muted pointer-coarse:text-lg"
        />
      </div>
      {query && (
        <>
          <span role="status" className="px-1 text-sm whitespace-nowrap text-log-muted tabular-nums">
            {hitLabel(hits, props.currentHit, props.isSearching)}
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
            onClick={() => onView({ isFiltered: !props.isFiltered })}
          />
        </>
      )}
    </div>
  );
});

function hitLabel(hits: number, current: number, isSearching: boolean): string {
  if (hits === 0) return isSearching ? 'searching' : 'no matches';
  return `${current + 1} of ${hits}${isSearching ? '+' : ''}`;
}
