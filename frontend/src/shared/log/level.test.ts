import { expect, it } from 'vitest';
import { levelOf } from './level';

it.each([
  ['error', '2026-03-01 10:00:00 INFO [main] started', 'info'],
  ['error', '\u001b[33mWARN\u001b[0m slow', 'warn'],
  ['error', 'ERROR migration failed', 'error'],
  ['error', 'no level at all', 'error'],
  ['info', 'ERROR quoted in a line of the manager', 'info'],
])('a line of level %s, %j, is shown as %s', (level, text, shown) => {
  expect(levelOf({ level: level as 'error' | 'info', text })).toBe(shown);
});
