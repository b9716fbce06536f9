import { expect, it } from 'vitest';
import { isProofDue, restorableWords, shortAge } from './restorable';

const now = Date.parse('2026-03-20T12:00:00Z');

it('says when a restore was last proven, or that it never was', () => {
  expect(restorableWords('2026-03-17T12:00:00Z', now)).toBe('Proven restorable 3 days ago');
  expect(restorableWords(null, now)).toBe('Not proven restorable');
});

it('is due again after two weeks', () => {
  expect(isProofDue('2026-03-07T12:00:00Z', now)).toBe(false);
  expect(isProofDue('2026-03-06T11:59:00Z', now)).toBe(true);
  expect(isProofDue(null, now)).toBe(true);
});

it.each([
  ['2026-03-20T11:55:00Z', '5 min'],
  ['2026-03-20T08:30:00Z', '3 h'],
  ['2026-03-19T08:00:00Z', '28 h'],
  ['2026-03-08T12:00:00Z', '12 d'],
  ['2026-03-20T12:00:05Z', '0 min'],
])('tells the age of %s as %s', (at, age) => {
  expect(shortAge(at, now)).toBe(age);
});
