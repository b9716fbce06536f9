import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap, unwrapVersioned, type Versioned } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { useAction } from '@/shared/api/use-action';
import type { Draft, TenantTheme } from '../model';
import { staleThemes } from './theme-versions';

/** Kept current by the topic `themes`. */
export function themeOptions(tenant: string) {
  return queryOptions({
    queryKey: [keys.themes, 'one', tenant],
    queryFn: ({ signal }): Promise<Versioned<TenantTheme>> =>
      unwrapVersioned(api.GET('/api/tenants/{id}/theme', { params: { path: { id: tenant } }, signal })),
  });
}

/** What a draft would make. The same draft always makes the same, and the old answer stays until the new one is here. */
export function previewOptions(tenant: string, draft: Draft | undefined) {
  return queryOptions({
    queryKey: [keys.themes, 'preview', tenant, draft],
    queryFn: ({ signal }) =>
      unwrap(
        api.POST('/api/tenants/{id}/theme/preview', {
          params: { path: { id: tenant } },
          body: draft as Draft,
          signal,
        }),
      ),
    enabled: draft !== undefined,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

type Save = { draft: Draft; etag: string | undefined };

/** @param etag of the version that the draft began with; undefined for whichever there is */
export function saveTheme(
  tenant: string,
  { draft, etag }: Save,
  key: string,
): Promise<Versioned<TenantTheme>> {
  return unwrapVersioned(
    api.PUT('/api/tenants/{id}/theme', {
      params: { path: { id: tenant }, header: { 'If-Match': etag, 'Idempotency-Key': key } },
      body: draft,
    }),
  );
}

/** Saves only over the version that the draft began with. */
export function useSaveTheme(tenant: string) {
  return useAction({
    act: (save: Save, key) => saveTheme(tenant, save, key),
    stale: staleThemes,
    isToldInPlace: true,
  });
}
