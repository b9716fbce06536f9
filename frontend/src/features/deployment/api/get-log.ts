import { api, unwrap } from '@/shared/api/client';
import { pageSize } from '../log-stream';
import { type AnyRun, isDeployment, type LogPage } from '../model';

type Run = Pick<AnyRun, 'id' | 'kind'>;

/** Two addresses that answer the same. */
const deployments = '/api/deployments/{id}/logs';
const runs = '/api/runs/{id}/logs';

/** The lines after `afterSeq`, at most one page. */
export async function getLogPage({ id, kind }: Run, afterSeq: number): Promise<LogPage> {
  // The contract also offers text; JSON is the default.
  const asked = {
    params: { path: { id }, query: { afterSeq, limit: pageSize } },
    headers: { Accept: 'application/json' },
  };
  return (await unwrap(
    isDeployment({ kind }) ? api.GET(deployments, asked) : api.GET(runs, asked),
  )) as LogPage;
}

/** The whole log as text, for download. */
export function getLogText({ id, kind }: Run): Promise<string> {
  const asked = { params: { path: { id } }, headers: { Accept: 'text/plain' }, parseAs: 'text' } as const;
  return unwrap(
    isDeployment({ kind }) ? api.GET(deployments, asked) : api.GET(runs, asked),
  ) as Promise<string>;
}

/** Live lines after `afterSeq`. Sends the session's cookie; the browser resumes the stream by itself. */
export function openLogEvents({ id, kind }: Run, afterSeq: number): EventSource {
  const path = isDeployment({ kind }) ? deployments : runs;
  return new EventSource(`${path.replace('{id}', encodeURIComponent(id))}?afterSeq=${afterSeq}`);
}
