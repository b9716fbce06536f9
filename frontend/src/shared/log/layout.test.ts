import { describe, expect, it } from 'vitest';
import { columnsOf, fixedLayout, rowHeight, windowOf, wrappedLayout } from './layout';

describe('the layout of a log', () => {
  it('renders the visible rows and a few around them, whatever the length', () => {
    const { start, end } = windowOf(fixedLayout(1_000_000), 400_000, 600);
    expect(start).toBe(19_990);
    expect(end - start).toBeLessThan(60);
  });

  it('renders nothing for an empty log', () => {
    expect(windowOf(fixedLayout(0), 0, 600)).toEqual({ start: 0, end: 0 });
  });

  it('computes the wrapped height of a long line', () => {
    const widths = [10, 95, 0, 41];
    const layout = wrappedLayout(4, (index) => widths[index] ?? 0, 40);
    expect([0, 1, 2, 3, 4].map((index) => layout.top(index) / rowHeight)).toEqual([0, 1, 4, 5, 7]);
  });

  it('finds the wrapped row at a height', () => {
    const widths = [10, 95, 0, 41];
    const layout = wrappedLayout(4, (index) => widths[index] ?? 0, 40);
    expect(layout.indexAt(0)).toBe(0);
    expect(layout.indexAt(3 * rowHeight)).toBe(1);
    expect(layout.indexAt(4 * rowHeight)).toBe(2);
    expect(layout.indexAt(999)).toBe(3);
  });

  it('reserves space for wide characters', () => {
    expect(columnsOf('abc')).toBe(3);
    expect(columnsOf('日本')).toBe(4);
  });
});
