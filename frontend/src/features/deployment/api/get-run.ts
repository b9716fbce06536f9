import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { useAction } from '@/shared/api/use-action';
import { type AnyRun, latest } from '../model';

async function getRun(id: string, signal?: AbortSignal): Promise<AnyRun> {
  const run = await unwrap(api.GET('/api/runs/{id}', { params: { path: { id } }, signal }));
  return { ...run, release: null, themeVersion: null };
}

/** A run of any kind. Kept current as a deployment is: by the stream of its log, and by the topic `runs`. */
export function runOptions(id: string) {
  return queryOptions({
    queryKey: [keys.deployments, 'one', id],
    queryFn: ({ signal }) => getRun(id, signal),
    structuralSharing: (known, told) => (known ? latest(known as AnyRun, told as AnyRun) : told),
  });
}

/** Requests cancellation; the run has ended once its status is final. */
export function useCancelRun(id: string) {
  return useAction({
    act: (_: undefined, key) =>
      unwrap(
        api.POST('/api/runs/{id}/cancel', { params: { path: { id }, header: { 'Idempotency-Key': key } } }),
      ),
    stale: [runOptions(id).queryKey],
  });
}
