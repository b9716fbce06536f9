import { exportFile } from '@/shared/api/export-file';
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
  return exportFile('/api/audit/export', filter, format);
}

function text(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
