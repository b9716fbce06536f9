import { Badge } from '@/shared/ui/badge';
import { TimeAgo } from '@/shared/ui/time-ago';
import type { RemotePersons, RemoteStats } from '../model';

/** How old a value is, and why it is not newer. */
export function AgeLine({ value }: { value: RemoteStats | RemotePersons }) {
  const { at, stale, failure } = value;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
      {stale && <Badge tone="warn">Stale</Badge>}
      <span>
        {stale ? 'Last good answer' : 'Answered'} <TimeAgo at={at} />.
      </span>
      {failure && (
        <span className="min-w-0 break-words">
          {failure.title}, <TimeAgo at={failure.at} />: {failure.detail}
        </span>
      )}
    </p>
  );
}
