import { formatAbsolute, formatRelative } from '../format/time';
import { useNow } from './use-now';

/** Relative time, with the exact time as tooltip. */
export function TimeAgo({ at }: { at: string }) {
  const now = useNow(30_000);
  return (
    <time dateTime={at} title={formatAbsolute(at)} className="whitespace-nowrap">
      {formatRelative(at, now)}
    </time>
  );
}
