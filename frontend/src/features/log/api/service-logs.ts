import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { components } from '@/shared/api/schema.gen';

export type ServicePage = components['schemas']['ServiceLogPage'];

/** Which log of a tenant; all services of the live slot without a name. */
export type ServiceChoice = { service?: string; slot?: 'a' | 'b' };

const path = '/api/tenants/{id}/logs';

/** Lines after a cursor, or a line between those beside it. */
export type ServicePlace = { afterCursor: string } | { line: string; limit?: number };

/** The lines at a place; the last ones without it. */
export async function getServiceLogs(
  tenant: string,
  choice: ServiceChoice,
  place?: ServicePlace,
): Promise<ServicePage> {
  return (await unwrap(
    api.GET(path, {
      params: { path: { id: tenant }, query: { limit: 1000, ...choice, ...place } },
      headers: { Accept: 'application/json' },
    }),
  )) as ServicePage;
}

/** Everything that is kept, as text, for download. */
export function getServiceLogText(tenant: string, choice: ServiceChoice): Promise<string> {
  return unwrap(
    api.GET(path, {
      params: { path: { id: tenant }, query: choice },
      headers: { Accept: 'text/plain' },
      parseAs: 'text',
    }),
  ) as Promise<string>;
}

/** Live lines after a cursor. The browser resumes the stream by itself. */
export function openServiceLogs(tenant: string, choice: ServiceChoice, afterCursor: string): EventSource {
  const query = new URLSearchParams({ afterCursor });
  for (const [name, value] of Object.entries(choice)) if (value) query.set(name, value);
  return new EventSource(`/api/tenants/${encodeURIComponent(tenant)}/logs?${query}`);
}

/** What went wrong lately. @param tenant UUID or slug */
export function getErrors(tenant: string, signal?: AbortSignal) {
  return unwrap(api.GET('/api/tenants/{id}/errors', { params: { path: { id: tenant } }, signal }));
}

export function errorsOptions(tenant: string) {
  return queryOptions({
    queryKey: [keys.tenants, 'errors', tenant],
    queryFn: ({ signal }) => getErrors(tenant, signal),
  });
}
