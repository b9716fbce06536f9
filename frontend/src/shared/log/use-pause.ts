import { useState } from 'react';
import type { LogSnapshot } from './log-buffer';

/** Holds a growing log where it is: it keeps buffering, and what comes meanwhile is counted. */
export function usePause(log: LogSnapshot, isStreaming: boolean) {
  const [at, setAt] = useState<number>();
  const end = log.first + log.rows.length;
  const isPaused = isStreaming && at !== undefined;
  return {
    isPaused,
    /** The number behind the last row that is shown. */
    end: isPaused ? Math.max(log.first, at) : end,
    unseen: isPaused ? end - at : 0,
    toggle: () => setAt(isPaused ? undefined : end),
    resume: () => setAt(undefined),
  };
}
