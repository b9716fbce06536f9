import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { type Deployment, latest } from '../model';

export function getDeployment(id: string, signal?: AbortSignal) {
  return unwrap(api.GET('/api/deployments/{id}', { params: { path: { id } }, signal }));
}

/** Kept current by the stream of its log and by the topic `runs`. */
export function deploymentOptions(id: string) {
  return queryOptions({
    queryKey: [keys.deployments, 'one', id],
    queryFn: ({ signal }) => getDeployment(id, signal),
    structuralSharing: (known, told) => (known ? latest(known as Deployment, told as Deployment) : told),
  });
}
