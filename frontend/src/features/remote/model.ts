import type { components } from '@/shared/api/schema.gen';
import { formatBytes } from '@/shared/format/bytes';
import { formatDuration } from '@/shared/format/duration';
import { formatAbsolute } from '@/shared/format/time';

export type Remote = components['schemas']['Remote'];
export type RemoteStats = components['schemas']['RemoteStats'];
export type RemotePersons = components['schemas']['RemotePersons'];
export type RemoteResult = components['schemas']['RemoteResult'];

/** An act of the application: one of its actions, or its backup, which has no id. */
export type Act = { id?: string; title: string; question?: string | null; confirm: boolean };

type Value = {
  /** The path of names that leads to it, unique. */
  path: string;
  /** For people: `By day · Monday`. */
  label: string;
  kind: 'number' | 'time' | 'text' | 'flag' | 'none';
  text: string;
};

/** More than this is no overview; the API has the rest. */
const mostValues = 200;
const mostTiles = 6;

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 });
const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/** The values of statistics in their own order: objects and lists become a line for each value in them. */
export function valuesOf(stats: RemoteStats['stats']): { values: Value[]; omitted: number } {
  const all: Value[] = [];
  const walk = (value: unknown, names: readonly string[]) => {
    if (typeof value === 'object' && value !== null && Object.keys(value).length > 0)
      for (const [name, inner] of Object.entries(value)) walk(inner, [...names, name]);
    else all.push(shown(value, names));
  };
  for (const [name, value] of Object.entries(stats)) walk(value, [name]);
  return { values: all.slice(0, mostValues), omitted: Math.max(0, all.length - mostValues) };
}

/** The first numbers of the top level are drawn large, the others and everything else as lines. */
export function arranged(values: readonly Value[]): { tiles: Value[]; lines: Value[] } {
  const tiles = values
    .filter(({ kind, path }) => kind === 'number' && !path.includes('.'))
    .slice(0, mostTiles);
  return { tiles, lines: values.filter((value) => !tiles.includes(value)) };
}

function shown(value: unknown, names: readonly string[]): Value {
  const last = names[names.length - 1] ?? '';
  const place = {
    path: names.join('.'),
    label: names
      .map((name, at) => (/^\d+$/.test(name) && at > 0 ? `${Number(name) + 1}` : wordsOf(name)))
      .join(' · '),
  };
  if (typeof value === 'number') return { ...place, kind: 'number', text: amount(value, last) };
  if (typeof value === 'boolean') return { ...place, kind: 'flag', text: value ? 'Yes' : 'No' };
  if (typeof value === 'string')
    return time.test(value) && !Number.isNaN(Date.parse(value))
      ? { ...place, kind: 'time', text: formatAbsolute(value) }
      : { ...place, kind: 'text', text: value };
  return { ...place, kind: 'none', text: 'None' };
}

/** A name that says its unit is believed: `databaseBytes`, `tookMs`. */
function amount(value: number, name: string): string {
  if (/(^b|B)ytes$/.test(name)) return formatBytes(value);
  if (/[a-z]Ms$/.test(name)) return formatDuration(value);
  return number.format(value);
}

/** `last7Days` is shown as `Last 7 days`. */
function wordsOf(name: string): string {
  const words = name
    .replace(/(Bytes|Ms|At)$/, '')
    .replace(/([a-z])([A-Z0-9])/g, '$1 $2')
    .replace(/([0-9])([A-Za-z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim();
  const shown = words === '' ? name : words;
  return (
    shown.charAt(0).toUpperCase() + shown.slice(1).replace(/ [A-Z](?=[a-z])/g, (start) => start.toLowerCase())
  );
}

export const offersNothing = ({ stats, personsCount, backup, actions }: Remote) =>
  !stats && !personsCount && !backup && actions.length === 0;

/** What an author adds to the manifest, complete enough to be copied. */
export const manifestExample = `env:
  generated: [REMOTE_API_TOKEN]
remote:
  auth: REMOTE_API_TOKEN
  stats: /admin/stats
  personsCount: /admin/persons/count
  backup: /admin/backup
  actions:
    - id: reindex
      title: Rebuild the search index
      path: /admin/reindex
      confirm: true
`;
