import { describe, expect, it } from 'vitest';
import { columnsOf, fixedLayout, rowHeight, scrolling, WrappedLayout, windowOf } from './layout';

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
    const layout = new WrappedLayout().of('log', 4, (index) => widths[index] ?? 0, 40);
    expect([0, 1, 2, 3, 4].map((index) => layout.top(index) / rowHeight)).toEqual([0, 1, 4, 5, 7]);
  });

  it('finds the wrapped row at a height', () => {
    const widths = [10, 95, 0, 41];
    const layout = new WrappedLayout().of('log', 4, (index) => widths[index] ?? 0, 40);
    expect(layout.indexAt(0)).toBe(0);
    expect(layout.indexAt(3 * rowHeight)).toBe(1);
    expect(layout.indexAt(4 * rowHeight)).toBe(2);
    expect(layout.indexAt(999)).toBe(3);
  });

  it('lays out only what was appended', () => {
    const wrapped = new WrappedLayout();
    const asked: number[] = [];
    const columnsOfRow = (index: number) => {
      asked.push(index);
      return 50;
    };
    wrapped.of('log', 3, columnsOfRow, 40);
    const layout = wrapped.of('log', 5, columnsOfRow, 40);
    expect(asked).toEqual([0, 1, 2, 3, 4]);
    expect(layout.top(5)).toBe(10 * rowHeight);
    expect(wrapped.of('another', 1, columnsOfRow, 40).top(1)).toBe(2 * rowHeight);
    expect(wrapped.of('another', 1, columnsOfRow, 50).top(1)).toBe(rowHeight);
  });

  it('scrolls to the last row of a height that no browser draws', () => {
    const total = 3_000_000 * rowHeight;
    const { height, toContent, toScroll } = scrolling(total, 600);
    expect(height).toBeLessThan(17_000_000);
    expect(toContent(height - 600)).toBeCloseTo(total - 600);
    expect(toContent(toScroll(1_234_560))).toBeCloseTo(1_234_560);
    expect(scrolling(1_000_000, 600).toContent(777)).toBe(777);
  });

  it('reserves space for wide characters', () => {
    expect(columnsOf('abc')).toBe(3);
    expect(columnsOf('日本')).toBe(4);
  });
});
