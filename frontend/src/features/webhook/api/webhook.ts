import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { useAction } from '@/shared/api/use-action';
import type { WebhookChange } from '../model';

const stale = [[keys.webhooks]];

/** @param tenant UUID or slug */
export function webhookOptions(tenant: string) {
  return queryOptions({
    queryKey: [keys.webhooks, 'one', tenant],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/tenants/{id}/webhook', { params: { path: { id: tenant } }, signal })),
  });
}

/** The answer holds a secret that was made, once. */
export function usePutWebhook(tenant: string) {
  return useAction({
    act: (body: WebhookChange, key) =>
      unwrap(
        api.PUT('/api/tenants/{id}/webhook', {
          params: { path: { id: tenant }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    stale,
    isToldInPlace: true,
  });
}

export function useDeleteWebhook(tenant: string) {
  return useAction({
    act: (_: undefined, key) =>
      unwrap(
        api.DELETE('/api/tenants/{id}/webhook', {
          params: { path: { id: tenant }, header: { 'Idempotency-Key': key } },
        }),
      ),
    stale,
    isToldInPlace: true,
  });
}
