/** Runs `act` for each item, at most `limit` at a time, until all are done or `isStopped` says so. Failures are `act`'s own business. */
export async function eachBounded<T>(
  items: readonly T[],
  limit: number,
  act: (item: T, index: number) => Promise<void>,
  isStopped: () => boolean = () => false,
): Promise<void> {
  let next = 0;
  async function work() {
    while (next < items.length && !isStopped()) {
      const index = next++;
      await act(items[index] as T, index);
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
}
