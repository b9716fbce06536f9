import { deploymentIdOf } from '@/shared/api/accepted';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { useAction } from '@/shared/api/use-action';
import type { ControlVerb } from '../model';

const routes = {
  start: '/api/tenants/{id}/start',
  stop: '/api/tenants/{id}/stop',
  restart: '/api/tenants/{id}/restart',
} as const;

/** Starts the run that changes the services; resolves to its id. */
export function controlTenant(tenant: string, verb: ControlVerb, key: string) {
  return deploymentIdOf(
    unwrap(api.POST(routes[verb], { params: { path: { id: tenant }, header: { 'Idempotency-Key': key } } })),
  );
}

export function useControlTenant(tenant: string) {
  return useAction({
    act: (verb: ControlVerb, key) => controlTenant(tenant, verb, key),
    stale: [[keys.tenants], [keys.deployments]],
  });
}
