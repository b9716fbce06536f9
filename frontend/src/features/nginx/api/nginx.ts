import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { components } from '@/shared/api/schema.gen';
import { useAction } from '@/shared/api/use-action';

export type NginxTest = components['schemas']['NginxTest'];

/** The files change with tenants and deployments; they are read again when the page is opened. */
export function nginxConfigsOptions() {
  return queryOptions({
    queryKey: [keys.nginx, 'list'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/nginx/configs', { signal })),
  });
}

export function nginxConfigOptions(name: string) {
  return queryOptions({
    queryKey: [keys.nginx, 'one', name],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/nginx/configs/{name}', { params: { path: { name } }, signal })),
  });
}

export function useTestNginx() {
  return useAction({
    act: (_: undefined, key): Promise<NginxTest> =>
      unwrap(api.POST('/api/nginx/test', { params: { header: { 'Idempotency-Key': key } } })),
    stale: [[keys.nginx]],
    isToldInPlace: true,
  });
}

export function useReloadNginx() {
  return useAction({
    act: (_: undefined, key) =>
      unwrap(api.POST('/api/nginx/reload', { params: { header: { 'Idempotency-Key': key } } })),
    stale: [[keys.nginx], [keys.audit]],
    isToldInPlace: true,
  });
}
