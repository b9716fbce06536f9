import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { type Deployment, isActive, latest } from '../model';

export function getDeployment(id: string, signal?: AbortSignal) {
  return unwrap(api.GET('/api/deployments/{id}', { params: { path: { id } }, signal }));
}

/** Events keep it current; the slow poll is a fallback if no event arrives. */
export function deploymentOptions(id: string) {
  return queryOptions({
    queryKey: [keys.deployments, 'one', id],
    queryFn: ({ signal }) => getDeployment(id, signal),
    structuralSharing: (known, told) => (known ? latest(known as Deployment, told as Deployment) : told),
    refetchInterval: ({ state }) => (state.data && isActive(state.data) ? 5000 : false),
  });
}
