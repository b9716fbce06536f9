import type { Difference } from '@/shared/ui/diff';
import type { AuditEntry } from './api/list-audit';

/** The values that an entry changed, by name. */
export function changesOf({ before, after }: Pick<AuditEntry, 'before' | 'after'>): Difference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names
    .map((key) => ({ key, before: text(before[key]), after: text(after[key]) }))
    .filter((change) => change.before !== change.after);
}

/** The address of a file with all entries that match. */
export function exportAddress(filter: { actor?: string; action?: string }, format: 'ndjson' | 'csv'): string {
  const query = new URLSearchParams({ format });
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
  return `/api/audit/export?${query}`;
}

function text(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
