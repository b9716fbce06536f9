import type { paths } from '@/shared/api/schema.gen';
import type { Tone } from '@/shared/ui/tone';

export type ServiceList =
  paths['/api/tenants/{id}/services']['get']['responses'][200]['content']['application/json'];
export type Service = ServiceList['items'][number];
export type ServiceState = Service['state'];

export const serviceStates: Record<ServiceState, { label: string; tone: Tone }> = {
  running: { label: 'Running', tone: 'good' },
  restarting: { label: 'Restarting', tone: 'busy' },
  stopped: { label: 'Stopped', tone: 'idle' },
  failed: { label: 'Failed', tone: 'bad' },
};

export type ControlVerb = 'start' | 'stop' | 'restart';

/** Live before standby, backend before frontend. */
export function inOrder(services: readonly Service[]): Service[] {
  return [...services].sort(
    (a, b) =>
      Number(b.live) - Number(a.live) || a.slot.localeCompare(b.slot) || a.service.localeCompare(b.service),
  );
}
