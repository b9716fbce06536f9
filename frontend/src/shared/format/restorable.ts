import { formatRelative } from './time';

/** A proof that is older than this is due again. Milliseconds. */
const dueAfterMs = 14 * 86_400_000;

/** Whether the latest proof was long ago, or there is none. */
export function isProofDue(provenAt: string | null, now: number): boolean {
  return provenAt === null || now - Date.parse(provenAt) > dueAfterMs;
}

/** `Proven restorable 3 days ago`. */
export function restorableWords(provenAt: string | null, now: number): string {
  return provenAt === null ? 'Not proven restorable' : `Proven restorable ${formatRelative(provenAt, now)}`;
}

/** An age in one unit, for a narrow column: `5 min`, `3 h`, `12 d`. */
export function shortAge(at: string, now: number): string {
  const minutes = Math.max(0, Math.floor((now - Date.parse(at)) / 60_000));
  if (minutes < 60) return `${minutes} min`;
  return minutes < 2 * 1440 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 1440)} d`;
}
