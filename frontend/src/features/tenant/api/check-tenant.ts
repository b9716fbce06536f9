import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { components } from '@/shared/api/schema.gen';

export type TenantCheck = components['schemas']['TenantCheck'];
export type SourceCheck = components['schemas']['SourceCheck'];

/** Asks whether the fields would be accepted now. Nothing is made or reserved. */
export function checkTenant(body: TenantCheck, signal?: AbortSignal) {
  return unwrap(api.POST('/api/tenants/check', { body, signal }));
}

/** The names and ports, asked while somebody types. An answer that does not come is no refusal. */
export function fieldsCheckOptions(fields: Pick<TenantCheck, 'slug' | 'domain' | 'ports'>) {
  return queryOptions({
    queryKey: [keys.checks, 'fields', fields],
    queryFn: ({ signal }) => checkTenant(fields, signal),
    enabled: Object.values(fields).some((value) => value !== undefined),
    placeholderData: keepPreviousData,
    staleTime: 5_000,
    retry: false,
    throwOnError: false,
  });
}

/** A source, looked at when somebody asks for it: ten times a minute at most. */
export function sourceCheckOptions(source: TenantCheck['source'] | 'core' | undefined) {
  return queryOptions({
    queryKey: [keys.checks, 'source', source],
    queryFn: async ({ signal }) => {
      const answer = await checkTenant(source === 'core' ? { core: true } : { source }, signal);
      return answer.source ?? null;
    },
    enabled: source !== undefined,
    staleTime: 60_000,
    retry: false,
    throwOnError: false,
  });
}
