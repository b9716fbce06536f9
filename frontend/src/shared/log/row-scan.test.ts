import { describe, expect, it } from 'vitest';
import { aLine, lines } from '@/test/fixtures';
import { LogBuffer, type LogSnapshot } from './log-buffer';
import { placeOf, RowScan, type Wanted } from './row-scan';

const nothing: Wanted = { query: '', level: undefined, isFiltered: false };

function aScan() {
  const slices: (() => void)[] = [];
  let clock = 0;
  // Each look at the clock takes 3 ms, so that a slice has some looks.
  const scan = new RowScan(
    (slice) => slices.push(slice),
    () => (clock += 3),
  );
  return {
    scan,
    slices,
    finish() {
      let count = 0;
      while (slices.length > 0) {
        slices.shift()?.();
        count++;
      }
      return count;
    },
  };
}

function snapshotOf(...accepted: Parameters<LogBuffer['accept']>[0][]): LogSnapshot {
  const log = new LogBuffer(1_000_000, (notify) => notify());
  for (const some of accepted) log.accept(some);
  return log.getSnapshot();
}

describe('a scan of a log', () => {
  it('ignores case and colours', () => {
    const { scan } = aScan();
    scan.update(
      snapshotOf([aLine(1, 'All good'), aLine(2, '\u001b[31mERR\u001b[0mor here'), aLine(3, 'no error')]),
      { ...nothing, query: 'error' },
    );
    expect(scan.get()).toMatchObject({ hits: [1, 2], shown: undefined, isDone: true });
  });

  it('finds a special character as it is', () => {
    const { scan } = aScan();
    scan.update(snapshotOf([aLine(1, 'a.b (c)'), aLine(2, 'axb')]), { ...nothing, query: 'a.b (' });
    expect(scan.get().hits).toEqual([0]);
  });

  it('leaves the page free between slices of a long log', () => {
    const { scan, slices, finish } = aScan();
    scan.update(snapshotOf(lines(1, 20_000)), { ...nothing, query: 'line 1999' });
    expect(scan.get().isDone).toBe(false);
    expect(slices).toHaveLength(1);
    expect(finish()).toBeGreaterThan(5);
    expect(scan.get()).toMatchObject({ isDone: true });
    expect(scan.get().hits).toHaveLength(11);
  });

  it('looks only at the lines that were appended', () => {
    const log = new LogBuffer(1000, (notify) => notify());
    const { scan } = aScan();
    log.accept([aLine(1, 'needle')]);
    scan.update(log.getSnapshot(), { ...nothing, query: 'needle' });
    const { hits } = scan.get();
    log.accept([aLine(2, 'hay'), aLine(3, 'needle')]);
    scan.update(log.getSnapshot(), { ...nothing, query: 'needle' });
    expect(scan.get().hits).toBe(hits);
    expect(hits).toEqual([0, 2]);
  });

  it('shows a level, and within it the matches alone if wanted', () => {
    const log = snapshotOf([
      aLine(1, 'needle'),
      aLine(2, 'needle', { level: 'warn' }),
      aLine(3, 'hay', { level: 'error' }),
    ]);
    const { scan } = aScan();
    scan.update(log, { query: 'needle', level: 'warn', isFiltered: false });
    expect(scan.get()).toMatchObject({ hits: [1], shown: [1, 2] });
    scan.update(log, { query: 'needle', level: undefined, isFiltered: true });
    expect(scan.get()).toMatchObject({ hits: [0, 1], shown: [0, 1] });
    scan.update(log, nothing);
    expect(scan.get()).toMatchObject({ hits: [], shown: undefined, isDone: true });
  });
});

it('the place of a number in a list is where it is or would be', () => {
  expect([0, 2, 3, 9].map((number) => placeOf([2, 4, 9], number))).toEqual([0, 0, 1, 2]);
  expect(placeOf([], 5)).toBe(0);
});
