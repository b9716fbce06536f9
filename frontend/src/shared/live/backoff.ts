const firstMs = 500;
const longestMs = 15_000;

/**
 * The wait before the given attempt: doubling from 0.5 s to 15 s, with up to 30 % jitter so that many tabs do not
 * reconnect at the same time.
 *
 * @param attempt 1 for the first retry
 * @param random 0 to 1
 */
export function backoffMs(attempt: number, random: number): number {
  const full = Math.min(longestMs, firstMs * 2 ** (attempt - 1));
  return Math.round(full * (1 - 0.3 * random));
}
