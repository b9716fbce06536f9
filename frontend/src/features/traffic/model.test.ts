import { expect, it } from 'vitest';
import { pointsOf, type Step, type Traffic, topOf } from './model';

const step = (at: string, requests: number): Step => ({
  at,
  requests,
  clientErrors: 0,
  serverErrors: 0,
  bytes: 0,
  p50Ms: 5,
  p95Ms: 9,
});

const traffic = (to: string, steps: Step[]): Traffic => ({
  from: '2026-03-01T12:00:00Z',
  to,
  resolutionSeconds: 60,
  total: step('2026-03-01T12:00:00Z', 0),
  steps,
});

const requests = (found: Traffic) => pointsOf(found, (each) => each?.requests ?? 0).map(({ value }) => value);

it('draws minutes without requests as zero', () => {
  const found = traffic('2026-03-01T12:05:30Z', [
    step('2026-03-01T12:01:00Z', 7),
    step('2026-03-01T12:03:00Z', 2),
  ]);
  expect(requests(found)).toEqual([0, 7, 0, 2]);
});

it('draws the latest minute as soon as it is counted, and the present one never', () => {
  const counted = [step('2026-03-01T12:01:00Z', 7), step('2026-03-01T12:02:00Z', 3)];
  expect(requests(traffic('2026-03-01T12:02:06Z', counted))).toEqual([0, 7]);
  expect(requests(traffic('2026-03-01T12:03:02Z', counted.slice(0, 1)))).toEqual([0, 7]);
});

it('leaves a hole in times where nothing was asked', () => {
  const found = traffic('2026-03-01T12:04:00Z', [step('2026-03-01T12:01:00Z', 7)]);
  expect(pointsOf(found, (each) => each?.p95Ms ?? null).map(({ value }) => value)).toEqual([null, 9]);
});

it('leaves room above the highest value', () => {
  expect(
    topOf(
      [
        { at: 0, value: 100 },
        { at: 1, value: null },
      ],
      1,
    ),
  ).toBeCloseTo(110);
  expect(topOf([], 1)).toBe(1);
});
