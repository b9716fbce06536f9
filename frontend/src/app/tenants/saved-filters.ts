/** A search and filters of the tenant list under a name. */
export type SavedFilter = { name: string; search: Readonly<Record<string, string>> };

const most = 20;
const keyOf = (user: string) => `tenantmgr.filters.${user}`;

/** The saved filters of a user on this device. What was stored by hand or by another version is left out. */
export function readFilters(user: string): SavedFilter[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(user)) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isFilter).slice(0, most) : [];
  } catch {
    return [];
  }
}

/** Saves under a name; one of the same name is replaced. Returns what is stored now, the newest first. */
export function saveFilter(user: string, filter: SavedFilter): SavedFilter[] {
  return write(
    user,
    [filter, ...readFilters(user).filter(({ name }) => name !== filter.name)].slice(0, most),
  );
}

export function removeFilter(user: string, name: string): SavedFilter[] {
  return write(
    user,
    readFilters(user).filter((filter) => filter.name !== name),
  );
}

function write(user: string, filters: SavedFilter[]): SavedFilter[] {
  try {
    localStorage.setItem(keyOf(user), JSON.stringify(filters));
  } catch {
    // Without storage they last until the page is closed.
  }
  return filters;
}

function isFilter(value: unknown): value is SavedFilter {
  if (typeof value !== 'object' || value === null) return false;
  const { name, search } = value as Partial<SavedFilter>;
  return (
    typeof name === 'string' &&
    typeof search === 'object' &&
    search !== null &&
    Object.values(search).every((text) => typeof text === 'string')
  );
}
