import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { components } from '@/shared/api/schema.gen';
import { useAction } from '@/shared/api/use-action';

export type Alert = components['schemas']['Alert'];
export type AlertDelivery = components['schemas']['AlertDelivery'];
export type AlertState = 'open' | 'past';

const pageSize = 50;
const stale = [[keys.alerts], [keys.audit]];

/** Kept current by the topic `alerts`, like all that follow. */
export function alertsOptions({ state, page }: { state: AlertState; page: number }) {
  return queryOptions({
    queryKey: [keys.alerts, 'list', state, page],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/alerts', { params: { query: { state, page, size: pageSize } }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** The alerts that the alert of a mass failure speaks for. */
export function foldedOptions(within: string) {
  return queryOptions({
    queryKey: [keys.alerts, 'folded', within],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/alerts', { params: { query: { within, size: pageSize } }, signal })),
  });
}

export function alertOptions(id: string) {
  return queryOptions({
    queryKey: [keys.alerts, 'one', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/alerts/{id}', { params: { path: { id } }, signal })),
  });
}

export function alertSummaryOptions() {
  return queryOptions({
    queryKey: [keys.alerts, 'summary'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/alerts/summary', { signal })),
    throwOnError: false,
  });
}

export function useAcknowledge() {
  return useAction({
    act: (id: string, key) =>
      unwrap(
        api.POST('/api/alerts/{id}/acknowledge', {
          params: { path: { id }, header: { 'Idempotency-Key': key } },
        }),
      ),
    stale,
  });
}

export function useSnooze() {
  return useAction({
    act: ({ id, minutes }: { id: string; minutes: number }, key) =>
      unwrap(
        api.POST('/api/alerts/{id}/snooze', {
          params: { path: { id }, header: { 'Idempotency-Key': key } },
          body: { minutes },
        }),
      ),
    stale,
  });
}
