import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { components } from '@/shared/api/schema.gen';
import { useAction } from '@/shared/api/use-action';

export type ThemeVersion = components['schemas']['ThemeVersion'];

/** What a change of the theme makes stale. */
export const staleThemes = [[keys.themes, 'one'], [keys.themes, 'versions'], [keys.tenants]];

/** The versions of a theme, the newest first. Kept current by the topic `themes`. */
export function themeVersionsOptions(tenant: string, page: number) {
  return queryOptions({
    queryKey: [keys.themes, 'versions', tenant, page],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/tenants/{id}/theme/versions', {
          params: { path: { id: tenant }, query: { page, size: 10 } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** Makes a new version with the colours and the logo of an earlier one; 0 is the application's own look. */
export function useRestoreTheme(tenant: string) {
  return useAction({
    act: (version: number, key) =>
      unwrap(
        api.POST('/api/tenants/{id}/theme/versions/{version}/restore', {
          params: { path: { id: tenant, version: String(version) }, header: { 'Idempotency-Key': key } },
        }),
      ),
    stale: staleThemes,
    isToldInPlace: true,
  });
}
