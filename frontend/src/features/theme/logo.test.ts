import { expect, it } from 'vitest';
import { logoProblem } from './logo';

const file = (name: string, type: string, size = 1000) => ({ name, type, size });

it.each([
  [file('logo.gif', 'image/gif'), 'logo.gif is not a PNG, JPEG or SVG.'],
  [file('notes', ''), 'notes is not a PNG, JPEG or SVG.'],
  [file('big.png', 'image/png', 600_000), 'big.png has 586 KiB; at most 512 KiB are possible.'],
  [file('none.svg', 'image/svg+xml', 0), 'none.svg is empty.'],
  [file('logo.svg', 'image/svg+xml', 524_288), undefined],
])('a logo is judged by type and size before it is sent: $0.name', (given, problem) => {
  expect(logoProblem(given)).toBe(problem);
});
