import { describe, expect, it } from 'vitest';
import { arranged, valuesOf } from './model';

const texts = (stats: Record<string, unknown>) =>
  valuesOf(stats).values.map(({ label, kind, text }) => `${label}: ${text} (${kind})`);

describe('the statistics of an application', () => {
  it('are shown by their types, in their own order', () => {
    expect(
      texts({
        persons: 1204,
        last7Days: 3.5,
        databaseBytes: 8_808_038,
        slowestMs: 1500,
        release: '4f9c2ab1',
        open: true,
        goal: null,
      }),
    ).toEqual([
      'Persons: 1,204 (number)',
      'Last 7 days: 3.5 (number)',
      'Database: 8.4 MiB (number)',
      'Slowest: 1.5 s (number)',
      'Release: 4f9c2ab1 (text)',
      'Open: Yes (flag)',
      'Goal: None (none)',
    ]);
  });

  it('say times in local words, and only what is one', () => {
    expect(texts({ firstAt: '2026-03-01T12:00:00Z' })[0]).toMatch(/^First: 1 Mar 2026.* \(time\)$/);
    expect(texts({ version: '2026-03-01', note: '9999-99-99T99:99:99Z' })).toEqual([
      'Version: 2026-03-01 (text)',
      'Note: 9999-99-99T99:99:99Z (text)',
    ]);
  });

  it('are flattened, lists by their number', () => {
    expect(
      texts({ by_day: { monday: 1, tuesday: { new: 2 } }, top: ['Ada', { name: 'Grace' }], none: [] }),
    ).toEqual([
      'By day · Monday: 1 (number)',
      'By day · Tuesday · New: 2 (number)',
      'Top · 1: Ada (text)',
      'Top · 2 · Name: Grace (text)',
      'None: None (none)',
    ]);
  });

  it('have a limit, and tell how many are left out', () => {
    const { values, omitted } = valuesOf({ list: Array.from({ length: 250 }, (_, i) => i) });
    expect(values).toHaveLength(200);
    expect(omitted).toBe(50);
  });

  it('show the first numbers of the top level large', () => {
    const { tiles, lines } = arranged(valuesOf({ a: 1, in: { b: 2 }, c: 'x', d: 4 }).values);
    expect(tiles.map(({ path }) => path)).toEqual(['a', 'd']);
    expect(lines.map(({ path }) => path)).toEqual(['in.b', 'c']);
  });
});
