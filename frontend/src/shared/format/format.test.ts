import { describe, expect, it } from 'vitest';
import { formatBytes } from './bytes';
import { formatDuration, formatElapsed } from './duration';
import { formatAbsolute, formatRelative } from './time';

describe('durations', () => {
  it.each([
    [-5, '0 ms'],
    [0, '0 ms'],
    [840, '840 ms'],
    [999.6, '1.0 s'],
    [4218, '4.2 s'],
    [59_949, '59.9 s'],
    [59_950, '1 min 00 s'],
    [65_000, '1 min 05 s'],
    [3_599_600, '1 h 00 min'],
    [7_620_000, '2 h 07 min'],
  ])('%d ms is %s', (ms, expected) => {
    expect(formatDuration(ms)).toBe(expected);
  });

  it('in progress are shown in whole seconds', () => {
    expect(formatElapsed(3999)).toBe('3 s');
    expect(formatElapsed(65_900)).toBe('1 min 05 s');
  });
});

describe('bytes', () => {
  it.each([
    [0, '0 B'],
    [512, '512 B'],
    [8_808_038, '8.4 MiB'],
    [141_230_080, '135 MiB'],
    [5 * 1024 ** 4, '5.0 TiB'],
  ])('%d is %s', (bytes, expected) => {
    expect(formatBytes(bytes)).toBe(expected);
  });
});

describe('relative time', () => {
  const now = Date.parse('2026-03-10T12:00:00Z');
  it.each([
    ['2026-03-10T11:59:56Z', 'just now'],
    ['2026-03-10T11:59:20Z', '40 seconds ago'],
    ['2026-03-10T11:57:10Z', '2 minutes ago'],
    ['2026-03-09T11:00:00Z', 'yesterday'],
    ['2025-12-24T12:00:00Z', '24 Dec 2025'],
  ])('%s is %s', (at, expected) => {
    expect(formatRelative(at, now)).toBe(expected);
  });
});

it('the exact time names its zone', () => {
  expect(formatAbsolute('2026-03-01T10:00:00Z')).toMatch(/2026.*\d\d:\d\d:\d\d (UTC|GMT|[A-Z]{2,5}|[+-])/);
});
