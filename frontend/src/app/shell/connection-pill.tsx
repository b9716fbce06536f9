import { CloudOff, Wifi } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { cn } from '@/shared/cn';
import { formatElapsed } from '@/shared/format/duration';
import { live } from '@/shared/live/live';
import { toneSoft } from '@/shared/ui/tone';
import { useNow } from '@/shared/ui/use-now';

const look = 'inline-flex h-7 items-center gap-1.5 rounded-full px-2 text-xs font-medium whitespace-nowrap';

/** The stream of events: while it is open, the page is current; otherwise, since when it may be out of date. */
export function ConnectionPill() {
  const state = useSyncExternalStore(live.subscribe, live.getState);
  const now = useNow(1000, state.kind === 'reconnecting');

  switch (state.kind) {
    case 'live':
      return <Quiet dot="bg-good" text="Live" />;
    case 'connecting':
      return <Quiet dot="bg-muted" text="Connecting" />;
    case 'ended':
      return <Quiet dot="bg-muted" text="Not connected" />;
    case 'offline':
      return (
        <span role="status" className={cn(look, toneSoft.warn)}>
          <CloudOff aria-hidden className="size-3.5" />
          Offline
        </span>
      );
    case 'reconnecting':
      return (
        <span className={cn(look, toneSoft.warn)}>
          <Wifi aria-hidden className="size-3.5 animate-breathe" />
          <span role="status">Reconnecting</span>
          <span className="font-normal tabular-nums max-sm:sr-only">
            last news {formatElapsed(now - state.since)} ago
          </span>
        </span>
      );
  }
}

function Quiet({ dot, text }: { dot: string; text: string }) {
  return (
    <span role="status" className={cn(look, 'text-muted')}>
      <span aria-hidden className={cn('size-2 rounded-full', dot)} />
      {text}
    </span>
  );
}
