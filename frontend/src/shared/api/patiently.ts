import { toProblem } from './problem';

/** A longer `Retry-After` is shown to the user instead of waited for. Milliseconds. */
const longestWaitMs = 10_000;
const usualWaitMs = 1000;
const tries = 3;

/**
 * Acts again after what may pass by itself, twice at most: too many requests or a busy manager, if the answer says for how long;
 * with `isAway` also no answer at all. `act` must carry one idempotency key for all its tries, because an answer that was lost
 * may have been a success.
 */
export async function patiently<T>(act: () => Promise<T>, { isAway = false } = {}): Promise<T> {
  for (let left = tries - 1; ; left--) {
    try {
      return await act();
    } catch (error) {
      const waitMs = waitOf(error, isAway);
      if (left === 0 || waitMs === undefined || waitMs > longestWaitMs) throw error;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}

function waitOf(error: unknown, isAway: boolean): number | undefined {
  const { status, isTemporary, retryAfterMs } = toProblem(error);
  if (isAway) return isTemporary ? (retryAfterMs ?? usualWaitMs) : undefined;
  return status === 429 || status === 503 ? retryAfterMs : undefined;
}
