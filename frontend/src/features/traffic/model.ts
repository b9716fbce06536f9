import type { components } from '@/shared/api/schema.gen';
import type { Point } from '@/shared/ui/series';

export type Traffic = components['schemas']['Traffic'];
export type Step = components['schemas']['TrafficStep'];

/** Periods that can be chosen, with the steps they are drawn in. */
export const periods = [
  { label: '1 h', hours: 1, resolution: '1m' },
  { label: '24 h', hours: 24, resolution: '5m' },
  { label: '7 d', hours: 168, resolution: '1h' },
  { label: '30 d', hours: 720, resolution: '1h' },
] as const;
export type Period = (typeof periods)[number];

/** Requests are counted some seconds after each minute. */
const countedMs = 65_000;

/**
 * One point for each step that has passed: no requests are zero, not a hole. The step that has not passed is left out, because its
 * count is not comparable.
 */
export function pointsOf(
  { from, to, resolutionSeconds, steps }: Traffic,
  value: (step: Step | undefined) => number | null,
): Point[] {
  const length = resolutionSeconds * 1000;
  const end = Date.parse(to);
  const known = new Map(steps.map((step) => [Date.parse(step.at), step]));
  const points: Point[] = [];
  for (let at = Math.floor(Date.parse(from) / length) * length; at + length <= end; at += length) {
    const step = known.get(at);
    if (step || at + length + countedMs <= end) points.push({ at, value: value(step) });
  }
  return points;
}

/** The highest value, with room above it. */
export function topOf(points: readonly Point[], least: number): number {
  return points.reduce((top, { value }) => Math.max(top, (value ?? 0) * 1.1), least);
}
