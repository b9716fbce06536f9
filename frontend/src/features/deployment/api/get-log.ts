import { api, unwrap } from '@/shared/api/client';
import { pageSize } from '../log-stream';
import type { LogPage } from '../model';

const path = '/api/deployments/{id}/logs';

/** The lines after `afterSeq`, at most one page of them. */
export async function getLogPage(id: string, afterSeq: number): Promise<LogPage> {
  // The contract offers text too; JSON is what comes when nothing else is asked for.
  return (await unwrap(
    api.GET(path, {
      params: { path: { id }, query: { afterSeq, limit: pageSize } },
      headers: { Accept: 'application/json' },
    }),
  )) as LogPage;
}

/** The whole log as text, as it is downloaded. */
export function getLogText(id: string): Promise<string> {
  return unwrap(
    api.GET(path, { params: { path: { id } }, headers: { Accept: 'text/plain' }, parseAs: 'text' }),
  ) as Promise<string>;
}

/** The lines after `afterSeq` as they come. The session's cookie goes with it; the browser resumes it by itself. */
export function openLogEvents(id: string, afterSeq: number): EventSource {
  return new EventSource(`/api/deployments/${encodeURIComponent(id)}/logs?afterSeq=${afterSeq}`);
}
