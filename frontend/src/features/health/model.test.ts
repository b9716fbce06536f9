import { describe, expect, it } from 'vitest';
import { barsOf, type Check, percentText, type Step, stateOf, untilNext } from './model';

const begin = Date.parse('2026-03-01T12:00:00Z');
const minute = 60_000;

const step = (minutes: number, values: Partial<Step> = {}): Step => ({
  at: new Date(begin + minutes * minute).toISOString(),
  results: 1,
  warned: 0,
  failed: 0,
  unknown: 0,
  averageMs: 10,
  longestMs: 10,
  ...values,
});

const check = (values: Partial<Check> = {}): Check => ({
  kind: 'frontend',
  health: 'healthy',
  since: '2026-03-01T10:00:00Z',
  pending: false,
  flapping: false,
  checkedAt: '2026-03-01T12:00:00Z',
  result: 'ok',
  detail: '/ answers 200',
  latencyMs: 12,
  recent: ['ok'],
  nextAt: '2026-03-01T12:01:00Z',
  ...values,
});

describe('bars', () => {
  it('cover the whole period, and show the worst of their time', () => {
    const steps = [step(0), step(1, { failed: 1 }), step(2, { warned: 1 }), step(9, { unknown: 1 })];
    const bars = barsOf(steps, begin, begin + 10 * minute, 5);
    expect(bars.map(({ look }) => look)).toEqual(['failed', 'warned', 'none', 'none', 'unknown']);
    expect(bars[0]).toMatchObject({ results: 2, failed: 1, averageMs: 10 });
  });

  it('weigh the average by the number of results', () => {
    const [bar] = barsOf(
      [step(0, { results: 9, averageMs: 10 }), step(1, { averageMs: 110 })],
      begin,
      begin + 2 * minute,
      1,
    );
    expect(bar?.averageMs).toBe(20);
  });
});

describe('a check', () => {
  it('whose change is not confirmed keeps its health', () => {
    expect(stateOf(check({ pending: true })).label).toBe('Healthy, checking again');
    expect(stateOf(check({ health: 'unhealthy', pending: true })).label).toBe('Recovering');
    expect(stateOf(check({ health: 'degraded', flapping: true })).label).toBe('Unsteady');
  });

  it('has a new result a moment after it is due', () => {
    expect(untilNext([check()], Date.parse('2026-03-01T12:00:30Z'))).toBe(32_000);
    expect(untilNext([check()], Date.parse('2026-03-01T12:05:00Z'))).toBe(5_000);
    expect(untilNext([], begin)).toBeUndefined();
  });
});

it('a share is 100 % only if nothing failed', () => {
  expect(percentText(100)).toBe('100 %');
  expect(percentText(99.999)).toBe('99.99 %');
  expect(percentText(null)).toBe('–');
});
