import { session } from './session/session';

/** A draft is offered for this long. */
const lifetimeMs = 24 * 3_600_000;

const prefix = 'tenantmgr.draft.';

type Stored<T> = { at: number; by: string; values: T };

/** An unfinished form on this device, of the user who began it. It must hold no secrets. */
export function draftOf<T>(name: string) {
  const key = prefix + name;
  return {
    read(now = Date.now()): T | undefined {
      try {
        const stored = JSON.parse(localStorage.getItem(key) ?? 'null') as Stored<T> | null;
        const isGood = stored && now - stored.at < lifetimeMs && stored.by === session.get().user?.id;
        return isGood ? stored.values : undefined;
      } catch {
        return undefined;
      }
    },
    write(values: T, now = Date.now()) {
      const by = session.get().user?.id;
      if (by === undefined) return;
      try {
        localStorage.setItem(key, JSON.stringify({ at: now, by, values } satisfies Stored<T>));
      } catch {
        // Without storage there is no draft.
      }
    },
    drop() {
      localStorage.removeItem(key);
    },
  };
}

/** At sign-out: the next user of this device finds nothing. */
export function dropDrafts() {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
}
