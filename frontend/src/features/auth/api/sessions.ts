import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { components } from '@/shared/api/schema.gen';
import { useAction } from '@/shared/api/use-action';

export type OpenSession = components['schemas']['OpenSession'];

/** The open sessions, newest first: one's own, or those of all users for admins. */
export function sessionsOptions(page: number) {
  return queryOptions({
    queryKey: [keys.sessions, 'list', page],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/sessions', { params: { query: { page, size: 50 } }, signal })),
    placeholderData: keepPreviousData,
  });
}

export function useEndSession() {
  return useAction({
    act: (id: string, key) =>
      unwrap(
        api.DELETE('/api/sessions/{id}', { params: { path: { id }, header: { 'Idempotency-Key': key } } }),
      ),
    stale: [[keys.sessions]],
  });
}
