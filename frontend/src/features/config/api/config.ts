import { queryOptions } from '@tanstack/react-query';
import { api, unwrapVersioned, type Versioned } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { useAction } from '@/shared/api/use-action';
import type { Config, ConfigChange } from '../model';

/** Kept current by the topic `configs`. */
export function configOptions(tenant: string) {
  return queryOptions({
    queryKey: [keys.configs, 'one', tenant],
    queryFn: ({ signal }): Promise<Versioned<Config>> =>
      unwrapVersioned(api.GET('/api/tenants/{id}/config', { params: { path: { id: tenant } }, signal })),
  });
}

type Save = { change: ConfigChange; etag: string | undefined };

/** Saves only over the version that the form began with. Its errors belong to fields, so the form shows them. */
export function useSaveConfig(tenant: string) {
  return useAction({
    act: ({ change, etag }: Save, key): Promise<Versioned<Config>> =>
      unwrapVersioned(
        api.PUT('/api/tenants/{id}/config', {
          params: { path: { id: tenant }, header: { 'If-Match': etag, 'Idempotency-Key': key } },
          body: change,
        }),
      ),
    stale: [[keys.configs], [keys.tenants]],
    isToldInPlace: true,
  });
}
