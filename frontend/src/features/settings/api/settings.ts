import { queryOptions } from '@tanstack/react-query';
import { api, unwrap, unwrapVersioned } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { components } from '@/shared/api/schema.gen';
import { useAction } from '@/shared/api/use-action';

export type Setting = components['schemas']['SettingView'];
export type SettingChange = components['schemas']['SettingChange'];

/** Kept current by the topic `settings`. */
export function settingsOptions() {
  return queryOptions({
    queryKey: [keys.settings, 'list'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/settings', { signal })),
  });
}

/** One setting with its version. */
export function settingOptions(key: string) {
  return queryOptions({
    queryKey: [keys.settings, 'one', key],
    queryFn: ({ signal }) =>
      unwrapVersioned(api.GET('/api/settings/{key}', { params: { path: { key } }, signal })),
  });
}

type Save = { change: SettingChange; etag: string | undefined };

export function useSaveSetting(key: string) {
  return useAction({
    act: ({ change, etag }: Save, idempotencyKey) =>
      unwrap(
        api.PUT('/api/settings/{key}', {
          params: { path: { key }, header: { 'If-Match': etag, 'Idempotency-Key': idempotencyKey } },
          body: change,
        }),
      ),
    stale: [[keys.settings]],
    isToldInPlace: true,
  });
}

/** Tries the stored value out; a value that does not work is a result, and no error. */
export function useTestSetting(key: string) {
  return useAction({
    act: (_: undefined, idempotencyKey) =>
      unwrap(
        api.POST('/api/settings/{key}/test', {
          params: { path: { key }, header: { 'Idempotency-Key': idempotencyKey } },
        }),
      ),
    stale: [],
    isToldInPlace: true,
  });
}
