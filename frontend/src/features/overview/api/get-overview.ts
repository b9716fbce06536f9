import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';

/** Kept current by the topics `tenants`, `runs` and `ports`. */
export function overviewOptions() {
  return queryOptions({
    queryKey: [keys.overview, 'facts'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/overview', { signal })),
  });
}
