import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';

/** The periods that can be chosen, in hours. */
export const periods = [1, 6, 24] as const;
export type Period = (typeof periods)[number];

/** Kept current by the topic `metrics`: a sample a minute. */
export function metricsOptions(hours: Period) {
  return queryOptions({
    queryKey: [keys.overview, 'metrics', hours],
    queryFn: ({ signal }) => {
      const from = new Date(Date.now() - hours * 3_600_000).toISOString();
      return unwrap(api.GET('/api/overview/metrics', { params: { query: { from } }, signal }));
    },
    placeholderData: keepPreviousData,
  });
}
