import { queryOptions } from '@tanstack/react-query';
import { deploymentIdOf } from '@/shared/api/accepted';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { components } from '@/shared/api/schema.gen';
import { useAction } from '@/shared/api/use-action';

export type Command = components['schemas']['Command'];

/** The one-off commands of the live release. */
export function commandsOptions(tenant: string) {
  return queryOptions({
    queryKey: [keys.tenants, 'commands', tenant],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/tenants/{id}/commands', { params: { path: { id: tenant } }, signal })),
  });
}

/** @returns the id of the run */
export function useRunCommand(tenant: string) {
  return useAction({
    act: (command: string, key) =>
      deploymentIdOf(
        unwrap(
          api.POST('/api/tenants/{id}/commands/{command}', {
            params: { path: { id: tenant, command }, header: { 'Idempotency-Key': key } },
          }),
        ),
      ),
    stale: [[keys.deployments]],
    isToldInPlace: true,
  });
}
