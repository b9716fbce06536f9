import { expect, it } from 'vitest';
import { toneOfShare } from './model';

it('warns before a machine is full', () => {
  expect([0.5, 0.85, 0.99].map(toneOfShare)).toEqual(['good', 'warn', 'bad']);
});
