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

/** Saves only over the version that the draft began with. */
export function useSaveTheme(tenant: string) {
  return useAction({
    act: ({ draft, etag }: Save, key): Promise<Versioned<TenantTheme>> =>
      unwrapVersioned(
        api.PUT('/api/tenants/{id}/theme', {
          params: { path: { id: tenant }, header: { 'If-Match': etag, 'Idempotency-Key': key } },
          body: draft,
        }),
      ),
    stale: staleThemes,
    isToldInPlace: true,
  });
}
