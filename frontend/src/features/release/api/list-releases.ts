import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { components } from '@/shared/api/schema.gen';

export type Release = components['schemas']['ReleaseItem'];

/** Kept current by the topic `runs`. */
export function releasesOptions(page: number) {
  return queryOptions({
    queryKey: [keys.releases, 'list', page],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/releases', { params: { query: { page, size: 50 } }, signal })),
    placeholderData: keepPreviousData,
  });
}
