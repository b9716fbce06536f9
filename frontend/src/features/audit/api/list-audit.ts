import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { components, paths } from '@/shared/api/schema.gen';

export type AuditEntry = components['schemas']['AuditEntry'];
export type AuditQuery = NonNullable<paths['/api/audit']['get']['parameters']['query']>;

/** Kept current by the topic `audit`. */
export function auditOptions(query: AuditQuery) {
  return queryOptions({
    queryKey: [keys.audit, 'list', query],
    queryFn: ({ signal }) => unwrap(api.GET('/api/audit', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}
