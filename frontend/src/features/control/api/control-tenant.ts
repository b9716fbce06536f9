import { useMutation, useQueryClient } from '@tanstack/react-query';
import { deploymentIdOf } from '@/shared/api/accepted';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { randomId } from '@/shared/random-id';
import type { ControlVerb } from '../model';

const routes = {
  start: '/api/tenants/{id}/start',
  stop: '/api/tenants/{id}/stop',
  restart: '/api/tenants/{id}/restart',
} as const;

/** Starts the run that changes the services; resolves to its id. */
export function controlTenant(tenant: string, verb: ControlVerb, key: string = randomId()) {
  return deploymentIdOf(
    unwrap(api.POST(routes[verb], { params: { path: { id: tenant }, header: { 'Idempotency-Key': key } } })),
  );
}

export function useControlTenant(tenant: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (verb: ControlVerb) => controlTenant(tenant, verb),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: [keys.tenants] }),
        queryClient.invalidateQueries({ queryKey: [keys.deployments] }),
      ]),
  });
}
