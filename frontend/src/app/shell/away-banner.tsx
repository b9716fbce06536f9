import { CloudOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { connection } from '@/shared/live/connection';
import { Button } from '@/shared/ui/button';
import { toneSoft } from '@/shared/ui/tone';
import { useNow } from '@/shared/ui/use-now';

/** Over every page while the manager does not answer: what still works, and when it is tried again. */
export function AwayBanner() {
  const state = useSyncExternalStore(connection.subscribe, connection.get);
  const now = useNow(1000, state.kind === 'reconnecting');
  if (state.kind !== 'reconnecting') return <div role="status" />;
  const seconds = Math.max(0, Math.ceil((state.retryAt - now) / 1000));
  return (
    <div
      role="status"
      className={`flex flex-wrap items-center justify-center gap-x-3 gap-y-1 px-4 py-1.5 text-sm ${toneSoft.warn}`}
    >
      <CloudOff aria-hidden className="size-4 shrink-0" />
      <span className="font-medium">Manager unreachable. Sites stay up.</span>
      <span aria-hidden className="tabular-nums">
        {seconds > 0 ? `Retrying in ${seconds} s` : 'Retrying'}
      </span>
      <Button variant="quiet" size="sm" onClick={connection.retryNow}>
        Retry now
      </Button>
    </div>
  );
}
