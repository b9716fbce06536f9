/** What a value was before, and what was undone. */
export type History<T> = {
  past: readonly T[];
  present: T;
  future: readonly T[];
  /** The change that a further one to the same part may continue. */
  last: { part: string; at: number } | undefined;
};

/** Changes of one part within this time are one step: a dragged picker, a typed word. */
export const coalesceMs = 500;
const longest = 100;

export function begun<T>(present: T): History<T> {
  return { past: [], present, future: [], last: undefined };
}

/**
 * @param part what was changed, such as the name of a field
 * @param at milliseconds
 */
export function changed<T>(history: History<T>, present: T, part: string, at: number): History<T> {
  const { last, past } = history;
  const continues = last?.part === part && at - last.at < coalesceMs;
  return {
    past: continues ? past : [...past.slice(1 - longest), history.present],
    present,
    future: [],
    last: { part, at },
  };
}

export function undone<T>(history: History<T>): History<T> {
  const { past, present, future } = history;
  const before = past.at(-1);
  if (past.length === 0) return history;
  return { past: past.slice(0, -1), present: before as T, future: [present, ...future], last: undefined };
}

export function redone<T>(history: History<T>): History<T> {
  const { past, present, future } = history;
  const [next, ...rest] = future;
  if (future.length === 0) return history;
  return { past: [...past, present], present: next as T, future: rest, last: undefined };
}
