import { CircleX } from 'lucide-react';
import { rateText, shareText } from '../format/rate';
import { useIsRecent } from './use-is-recent';

export type Minute = { at: string; requests: number; serverErrors: number };

/** The share of failed requests from which it is shown. */
export const failing = 0.01;

/** The requests of the last minute as a rate, and the share that failed if it matters. */
export function RequestRate({ minute }: { minute: Minute | null | undefined }) {
  const isRecent = useIsRecent(minute?.at);
  if (!minute || !isRecent) return <span className="text-muted">–</span>;
  const failed = minute.serverErrors / minute.requests;
  return (
    <span className="inline-flex items-center gap-2 tabular-nums" title="In the last minute">
      {rateText(minute.requests / 60).replace(' per ', '/')}
      {failed >= failing && (
        <span className="inline-flex items-center gap-1 text-bad">
          <CircleX aria-hidden className="size-3.5" />
          {shareText(failed)}
          <span className="sr-only"> failed</span>
        </span>
      )}
    </span>
  );
}
