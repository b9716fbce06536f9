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
 * Lines wrapped at a number of columns. Exact, because the font is monospaced and lines break anywhere. A log that grew is
 * laid out from its old end on: only what is new costs time.
 */
export class WrappedLayout {
  #of: unknown;
  #columns = 0;
  #tops = new Float64Array(1024);
  #count = 0;

  /**
   * @param of identifies the rows: while it is the same, rows are only appended
   * @param columnsOfRow the width of a row in characters
   */
  of(of: unknown, count: number, columnsOfRow: (index: number) => number, columns: number): Layout {
    if (of !== this.#of || columns !== this.#columns) {
      this.#of = of;
      this.#columns = columns;
      this.#tops = new Float64Array(Math.max(1024, count + 1));
      this.#count = 0;
    }
    if (count + 1 > this.#tops.length) {
      const more = new Float64Array(2 * (count + 1));
      more.set(this.#tops);
      this.#tops = more;
    }
    const tops = this.#tops;
    for (let i = this.#count; i < count; i++)
      tops[i + 1] =
        (tops[i] ?? 0) + Math.max(1, Math.ceil(columnsOfRow(i) / Math.max(1, columns))) * rowHeight;
    this.#count = Math.max(this.#count, count);
    return { count, top: (index) => tops[index] ?? 0, indexAt: (y) => indexAt(tops, count, y) };
  }
}

function indexAt(tops: Float64Array, count: number, y: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return clamp(low, count);
}

/** Width of a text in columns: characters beyond Latin count twice, which may leave space but never truncates. */
export function columnsOf(text: string): number {
  let columns = text.length;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x2ff) columns++;
  return columns;
}

/** Rows drawn above and below the visible ones. */
const overscan = 10;

/**
 * The rows to render for a viewport: the visible ones and some more on either side. Always the same number of them as long
 * as there are enough, so that what is drawn can be reused. `end` is exclusive.
 */
export function windowOf(layout: Layout, scrollTop: number, height: number) {
  const size = Math.min(layout.count, Math.ceil(height / rowHeight) + 1 + 2 * overscan);
  const start = Math.max(0, Math.min(layout.indexAt(scrollTop) - overscan, layout.count - size));
  return { start, end: start + size };
}

/** Browsers draw nothing beyond some 33 million pixels, and round before. */
const tallest = 16_000_000;

/**
 * How a height of any size is scrolled: up to a limit as it is, above it each pixel of the scroll bar stands for more than
 * one of the content.
 *
 * @param view the height of the viewport
 */
export function scrolling(total: number, view: number) {
  const height = Math.min(total, tallest);
  const scale = total <= tallest ? 1 : (total - view) / (height - view);
  return {
    height,
    toContent: (scrollTop: number) => scrollTop * scale,
    toScroll: (top: number) => top / scale,
  };
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1));
}
