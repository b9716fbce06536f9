import { type Level, toLevel } from './level';
import type { LogView } from './use-log-view';

/** A log's view in the address of its page: `?find=text&only=true&least=warn&line=12`. */
export type LogSearch = { find?: string; only?: true; least?: Level; line?: number };

export function toLogSearch({ find, only, least, line }: Record<string, unknown>): LogSearch {
  return {
    find: find !== undefined && find !== '' ? String(find) : undefined,
    only: only === true || undefined,
    least: toLevel(least),
    line: Number.isInteger(line) && Number(line) > 0 ? Number(line) : undefined,
  };
}

export function toView({ find, only, least, line }: LogSearch): LogView {
  return { query: find, isFiltered: only, level: least, line };
}

export function fromView({ query, isFiltered, level, line }: LogView): LogSearch {
  return { find: query || undefined, only: isFiltered || undefined, least: level, line };
}
