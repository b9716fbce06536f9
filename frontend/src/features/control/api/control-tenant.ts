import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { ControlVerb } from '../model';

const routes = {
  start: '/api/tenants/{id}/start',
  stop: '/api/tenants/{id}/stop',
  restart: '/api/tenants/{id}/restart',
} as const;

/** Resolves after the services have changed; if a service did not start, fails with its last output lines. */
export function controlTenant(tenant: string, verb: ControlVerb) {
  return unwrap(api.POST(routes[verb], { params: { path: { id: tenant } } }));
}

export function useControlTenant(tenant: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (verb: ControlVerb) => controlTenant(tenant, verb),
    onSettled: () => queryClient.invalidateQueries({ queryKey: [keys.tenants] }),
  });
}
