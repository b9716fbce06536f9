import { expect, test } from 'vitest';
import { daysLeft, namesInShort } from './model';

const now = Date.parse('2026-11-28T12:00:00Z');

test('days are counted down to the end', () => {
  expect(daysLeft('2026-12-08T12:00:00Z', now)).toBe('10 days');
  expect(daysLeft('2026-11-30T11:00:00Z', now)).toBe('1 day');
  expect(daysLeft('2026-11-28T13:00:00Z', now)).toBe('less than a day');
  expect(daysLeft('2026-11-28T11:00:00Z', now)).toBe('ended');
});

test('many names are told in short', () => {
  expect(namesInShort(['a.example'])).toBe('a.example');
  expect(namesInShort(['a.example', 'b.example', 'c.example', 'd.example'])).toBe(
    'a.example, b.example and 2 more',
  );
});
