import { useEffect, useState } from 'react';

/** A minute is followed by the next one a minute later, and by nothing if nobody came. Milliseconds. */
const lastsMs = 90_000;

/** Whether what was counted in the minute that began at a time is still the latest: until a while after it has come here. */
export function useIsRecent(at: string | undefined): boolean {
  const [over, setOver] = useState<string>();
  useEffect(() => {
    if (at === undefined) return;
    const timer = setTimeout(() => setOver(at), lastsMs);
    return () => clearTimeout(timer);
  }, [at]);
  return at !== undefined && over !== at;
}
