import { api, unwrap } from '@/shared/api/client';
import { pageSize } from '../log-stream';
import type { LogPage } from '../model';

const path = '/api/deployments/{id}/logs';

/** The lines after `afterSeq`, at most one page. */
export async function getLogPage(id: string, afterSeq: number): Promise<LogPage> {
  // The contract also offers text; JSON is the default.
  return (await unwrap(
    api.GET(path, {
      params: { path: { id }, query: { afterSeq, limit: pageSize } },
      headers: { Accept: 'application/json' },
    }),
  )) as LogPage;
}

/** The whole log as text, for download. */
export function getLogText(id: string): Promise<string> {
  return unwrap(
    api.GET(path, { params: { path: { id } }, headers: { Accept: 'text/plain' }, parseAs: 'text' }),
  ) as Promise<string>;
}

/** Live lines after `afterSeq`. Sends the session's cookie; the browser resumes the stream by itself. */
export function openLogEvents(id: string, afterSeq: number): EventSource {
  return new EventSource(`/api/deployments/${encodeURIComponent(id)}/logs?afterSeq=${afterSeq}`);
}
