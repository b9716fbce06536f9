/** A point of a series: milliseconds since 1970, and its value; `null` where nothing was measured. */
export type Point = { at: number; value: number | null };

/**
 * The lines of a series in a box, each as `x,y` pairs: a new line begins after a gap of more than two steps, so that a manager
 * that was away leaves a hole instead of a slope.
 */
export function linesOf(
  points: readonly Point[],
  box: { width: number; height: number; from: number; to: number; most: number; stepMs: number },
): string[] {
  const lines: string[][] = [];
  let before: number | undefined;
  for (const { at, value } of points) {
    if (value === null) {
      before = undefined;
      continue;
    }
    const x = ((at - box.from) / Math.max(1, box.to - box.from)) * box.width;
    const y = box.height - (value / Math.max(box.most, Number.EPSILON)) * box.height;
    const isNew = before === undefined || at - before > 2 * box.stepMs;
    if (isNew) lines.push([]);
    lines.at(-1)?.push(`${round(x)},${round(y)}`);
    before = at;
  }
  return lines.map((line) => (line.length === 1 ? `${line[0]} ${line[0]}` : line.join(' ')));
}

const round = (value: number) => Math.round(value * 10) / 10;

/** At most `count` of the items, evenly chosen, the first and the last among them. */
export function thinned<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  return Array.from(
    { length: count },
    (_, index) => items[Math.round((index * (items.length - 1)) / (count - 1))] as T,
  );
}
