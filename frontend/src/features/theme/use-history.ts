import { useState } from 'react';
import { begun, changed, type History, redone, undone } from './history';

/** A value whose changes can be undone and repeated. */
export function useHistory<T>(first: T) {
  const [history, setHistory] = useState<History<T>>(() => begun(first));
  return {
    value: history.present,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    /** @param part what was changed; quick changes of one part are one step */
    change: (present: T, part: string) =>
      setHistory((known) => changed(known, present, part, performance.now())),
    undo: () => setHistory(undone),
    redo: () => setHistory(redone),
    begin: (present: T) => setHistory(begun(present)),
  };
}
