import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { formatShort } from '@/shared/format/time';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { useDebounced } from '@/shared/use-debounced';
import { previewOptions } from '../api/schedule';
import { removedOf, type ScheduleValues } from '../model';

/** What the schedule in the form would remove, and why each goes. Nothing is removed by looking. */
export function RetentionPreview({ tenant, values }: { tenant: string; values: ScheduleValues }) {
  const settled = useDebounced(values, 400);
  const { data, error } = useQuery({
    ...previewOptions(tenant, settled),
    placeholderData: keepPreviousData,
    throwOnError: false,
    retry: false,
  });
  if (error) return <ProblemNotice error={error} />;
  if (!data) return null;
  const removed = removedOf(data.preview);
  return (
    <section aria-label="Effect" className="grid gap-1.5 rounded-md bg-sunken px-3 py-2.5 text-sm">
      <p role="status" className="font-medium">
        {removed.length === 0
          ? 'No backup would be removed.'
          : `${removed.length} of ${data.preview.length} backups would be removed.`}
      </p>
      {removed.length > 0 && (
        <ul className="max-h-32 overflow-y-auto text-muted">
          {removed.map(({ backupId, createdAt }) => (
            <li key={backupId}>
              <span className="text-ink tabular-nums">{formatShort(createdAt)}</span>: no rule keeps it
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
