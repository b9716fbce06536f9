import { exportFile } from '@/shared/api/export-file';
import type { components } from '@/shared/api/schema.gen';
import type { Level } from '@/shared/log/level';
import type { LogLine } from '@/shared/log/log-buffer';

export type LogEntry = components['schemas']['LogEntry'];
export type ServiceLine = components['schemas']['ServiceLine'];
export type FailedRequest = components['schemas']['FailedRequest'];

export type LogSource = LogEntry['source'];

/** Which entries of the manager's log are shown, as in the address. Times are ISO-8601. */
export type LogFilter = {
  source?: LogSource;
  level?: Level;
  tenant?: string;
  search?: string;
  from?: string;
  to?: string;
};

const dim = (text: string) => `\u001b[2m${text}\u001b[22m`;
const coloured = (code: number, text: string) => `\u001b[${code}m${text}\u001b[39m`;

/** An entry as a line of a log. */
export function entryLine(entry: LogEntry): LogLine {
  return { seq: entry.seq, at: entry.at, level: entry.level, text: textOf(entry) };
}

function textOf(entry: LogEntry): string {
  const { method, path, status, durationMs, actor } = entry;
  if (entry.source === 'manager') {
    const logger = entry.logger?.slice(entry.logger.lastIndexOf('.') + 1);
    return logger ? `${dim(logger)} ${entry.text}` : entry.text;
  }
  if (method === null || path === null || status === null) return entry.text;
  const shown =
    status >= 500 ? coloured(31, String(status)) : status >= 400 ? coloured(33, String(status)) : status;
  return `${method} ${path} ${shown} ${dim(`${durationMs ?? 0} ms`)}${actor ? ` ${dim(actor)}` : ''}`;
}

/** A line of a service; the name is before it where several services are shown. */
export function serviceLine(line: ServiceLine, seq: number, isNamed: boolean): LogLine {
  return {
    seq,
    at: null,
    place: line.place ?? null,
    level: line.level,
    text: isNamed ? `${dim(line.service.padEnd(8))} ${line.text}` : line.text,
  };
}

/** The parameters of the export of what is shown. */
export function exportAddress(filter: LogFilter, format: 'ndjson' | 'csv'): string {
  return exportFile('/api/logs/export', filter, format);
}

/** `2026-03-01T12:00`, the local time of an input, as a time of the API; undefined if it is none. */
export function toInstant(local: string): string | undefined {
  const time = new Date(local);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString().replace('.000Z', 'Z');
}

/** The other way round. */
export function toLocal(instant: string | undefined): string {
  const time = instant === undefined ? undefined : new Date(instant);
  if (!time || Number.isNaN(time.getTime())) return '';
  const local = new Date(time.getTime() - time.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** The filter in an address; what is no value of it is left out. */
export function toLogFilter(values: Record<string, unknown>): LogFilter {
  const text = (value: unknown) => (value === undefined || value === '' ? undefined : String(value));
  const time = (value: unknown) => {
    const given = text(value);
    return given !== undefined && !Number.isNaN(Date.parse(given)) ? given : undefined;
  };
  const { source, level } = values;
  return {
    source: source === 'manager' || source === 'request' ? source : undefined,
    level: level === 'warn' || level === 'error' ? level : undefined,
    tenant: text(values.tenant),
    search: text(values.search),
    from: time(values.from),
    to: time(values.to),
  };
}
