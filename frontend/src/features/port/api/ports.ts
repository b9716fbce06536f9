import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { components } from '@/shared/api/schema.gen';
import { useAction } from '@/shared/api/use-action';

export type PortBlock = components['schemas']['PortBlock'];
export type PortReservation = components['schemas']['PortReservation'];

/** Kept current by the topic `ports`. */
export function portsOptions(page: number) {
  return queryOptions({
    queryKey: [keys.ports, 'list', page],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/ports', { params: { query: { page, size: 100 } }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** The next free block of the range. */
export function nextPortsOptions() {
  return queryOptions({
    queryKey: [keys.ports, 'next'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/ports/next-available', { params: { query: { count: 1 } }, signal })),
  });
}

export function useReservePorts() {
  return useAction({
    act: (body: PortReservation, key) =>
      unwrap(api.POST('/api/ports', { params: { header: { 'Idempotency-Key': key } }, body })),
    stale: [[keys.ports]],
    isToldInPlace: true,
  });
}

export function useReleasePorts() {
  return useAction({
    act: (first: number, key) =>
      unwrap(
        api.DELETE('/api/ports/{first}', {
          params: { path: { first: String(first) }, header: { 'Idempotency-Key': key } },
        }),
      ),
    stale: [[keys.ports]],
  });
}
