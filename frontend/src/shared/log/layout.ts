/** Height of one text line in pixels; rows are whole multiples of it, so no row is measured. */
export const rowHeight = 20;

/** Positions of rows. `top` of the row count is the total height. */
export type Layout = { count: number; top(index: number): number; indexAt(y: number): number };

export function fixedLayout(count: number): Layout {
  return {
    count,
    top: (index) => index * rowHeight,
    indexAt: (y) => clamp(Math.floor(y / rowHeight), count),
  };
}

/**
 * Number of lines after wrapping at `columns` characters. Exact, because the font is monospaced and lines break
 * anywhere.
 */
export function wrappedLayout(
  count: number,
  columnsOfRow: (index: number) => number,
  columns: number,
): Layout {
  const tops = new Float64Array(count + 1);
  for (let i = 0; i < count; i++)
    tops[i + 1] = (tops[i] ?? 0) + Math.max(1, Math.ceil(columnsOfRow(i) / Math.max(1, columns))) * rowHeight;
  return {
    count,
    top: (index) => tops[index] ?? 0,
    indexAt(y) {
      let low = 0;
      let high = count - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((tops[middle] ?? 0) <= y) low = middle;
        else high = middle - 1;
      }
      return clamp(low, count);
    },
  };
}

/** Width of a text in columns: characters beyond Latin count twice, which may leave space but never truncates. */
export function columnsOf(text: string): number {
  let columns = text.length;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x2ff) columns++;
  return columns;
}

/** The rows to render for a viewport: the visible ones and `overscan` more on either side. `end` is exclusive. */
export function windowOf(layout: Layout, scrollTop: number, height: number, overscan = 10) {
  if (layout.count === 0) return { start: 0, end: 0 };
  return {
    start: Math.max(0, layout.indexAt(scrollTop) - overscan),
    end: Math.min(layout.count, layout.indexAt(scrollTop + height) + 1 + overscan),
  };
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1));
}
