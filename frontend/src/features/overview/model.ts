import type { components } from '@/shared/api/schema.gen';
import type { Tone } from '@/shared/ui/tone';

export type Overview = components['schemas']['Overview'];
export type Metrics = components['schemas']['Metrics'];
export type Sample = components['schemas']['MetricsSample'];
export type AttentionItem = components['schemas']['AttentionItem'];
export type RecentDeployment = components['schemas']['OverviewDeployment'];

export const attentionReasons: Record<AttentionItem['reason'], { label: string; tone: Tone }> = {
  failed: { label: 'Failed', tone: 'bad' },
  unhealthy: { label: 'Unhealthy', tone: 'bad' },
  degraded: { label: 'Degraded', tone: 'warn' },
  certificate: { label: 'Certificate', tone: 'warn' },
};

export const deploymentTones: Record<RecentDeployment['status'], { label: string; tone: Tone }> = {
  queued: { label: 'Queued', tone: 'idle' },
  running: { label: 'Running', tone: 'busy' },
  succeeded: { label: 'Succeeded', tone: 'good' },
  failed: { label: 'Failed', tone: 'bad' },
  cancelled: { label: 'Cancelled', tone: 'idle' },
};

/** From this share on a machine is short of something. */
const highShare = { warn: 0.85, bad: 0.95 };

export function toneOfShare(share: number): Tone {
  if (share >= highShare.bad) return 'bad';
  return share >= highShare.warn ? 'warn' : 'good';
}
