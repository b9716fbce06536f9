import type { components } from '@/shared/api/schema.gen';
import type { Tone } from '@/shared/ui/tone';

export type Health = components['schemas']['Health'];
export type Check = components['schemas']['HealthCheck'];
export type History = components['schemas']['HealthHistory'];
export type Series = components['schemas']['HealthSeries'];
export type Step = components['schemas']['HealthStep'];
export type Incident = components['schemas']['Incident'];
type CheckKind = Check['kind'];

export const kinds: Record<CheckKind, { label: string; about: string }> = {
  frontend: { label: 'Site', about: 'through NGINX by its domain' },
  backend: { label: 'Backend', about: 'health paths of the services' },
  service: { label: 'Services', about: 'whether they run' },
  database: { label: 'Database', about: 'size and connections' },
  disk: { label: 'Disk', about: 'files and free space' },
  certificate: { label: 'Certificate', about: 'what visitors get' },
};

export const healthLooks: Record<Check['health'], { label: string; tone: Tone }> = {
  healthy: { label: 'Healthy', tone: 'good' },
  degraded: { label: 'Degraded', tone: 'warn' },
  unhealthy: { label: 'Unhealthy', tone: 'bad' },
  unknown: { label: 'Unknown', tone: 'idle' },
};

/** The state of a check in a word: a change that is not confirmed yet is no change. */
export function stateOf(check: Check): { label: string; tone: Tone } {
  if (check.flapping) return { label: 'Unsteady', tone: 'warn' };
  const look = healthLooks[check.health];
  if (!check.pending) return look;
  return { ...look, label: check.health === 'unhealthy' ? 'Recovering' : `${look.label}, checking again` };
}

/** Periods that can be chosen, with their length in hours. */
export const periods = [
  { label: '1 h', hours: 1 },
  { label: '24 h', hours: 24 },
  { label: '7 d', hours: 168 },
  { label: '30 d', hours: 720 },
] as const;
export type Hours = (typeof periods)[number]['hours'];

export type BarLook = 'none' | 'unknown' | 'ok' | 'warned' | 'failed';
export type Bar = {
  /** Milliseconds since 1970. */
  from: number;
  to: number;
  look: BarLook;
  results: number;
  failed: number;
  averageMs: number | null;
};

/** A fixed number of bars over the whole period; each shows the worst that was found in its time. */
export function barsOf(steps: readonly Step[], from: number, to: number, count: number): Bar[] {
  const length = (to - from) / count;
  const bars: Bar[] = Array.from({ length: count }, (_, index) => ({
    from: from + index * length,
    to: from + (index + 1) * length,
    look: 'none',
    results: 0,
    failed: 0,
    averageMs: null,
  }));
  for (const step of steps) {
    const index = Math.floor((Date.parse(step.at) - from) / length);
    const bar = bars[Math.min(count - 1, Math.max(0, index))];
    if (!bar) continue;
    if (step.averageMs !== null && step.averageMs !== undefined) {
      const before = bar.averageMs ?? step.averageMs;
      const share = bar.results / (bar.results + step.results);
      bar.averageMs = Math.round(before * share + step.averageMs * (1 - share));
    }
    bar.results += step.results;
    bar.failed += step.failed;
    bar.look = worse(bar.look, lookOf(step));
  }
  return bars;
}

function lookOf({ results, unknown, warned, failed }: Step): BarLook {
  if (failed > 0) return 'failed';
  if (warned > 0) return 'warned';
  return unknown === results ? 'unknown' : 'ok';
}

const order: BarLook[] = ['none', 'unknown', 'ok', 'warned', 'failed'];
const worse = (one: BarLook, other: BarLook) => (order.indexOf(one) > order.indexOf(other) ? one : other);

export const barWords: Record<BarLook, string> = {
  none: 'Not checked',
  unknown: 'Unknown',
  ok: 'Good',
  warned: 'Warned',
  failed: 'Failed',
};

/** Rounded down, so that 100 % means that nothing failed: `99.95 %`. */
export function percentText(percent: number | null | undefined): string {
  if (percent === null || percent === undefined) return '–';
  return `${Math.floor(percent * 100) / 100} %`;
}

/** Milliseconds until a check has a new result; undefined if nothing is checked. */
export function untilNext(checks: readonly Check[], now: number): number | undefined {
  const next = Math.min(...checks.map(({ nextAt }) => Date.parse(nextAt)));
  return Number.isFinite(next) ? Math.max(5_000, next + 2_000 - now) : undefined;
}
