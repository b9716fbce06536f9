import { expect, it } from 'vitest';
import { linesOf, thinned } from './series';

const box = { width: 100, height: 10, from: 0, to: 100, most: 10, stepMs: 10 };

it('draws a series from the left bottom to the right top', () => {
  expect(
    linesOf(
      [
        { at: 0, value: 0 },
        { at: 10, value: 5 },
        { at: 20, value: 10 },
      ],
      box,
    ),
  ).toEqual(['0,10 10,5 20,0']);
});

it('leaves a hole where nothing was measured', () => {
  expect(
    linesOf(
      [
        { at: 0, value: 5 },
        { at: 10, value: null },
        { at: 20, value: 5 },
        { at: 90, value: 5 },
      ],
      box,
    ),
  ).toEqual(['0,5 0,5', '20,5 20,5', '90,5 90,5']);
});

it('thins a long table and keeps its ends', () => {
  expect(thinned([1, 2, 3, 4, 5, 6, 7], 3)).toEqual([1, 4, 7]);
  expect(thinned([1, 2], 3)).toEqual([1, 2]);
});
