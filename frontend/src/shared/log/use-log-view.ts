import { useEffect, useRef, useState } from 'react';
import type { Level } from './level';
import type { LineName } from './log-buffer';

/** What of a log is shown. Pages keep it in their address, so that it can be sent to somebody. */
export type LogView = {
  query?: string;
  level?: Level;
  /** Only lines with the text. */
  isFiltered?: boolean;
  /** The line that the address names. */
  line?: LineName;
};

/** The address follows the typing after this pause. Milliseconds. */
const pauseMs = 300;

/** The view as it is on the screen; the address follows it, and leads it when somebody else changes the address. */
export function useLogView(given: LogView, onView: ((view: LogView) => void) | undefined) {
  const [view, setView] = useState(given);
  const [seen, setSeen] = useState(given);
  if (!isSame(given, seen)) {
    setSeen(given);
    setView(given);
  }
  const tell = useRef(onView);
  tell.current = onView;

  useEffect(() => {
    if (isSame(view, seen)) return;
    const timer = setTimeout(() => {
      setSeen(view);
      tell.current?.(view);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [view, seen]);

  const change = (values: Partial<LogView>) => setView((before) => ({ ...before, ...values }));
  return { view, change };
}

function isSame(one: LogView, other: LogView): boolean {
  return (
    (one.query ?? '') === (other.query ?? '') &&
    one.level === other.level &&
    Boolean(one.isFiltered) === Boolean(other.isFiltered) &&
    one.line === other.line
  );
}
