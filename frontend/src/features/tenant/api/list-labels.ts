import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';

/** The labels in use, those of most tenants first. They change seldom: a change of this page loads them again, another's within a minute. */
export function labelsOptions() {
  return queryOptions({
    queryKey: [keys.tenants, 'labels'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/labels', { params: { query: { size: 200 } }, signal })),
    staleTime: 60_000,
  });
}
