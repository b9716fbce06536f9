import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { components } from '@/shared/api/schema.gen';
import { useAction } from '@/shared/api/use-action';

export type Credential = components['schemas']['Credential'];
export type NewCredential = components['schemas']['NewCredential'];

const stale = [[keys.credentials]];

export function credentialsOptions() {
  return queryOptions({
    queryKey: [keys.credentials, 'list'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/credentials', { params: { query: { size: 200 } }, signal })),
  });
}

/** The answer of a deploy key holds its public half. A token is sent and never comes back. */
export function useCreateCredential() {
  return useAction({
    act: (body: NewCredential, key) =>
      unwrap(api.POST('/api/credentials', { params: { header: { 'Idempotency-Key': key } }, body })),
    stale,
    isToldInPlace: true,
  });
}

/** Refused while a tenant's source names it. */
export function useDeleteCredential() {
  return useAction({
    act: (id: string, key) =>
      unwrap(
        api.DELETE('/api/credentials/{id}', { params: { path: { id }, header: { 'Idempotency-Key': key } } }),
      ),
    stale,
    isToldInPlace: true,
  });
}

export function useForgetHostKeys() {
  return useAction({
    act: (id: string, key) =>
      unwrap(
        api.DELETE('/api/credentials/{id}/host-keys', {
          params: { path: { id }, header: { 'Idempotency-Key': key } },
        }),
      ),
    stale,
  });
}
