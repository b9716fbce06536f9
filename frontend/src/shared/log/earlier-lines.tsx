type EarlierLinesProps = {
  /** Lines that were dropped at the start because the log is too long. */
  dropped: number;
  /** Loads older lines, if there are any. */
  onOlder: (() => void) | undefined;
  isLoading: boolean | undefined;
};

/** What is before the first line: older lines to load, or lines that are no longer kept here. */
export function EarlierLines({ dropped, onOlder, isLoading }: EarlierLinesProps) {
  if (!onOlder && dropped === 0) return null;
  return (
    <div className="flex h-8 items-center gap-3 border-b border-log-line px-3 text-sm text-log-muted">
      {onOlder ? (
        <button
          type="button"
          onClick={onOlder}
          aria-disabled={isLoading || undefined}
          className="rounded-sm px-1 underline hover:text-log-ink"
        >
          {isLoading ? 'Loading older lines' : 'Load older lines'}
        </button>
      ) : (
        `⋯ ${dropped} earlier lines: download the log to read them`
      )}
    </div>
  );
}
