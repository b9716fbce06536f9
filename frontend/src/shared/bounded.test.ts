import { expect, it } from 'vitest';
import { eachBounded } from './bounded';

it('many items are worked on with never more at a time than allowed, each once', async () => {
  let atOnce = 0;
  let most = 0;
  const done: number[] = [];
  await eachBounded(
    Array.from({ length: 50 }, (_, index) => index),
    4,
    async (item) => {
      most = Math.max(most, ++atOnce);
      await Promise.resolve();
      done.push(item);
      atOnce--;
    },
  );
  expect(most).toBe(4);
  expect(done.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index));
});

it('no further item begins once it was stopped', async () => {
  const begun: number[] = [];
  await eachBounded(
    [1, 2, 3, 4, 5],
    1,
    async (item) => void begun.push(item),
    () => begun.length === 2,
  );
  expect(begun).toEqual([1, 2]);
});
