import { describe, expect, it } from 'vitest';
import { plainText } from '@/shared/log/ansi';
import {
  entryLine,
  exportAddress,
  type LogEntry,
  serviceLine,
  toInstant,
  toLocal,
  toLogFilter,
} from './model';

const entry: LogEntry = {
  seq: 7,
  at: '2026-03-01T12:00:00Z',
  level: 'info',
  source: 'manager',
  server: 1,
  logger: 'ai.nominate.tenantmgr.run.RunWorker',
  tenantId: null,
  runId: null,
  requestId: null,
  actor: null,
  method: null,
  path: null,
  status: null,
  durationMs: null,
  text: 'Run 7 was taken over',
};

describe('a line of the log', () => {
  it('has the short name of the logger', () => {
    expect(plainText(entryLine(entry).text)).toBe('RunWorker Run 7 was taken over');
  });

  it('says of a request what was asked, answered and by whom', () => {
    const line = entryLine({
      ...entry,
      source: 'request',
      method: 'GET',
      path: '/api/tenants',
      status: 502,
      durationMs: 12,
      actor: 'olive',
    });
    expect(plainText(line.text)).toBe('GET /api/tenants 502 12 ms olive');
  });

  it('names its service only where there are several', () => {
    const line = { service: 'backend', slot: 'a', level: 'info' as const, text: 'up', place: null };
    expect(plainText(serviceLine(line, 1, true).text)).toBe('backend  up');
    expect(serviceLine(line, 1, false).text).toBe('up');
  });
});

describe('the filter of the log', () => {
  it('is read from an address, without what is none', () => {
    expect(
      toLogFilter({
        source: 'request',
        level: 'loud',
        tenant: 'demo',
        search: 42,
        from: 'yesterday',
        to: '',
      }),
    ).toEqual({ source: 'request', tenant: 'demo', search: '42' });
  });

  it('is that of the export', () => {
    expect(exportAddress({ level: 'warn', search: 'a&b' }, 'csv')).toBe(
      '/api/logs/export?format=csv&level=warn&search=a%26b',
    );
  });

  it('has times in UTC, shown in local time', () => {
    const instant = toInstant('2026-03-01T12:30') ?? '';
    expect(instant).toMatch(/^2026-0[23]-\d\dT\d\d:30:00Z$/);
    expect(toLocal(instant)).toBe('2026-03-01T12:30');
    expect(toInstant('')).toBeUndefined();
    expect(toLocal('never')).toBe('');
  });
});
