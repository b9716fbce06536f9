import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { components } from '@/shared/api/schema.gen';
import { useAction } from '@/shared/api/use-action';

export type AlertChannel = components['schemas']['AlertChannel'];
export type ChannelChange = components['schemas']['AlertChannelChange'];
export type AlertRule = components['schemas']['AlertRule'];
export type RuleChange = components['schemas']['AlertRuleChange'];
export type AlertKind = components['schemas']['AlertKind'];

const stale = [[keys.alerts], [keys.audit]];

export function channelsOptions() {
  return queryOptions({
    queryKey: [keys.alerts, 'channels'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/alert-channels', { signal })),
  });
}

export function rulesOptions() {
  return queryOptions({
    queryKey: [keys.alerts, 'rules'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/alert-rules', { signal })),
  });
}

export function channelDeliveriesOptions(id: string, page: number) {
  return queryOptions({
    queryKey: [keys.alerts, 'deliveries', id, page],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/alert-channels/{id}/deliveries', {
          params: { path: { id }, query: { page, size: 10 } },
          signal,
        }),
      ),
  });
}

/** Without an id a new one is made; a signing secret that was made is in the answer once. */
export function useSaveChannel(id: string | undefined) {
  return useAction({
    act: (body: ChannelChange, key) =>
      id
        ? unwrap(
            api.PUT('/api/alert-channels/{id}', {
              params: { path: { id }, header: { 'Idempotency-Key': key } },
              body,
            }),
          )
        : unwrap(api.POST('/api/alert-channels', { params: { header: { 'Idempotency-Key': key } }, body })),
    stale,
    isToldInPlace: true,
  });
}

export function useDeleteChannel() {
  return useAction({
    act: (id: string, key) =>
      unwrap(
        api.DELETE('/api/alert-channels/{id}', {
          params: { path: { id }, header: { 'Idempotency-Key': key } },
        }),
      ),
    stale,
  });
}

export function useTestChannel() {
  return useAction({
    act: (id: string, key) =>
      unwrap(
        api.POST('/api/alert-channels/{id}/test', {
          params: { path: { id }, header: { 'Idempotency-Key': key } },
        }),
      ),
    stale,
  });
}

export function useSaveRule(id: string | undefined) {
  return useAction({
    act: (body: RuleChange, key) =>
      id
        ? unwrap(
            api.PUT('/api/alert-rules/{id}', {
              params: { path: { id }, header: { 'Idempotency-Key': key } },
              body,
            }),
          )
        : unwrap(api.POST('/api/alert-rules', { params: { header: { 'Idempotency-Key': key } }, body })),
    stale,
    isToldInPlace: true,
  });
}

export function useDeleteRule() {
  return useAction({
    act: (id: string, key) =>
      unwrap(
        api.DELETE('/api/alert-rules/{id}', { params: { path: { id }, header: { 'Idempotency-Key': key } } }),
      ),
    stale,
  });
}
