import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { paths } from '@/shared/api/schema.gen';

export type DeploymentQuery = NonNullable<paths['/api/deployments']['get']['parameters']['query']>;

export function listDeployments(query: DeploymentQuery, signal?: AbortSignal) {
  return unwrap(api.GET('/api/deployments', { params: { query }, signal }));
}

/** Kept current by the topic `runs`. */
export function deploymentsOptions(query: DeploymentQuery) {
  return queryOptions({
    queryKey: [keys.deployments, 'list', query],
    queryFn: ({ signal }) => listDeployments(query, signal),
    placeholderData: keepPreviousData,
  });
}
