import { toProblem } from './problem';

/** A longer `Retry-After` is shown to the user instead of waited for. Milliseconds. */
export const longestWaitMs = 10_000;
const usualWaitMs = 1000;
const tries = 3;

/**
 * Asks again after what may pass by itself: too many requests, a busy manager, or no answer at all. `act` must carry one
 * idempotency key for all its tries, because an answer that was lost may have been a success.
 */
export async function patiently<T>(act: () => Promise<T>): Promise<T> {
  for (let left = tries - 1; ; left--) {
    try {
      return await act();
    } catch (error) {
      const { isTemporary, retryAfterMs = usualWaitMs } = toProblem(error);
      if (!isTemporary || left === 0 || retryAfterMs > longestWaitMs) throw error;
      await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
    }
  }
}
