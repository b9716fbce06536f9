import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { useAction } from '@/shared/api/use-action';
import type { ScheduleValues } from '../model';

export function scheduleOptions(tenant: string) {
  return queryOptions({
    queryKey: [keys.backups, 'schedule', tenant],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/tenants/{id}/backup-schedule', { params: { path: { id: tenant } }, signal })),
  });
}

/** Each day is what a request without days means. */
const toChange = ({ days, ...values }: ScheduleValues) => ({ ...values, days: days ?? undefined });

export function useSaveSchedule(tenant: string) {
  return useAction({
    act: (values: ScheduleValues, key) =>
      unwrap(
        api.PUT('/api/tenants/{id}/backup-schedule', {
          params: { path: { id: tenant }, header: { 'Idempotency-Key': key } },
          body: toChange(values),
        }),
      ),
    stale: [[keys.backups]],
    isToldInPlace: true,
  });
}

/** What a schedule would do and keep, without saving it. */
export function previewOptions(tenant: string, values: ScheduleValues) {
  return queryOptions({
    queryKey: [keys.backups, 'preview', tenant, values],
    queryFn: ({ signal }) =>
      unwrap(
        api.POST('/api/tenants/{id}/backup-schedule/preview', {
          params: { path: { id: tenant } },
          body: toChange(values),
          signal,
        }),
      ),
  });
}
