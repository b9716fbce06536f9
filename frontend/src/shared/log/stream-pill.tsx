import { cn } from '@/shared/cn';
import type { StreamState } from '@/shared/live/stream-state';

const words: Record<StreamState['kind'], { label: string; dot: string }> = {
  connecting: { label: 'Connecting', dot: 'bg-log-muted animate-breathe' },
  live: { label: 'Live', dot: 'bg-rail-mark animate-breathe' },
  reconnecting: { label: 'Reconnecting', dot: 'bg-[var(--ansi-3)] animate-breathe' },
  ended: { label: 'Complete', dot: 'bg-log-muted' },
  denied: { label: 'No access', dot: 'bg-[var(--ansi-1)]' },
};

/** Shows whether the log is live, so that a broken stream is not mistaken for a quiet one. */
export function StreamPill({ state }: { state: StreamState }) {
  const { label, dot } = words[state.kind];
  return (
    <span role="status" className="mr-1 inline-flex items-center gap-2 text-sm text-log-muted">
      <span aria-hidden className={cn('size-2 rounded-full', dot)} />
      {label}
    </span>
  );
}
