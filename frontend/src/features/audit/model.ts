import type { Difference } from '@/shared/ui/diff';
import type { AuditEntry } from './api/list-audit';

/** The values that an entry changed, by name. */
export function changesOf({ before, after }: Pick<AuditEntry, 'before' | 'after'>): Difference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names
    .map((key) => ({ key, before: text(before[key]), after: text(after[key]) }))
    .filter((change) => change.before !== change.after);
}

function text(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
