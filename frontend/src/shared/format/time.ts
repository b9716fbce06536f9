/** Made when first used: each takes the browser several milliseconds, and most pages need one or two of them. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const dates = (options: Intl.DateTimeFormatOptions) => once(() => new Intl.DateTimeFormat('en-GB', options));
const relative = once(() => new Intl.RelativeTimeFormat('en', { numeric: 'auto' }));
const absolute = dates({
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short',
});
const clock = dates({ timeStyle: 'medium' });
const short = dates({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const day = dates({ dateStyle: 'medium' });

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** `3 minutes ago`, `yesterday`, `just now`; the date after a month. */
export function formatRelative(at: string, now: number): string {
  const seconds = Math.round((Date.parse(at) - now) / 1000);
  const size = Math.abs(seconds);
  if (size >= 30 * 86_400) return day().format(new Date(at));
  for (const [unit, length] of steps)
    if (size >= length) return relative().format(Math.trunc(seconds / length), unit);
  return size < 10 ? 'just now' : relative().format(seconds, 'second');
}

/** The full local date and time, with its zone. */
export function formatAbsolute(at: string): string {
  return absolute().format(new Date(at));
}

/** The local date and time to the minute, without the year. */
export function formatShort(at: string): string {
  return short().format(new Date(at));
}

/** The local date alone. */
export function formatDay(at: string): string {
  return day().format(new Date(at));
}

/** The local time of day, `14:03:09`. */
export function formatClock(at: string): string {
  return clock().format(new Date(at));
}
