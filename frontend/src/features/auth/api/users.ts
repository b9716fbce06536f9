import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { components } from '@/shared/api/schema.gen';
import { useAction } from '@/shared/api/use-action';

export type Account = components['schemas']['Account'];
export type NewUser = components['schemas']['NewUser'];
export type UserChange = components['schemas']['UserChange'];

const stale = [[keys.users]];

export function usersOptions() {
  return queryOptions({
    queryKey: [keys.users, 'list'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/users', { params: { query: { size: 200 } }, signal })),
  });
}

export function useCreateUser() {
  return useAction({
    act: (body: NewUser, key) =>
      unwrap(api.POST('/api/users', { params: { header: { 'Idempotency-Key': key } }, body })),
    stale,
    isToldInPlace: true,
  });
}

export function useChangeUser(id: string) {
  return useAction({
    act: (body: UserChange, key) =>
      unwrap(
        api.PUT('/api/users/{id}', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body }),
      ),
    stale,
    isToldInPlace: true,
  });
}

export function useDeleteUser() {
  return useAction({
    act: (id: string, key) =>
      unwrap(api.DELETE('/api/users/{id}', { params: { path: { id }, header: { 'Idempotency-Key': key } } })),
    stale,
  });
}
