import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { components } from '@/shared/api/schema.gen';

export type Schedule = components['schemas']['Schedule'];

/** Written about once a minute; a verdict that changes is an event of the topic `alerts`. */
export function schedulesOptions(page: number) {
  return queryOptions({
    queryKey: [keys.schedules, page],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/schedules', { params: { query: { page, size: 50 } }, signal })),
    placeholderData: keepPreviousData,
  });
}
