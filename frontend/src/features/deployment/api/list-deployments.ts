import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { paths } from '@/shared/api/schema.gen';
import { isActive } from '../model';

export type DeploymentQuery = NonNullable<paths['/api/deployments']['get']['parameters']['query']>;

export function listDeployments(query: DeploymentQuery, signal?: AbortSignal) {
  return unwrap(api.GET('/api/deployments', { params: { query }, signal }));
}

/** Refreshed every 10 s, every 2 s while one of them is active. */
export function deploymentsOptions(query: DeploymentQuery) {
  return queryOptions({
    queryKey: [keys.deployments, 'list', query],
    queryFn: ({ signal }) => listDeployments(query, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.items.some(isActive) ? 2000 : 10_000),
  });
}
