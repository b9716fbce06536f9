import { CloudOff, Wifi } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { cn } from '@/shared/cn';
import { live } from '@/shared/live/live';
import { toneSoft } from '@/shared/ui/tone';
import { useNow } from '@/shared/ui/use-now';

/** Shows whether the stream of events is open, so that the page is current; otherwise the time of the next attempt. */
export function ConnectionPill() {
  const state = useSyncExternalStore(live.subscribe, live.getState);
  const now = useNow(1000, state.kind === 'reconnecting');
  const look = 'inline-flex h-7 items-center gap-1.5 rounded-full px-2.5 text-xs font-medium';

  if (state.kind === 'live')
    return (
      <span role="status" className={cn(look, 'text-muted')}>
        <span aria-hidden className="size-2 rounded-full bg-good" />
        Connected
      </span>
    );
  if (state.kind === 'connecting' || state.kind === 'ended')
    return (
      <span role="status" className={cn(look, 'text-muted')}>
        <span aria-hidden className="size-2 rounded-full bg-muted" />
        {state.kind === 'connecting' ? 'Connecting' : 'Not connected'}
      </span>
    );
  if (state.kind === 'offline')
    return (
      <span role="status" className={cn(look, toneSoft.warn)}>
        <CloudOff aria-hidden className="size-3.5" />
        Offline
      </span>
    );
  const seconds = Math.max(0, Math.ceil((state.retryAt - now) / 1000));
  return (
    <span className="inline-flex items-center gap-1">
      <span role="status" className={cn(look, toneSoft.warn)}>
        <Wifi aria-hidden className="size-3.5 animate-breathe" />
        <span className="max-sm:sr-only">No live updates. </span>Retrying
        <span aria-hidden className="tabular-nums">
          {seconds > 0 && ` in ${seconds} s`}
        </span>
      </span>
      <button
        type="button"
        onClick={live.retryNow}
        className="h-7 rounded-md px-2 text-xs font-medium text-accent hover:underline"
      >
        Retry now
      </button>
    </span>
  );
}
