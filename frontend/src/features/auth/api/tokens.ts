import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { components } from '@/shared/api/schema.gen';
import { useAction } from '@/shared/api/use-action';

export type ApiToken = components['schemas']['ApiToken'];
export type NewApiToken = components['schemas']['NewApiToken'];

export function tokensOptions() {
  return queryOptions({
    queryKey: [keys.tokens, 'list'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/tokens', { params: { query: { size: 200 } }, signal })),
  });
}

/** The answer holds the token itself, once. */
export function useCreateToken() {
  return useAction({
    act: (body: NewApiToken, key) =>
      unwrap(api.POST('/api/tokens', { params: { header: { 'Idempotency-Key': key } }, body })),
    stale: [[keys.tokens]],
    isToldInPlace: true,
  });
}

export function useRevokeToken() {
  return useAction({
    act: (id: string, key) =>
      unwrap(
        api.DELETE('/api/tokens/{id}', { params: { path: { id }, header: { 'Idempotency-Key': key } } }),
      ),
    stale: [[keys.tokens]],
  });
}
