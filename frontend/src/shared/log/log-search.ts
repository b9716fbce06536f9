import { type Level, toLevel } from './level';
import type { LineName } from './log-buffer';
import type { LogView } from './use-log-view';

/** A log's view in the address of its page: `?find=text&only=true&least=warn&line=12`, or the place of a line: `line=a:backend=MS4x`. */
export type LogSearch = { find?: string; only?: true; least?: Level; line?: LineName };

const place = /^[ab]:[a-z0-9-]{1,20}=[\w-]{1,400}$/;

export function toLogSearch({ find, only, least, line }: Record<string, unknown>): LogSearch {
  return {
    find: find !== undefined && find !== '' ? String(find) : undefined,
    only: only === true || undefined,
    least: toLevel(least),
    line: toLine(line),
  };
}

function toLine(value: unknown): LineName | undefined {
  if (typeof value === 'string') return place.test(value) ? value : undefined;
  return Number.isInteger(value) && Number(value) > 0 ? Number(value) : undefined;
}

export function toView({ find, only, least, line }: LogSearch): LogView {
  return { query: find, isFiltered: only, level: least, line };
}

export function fromView({ query, isFiltered, level, line }: LogView): LogSearch {
  return { find: query || undefined, only: isFiltered || undefined, least: level, line };
}
