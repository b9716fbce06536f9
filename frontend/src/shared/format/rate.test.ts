import { expect, it } from 'vitest';
import { rateText, shareText } from './rate';

it.each([
  [0, '0 per min'],
  [0.05, '3.0 per min'],
  [0.5, '30 per min'],
  [1.44, '1.4 per s'],
  [1234.4, '1,234 per s'],
])('%d requests a second are %s', (rate, text) => {
  expect(rateText(rate)).toBe(text);
});

it.each([
  [0, '0 %'],
  [0.00001, 'under 0.01 %'],
  [0.0025, '0.25 %'],
  [0.123, '12 %'],
])('a share of %d is %s', (share, text) => {
  expect(shareText(share)).toBe(text);
});
