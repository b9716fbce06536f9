import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { cn } from '../cn';
import { isProofDue, restorableWords, shortAge } from '../format/restorable';
import { formatAbsolute } from '../format/time';
import { useNow } from './use-now';

/** When it was last proven that a tenant can be restored: in words, not as a green tick. */
export function Restorable({ provenAt, isShort }: { provenAt: string | null; isShort?: boolean }) {
  const now = useNow(60_000);
  const isDue = isProofDue(provenAt, now);
  const Icon = isDue ? ShieldAlert : ShieldCheck;
  const words = restorableWords(provenAt, now);
  return (
    <span
      className="inline-flex items-center gap-1.5 align-middle"
      title={provenAt ? formatAbsolute(provenAt) : undefined}
    >
      <Icon aria-hidden className={cn('size-3.5 shrink-0', isDue ? 'text-warn' : 'text-good')} />
      {isShort ? (
        <>
          <span aria-hidden>{provenAt ? shortAge(provenAt, now) : 'No'}</span>
          <span className="sr-only">{words}</span>
        </>
      ) : (
        words
      )}
    </span>
  );
}
