import { describe, expect, it } from 'vitest';
import {
  bundleFileProblem,
  bundleHelpFor,
  isMarked,
  keepsSomething,
  keptWords,
  lacksFiles,
  type Restore,
  removedOf,
  retentionWords,
  scheduleWords,
  undoableOf,
} from './model';

const schedule = { enabled: true, at: '02:30', days: null, zone: 'Europe/Prague' };
const nothing = { last: 0, daily: 0, weekly: 0, monthly: 0, yearly: 0, withinDays: 0 };

describe('a schedule in words', () => {
  it.each([
    [null, 'Every day at 02:30, Europe/Prague'],
    [[1, 2, 3, 4, 5], 'Mondays to Fridays at 02:30, Europe/Prague'],
    [[4, 1], 'Mondays and Thursdays at 02:30, Europe/Prague'],
    [[7], 'Sundays at 02:30, Europe/Prague'],
    [[6, 7], 'Saturdays and Sundays at 02:30, Europe/Prague'],
  ])('says %j as %s', (days, words) => {
    expect(scheduleWords({ ...schedule, days })).toBe(words);
  });

  it('says that there is none, and what is backed up all the same', () => {
    expect(scheduleWords({ ...schedule, enabled: false })).toBe(
      'No schedule: only by hand and before changes',
    );
  });
});

describe('retention', () => {
  it('is one sentence', () => {
    expect(retentionWords({ last: 3, daily: 7, weekly: 5, monthly: 12, yearly: 1, withinDays: 7 })).toBe(
      'The last 3; one a day for 7 days, one a week for 5 weeks, one a month for 12 months, one a year for 1 year; all of the last 7 days',
    );
    expect(retentionWords({ ...nothing, daily: 7 })).toBe('One a day for 7 days');
  });

  it('that keeps nothing is known before it is sent', () => {
    expect(keepsSomething(nothing)).toBe(false);
    expect(keepsSomething({ ...nothing, yearly: 1 })).toBe(true);
  });

  it('tells what a change would remove', () => {
    const createdAt = '2026-03-01T02:30:00Z';
    const stays = { backupId: 'a', createdAt, kept: true, reasons: ['last'] };
    const goes = { backupId: 'b', createdAt, kept: false, reasons: [] };
    expect(removedOf([stays, goes])).toEqual([goes]);
  });

  it('names a hold once among the reasons', () => {
    expect(keptWords({ keptBecause: ['last', 'daily'], held: true })).toBe('held, last and daily');
    expect(keptWords({ keptBecause: ['held'], held: true })).toBe('held');
    expect(keptWords({ keptBecause: [], held: false })).toBe('');
  });
});

it('a restore can be undone within its time', () => {
  const now = Date.parse('2026-03-01T12:00:00Z');
  const restore = (values: Partial<Restore> = {}): Restore => ({
    runId: 'run',
    backupId: 'backup',
    mode: 'in-place',
    state: 'done',
    at: '2026-03-01T10:00:00Z',
    undoUntil: '2026-03-02T10:00:00Z',
    undoneAt: null,
    ...values,
  });
  expect(undoableOf([restore({ state: 'failed', undoUntil: null }), restore()], now)).toBeDefined();
  expect(undoableOf([restore({ undoUntil: '2026-03-01T11:59:00Z' })], now)).toBeUndefined();
  expect(undoableOf([restore({ state: 'undone', undoUntil: null })], now)).toBeUndefined();
});

it('a complete backup without the size of its files was taken without them', () => {
  expect(lacksFiles({ state: 'complete', filesBytes: null })).toBe(true);
  expect(lacksFiles({ state: 'complete', filesBytes: 0 })).toBe(false);
  expect(lacksFiles({ state: 'running', filesBytes: null })).toBe(false);
});

it('a backup that will go can be kept until its files are gone', () => {
  expect(isMarked({ state: 'complete', expiresAt: '2026-03-04T12:00:00Z' })).toBe(true);
  expect(isMarked({ state: 'complete', expiresAt: null })).toBe(false);
  expect(isMarked({ state: 'deleted', expiresAt: '2026-03-04T12:00:00Z' })).toBe(false);
});

describe('a bundle', () => {
  it.each([
    'truncated',
    'altered',
    'foreign',
    'wrong-key',
    'unsigned',
    'empty',
    'newer-format',
    'untrusted-signer',
  ])('that is refused as %s comes with what helps', (reason) => {
    expect(bundleHelpFor(`backup.${reason}`)).toMatch(/\.$/);
  });

  it('that is refused for another reason has no advice of its own', () => {
    expect(bundleHelpFor('request.invalid')).toBeUndefined();
    expect(bundleHelpFor(undefined)).toBeUndefined();
  });

  it('is a file with something in it, named as it was downloaded', () => {
    expect(bundleFileProblem({ name: 'demo.tar', size: 1 })).toBeUndefined();
    expect(bundleFileProblem({ name: 'demo.sql', size: 1 })).toMatch(/\.tar/);
    expect(bundleFileProblem({ name: 'demo.tar', size: 0 })).toMatch(/empty/);
  });
});
