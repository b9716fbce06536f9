import { api, unwrap } from '@/shared/api/client';
import type { components } from '@/shared/api/schema.gen';
import type { LogFilter } from '../model';

export type EntryPage = components['schemas']['LogEntryPage'];

/** Where a page of the manager's log lies; the newest page without it. */
export type Place = { beforeSeq?: number; afterSeq?: number; limit?: number };

export async function listLogs(filter: LogFilter, place: Place): Promise<EntryPage> {
  // The contract also offers a stream; JSON is the default.
  return (await unwrap(
    api.GET('/api/logs', {
      params: { query: { ...filter, ...place } },
      headers: { Accept: 'application/json' },
    }),
  )) as EntryPage;
}

/** New entries after `afterSeq`. Sends the session's cookie; the browser resumes the stream by itself. */
export function openLogs(filter: LogFilter, afterSeq: number): EventSource {
  const query = new URLSearchParams({ afterSeq: String(afterSeq) });
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
  return new EventSource(`/api/logs?${query}`);
}
