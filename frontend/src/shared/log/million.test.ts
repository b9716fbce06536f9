import { expect, it } from 'vitest';
import { aLine } from '@/test/fixtures';
import { rowHeight, scrolling, WrappedLayout, windowOf } from './layout';
import { LogBuffer } from './log-buffer';
import { RowScan } from './row-scan';

it('a log of a million lines is kept, laid out and searched, and what is appended costs no more than itself', () => {
  const log = new LogBuffer(2_000_000, (draw) => draw());
  for (let from = 1; from <= 1_000_000; from += 10_000)
    log.accept(Array.from({ length: 10_000 }, (_, i) => aLine(from + i)));
  const { rows } = log.getSnapshot();
  expect(rows).toHaveLength(1_000_000);

  let asked = 0;
  const columnsOfRow = (index: number) => {
    asked++;
    return rows[index]?.columns ?? 0;
  };
  const wrapped = new WrappedLayout();
  const layout = wrapped.of('log', rows.length, columnsOfRow, 80);
  const { toContent, height } = scrolling(layout.top(layout.count), 600);
  const { start, end } = windowOf(layout, toContent(height - 600), 600);
  expect(end).toBe(1_000_000);
  expect((end - start) * rowHeight).toBeLessThan(600 + 22 * rowHeight);

  const slices: (() => void)[] = [];
  const scan = new RowScan((slice) => slices.push(slice));
  scan.update(log.getSnapshot(), { query: 'line 999999', level: undefined, isFiltered: false });
  while (slices.length > 0) slices.shift()?.();
  expect(scan.get()).toMatchObject({ isDone: true, hits: [999_998] });

  log.accept([aLine(1_000_001, 'line 999999 again')]);
  expect(wrapped.of('log', 1_000_001, columnsOfRow, 80).top(1_000_001)).toBe(1_000_001 * rowHeight);
  expect(asked).toBe(1_000_001);
  scan.update(log.getSnapshot(), { query: 'line 999999', level: undefined, isFiltered: false });
  expect(slices).toHaveLength(0);
  expect(scan.get().hits).toEqual([999_998, 1_000_000]);
});
