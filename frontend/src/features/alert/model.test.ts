import { describe, expect, it } from 'vitest';
import { attention, quietText, scopeOf, wordsOf } from './model';

const now = Date.parse('2026-03-01T12:00:00Z');
const open = { acknowledgedBy: null, snoozedUntil: null, endedAt: null };

describe('an alert', () => {
  it('says who looks after it before it says that it is put off', () => {
    expect(attention(open, now)).toBeUndefined();
    expect(attention({ ...open, snoozedUntil: '2026-03-01T13:00:00Z' }, now)).toBe('Put off');
    expect(attention({ ...open, snoozedUntil: '2026-03-01T11:00:00Z' }, now)).toBeUndefined();
    expect(attention({ ...open, acknowledgedBy: 'olive', snoozedUntil: '2026-03-01T13:00:00Z' }, now)).toBe(
      'olive looks after it',
    );
  });
});

describe('a rule', () => {
  const rule = { kinds: [], severity: 'warning' as const, labels: [], tenantSlug: null };
  const titles = new Map([['health', 'Health of tenants']]);

  it('says what it is about in words', () => {
    expect(scopeOf(rule, titles)).toBe('Everything');
    expect(scopeOf({ ...rule, kinds: ['health'], tenantSlug: 'demo' }, titles)).toBe(
      'Health of tenants of demo',
    );
    expect(scopeOf({ ...rule, labels: ['eu', 'us'], severity: 'critical' }, titles)).toBe(
      'Everything of eu or us, if critical',
    );
  });

  it('says when messages wait', () => {
    expect(quietText({ quietHours: null })).toBe('None');
    expect(quietText({ quietHours: { from: '22:00', to: '07:00', zone: 'UTC', holdCritical: false } })).toBe(
      '22:00–07:00 UTC',
    );
  });

  it('reads words with commas', () => {
    expect(wordsOf(' a, ,b ')).toEqual(['a', 'b']);
  });
});
