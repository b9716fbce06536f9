import { api, unwrap } from '@/shared/api/client';
import { useAction } from '@/shared/api/use-action';
import type { Draft } from '../model';

/** Takes pictures of the tenant's page in a theme. Nothing is stored, so an answer that was lost is asked for again. */
export function usePagePictures(tenant: string) {
  return useAction({
    act: ({ draft, path }: { draft: Draft; path: string }) =>
      unwrap(
        api.POST('/api/tenants/{id}/theme/pictures', {
          params: { path: { id: tenant }, query: { path: path || undefined } },
          body: draft,
        }),
      ),
    isToldInPlace: true,
  });
}
